import type { Claim } from '#claims/claim.ts';
import { extractClaims } from '#claims/extract-claims.ts';
import type { Issue } from '#newsletter/issue.ts';
import { buildSpelling, type Spelling } from './spelling.ts';
import { buildTextIndex, type TextIndex } from './text-index.ts';

/** The whole archive at one moment, ready to be asked. Never changed: a new one takes its place. */
export interface Snapshot {
  /** Oldest first. */
  readonly issues: readonly Issue[];
  readonly claims: readonly Claim[];
  /** By article id. */
  readonly claimsOf: ReadonlyMap<string, readonly Claim[]>;
  readonly index: TextIndex;
  readonly spelling: Spelling;
}

/** Makes an archive ready to be asked. */
export function buildSnapshot(issues: readonly Issue[]): Snapshot {
  const ordered = [...issues].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  const claims: Claim[] = [];
  const claimsOf = new Map<string, readonly Claim[]>();
  for (const issue of ordered) {
    for (const article of issue.articles) {
      const own = extractClaims(article);
      claims.push(...own);
      claimsOf.set(article.id, own);
    }
  }
  const index = buildTextIndex(ordered);
  return { issues: ordered, claims, claimsOf, index, spelling: buildSpelling(index.words) };
}
