import type { Claim } from '#claims/claim.ts';
import type { Snapshot } from '#search/snapshot.ts';
import { tokenize } from '#search/tokenize.ts';

const termsOf = new WeakMap<Claim, Uint32Array>();

/** The archive's terms in a claim's own clause. Read when first asked for: most claims never are. */
export function clauseTerms(claim: Claim, snapshot: Snapshot): Uint32Array {
  const known = termsOf.get(claim);
  if (known) return known;
  const ids = tokenize(claim.clause)
    .flatMap(({ terms }) => terms)
    .map((term) => snapshot.index.termIds.get(term))
    .filter((id) => id !== undefined);
  const terms = Uint32Array.from(ids);
  termsOf.set(claim, terms);
  return terms;
}
