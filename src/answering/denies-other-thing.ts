import type { Claim } from '#claims/claim.ts';
import { deniedPart } from '#claims/settle-claims.ts';
import type { QueryWord } from '#search/query.ts';
import type { Snapshot } from '#search/snapshot.ts';
import { termsOfWord } from '#search/tokenize.ts';

const DENIED = /\b(?:no|not|without|lacks?|missing)\s+(?:\w+\s+){0,2}?((?=\S*\p{Lu})[\p{L}\d]+)/u;

/** "CE, but not EE": a denial of something by name that nobody asked about is no denial of what was asked. */
export function deniesOtherThing(
  { status, clause, targets }: Claim,
  words: readonly QueryWord[],
  snapshot: Snapshot,
): boolean {
  if (status !== 'does-not') return false;
  if (targets.length === 0 && deniesPart(clause, words)) return true;
  const denied = DENIED.exec(clause)?.[1]?.toLowerCase();
  if (
    !denied ||
    targets.some(({ label, names }) => [label.toLowerCase(), ...names].some((name) => name.includes(denied)))
  )
    return false;
  const id = snapshot.index.termIds.get(termsOfWord(denied)[0] ?? denied);
  return !words.some(
    ({ word, matches }) =>
      denied.includes(word) || word.includes(denied) || matches.some(({ termId }) => termId === id),
  );
}

// "… and sound as well; wifi doesn't": of one part that nobody asked about.
function deniesPart(clause: string, words: readonly QueryWord[]): boolean {
  const part = deniedPart(clause);
  return part !== undefined && !words.some(({ word }) => part.startsWith(word) || word.startsWith(part));
}
