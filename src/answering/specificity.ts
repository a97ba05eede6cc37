import { vocabulary } from '#claims/vocabulary.ts';
import type { QueryWord } from '#search/query.ts';
import type { Snapshot } from '#search/snapshot.ts';
import type { IndexedArticle } from '#search/text-index.ts';
import { tokenize } from '#search/tokenize.ts';
import { isOrdinaryWord, weighWord } from '#search/word-weight.ts';

// A word that the archive capitalises this often is a name.
const NAME_SHARE = 0.6;
const ORDINARY_WEIGHT = 0.6;
const NUMBER_WEIGHT = 0.1;
const MIN_FACTOR = 0.5;

// Words of targets' names ("Raspberry", "Arm") say what it runs on, not what it is about.
const targetTerms = new Set(
  vocabulary
    .flatMap(({ label, names }) => [label, ...names].flatMap((name) => [name, name.replace(/\s+/g, '')]))
    .flatMap((name) => tokenize(name).flatMap(({ terms }) => terms)),
);

/**
 * Names in a text that the question does not have, targets left out: a sentence about Cached in Foodb is less about
 * Foodb than one that names nothing else.
 */
export function countOtherNames(termIds: Uint32Array, asked: ReadonlySet<number>, snapshot: Snapshot): number {
  let others = 0;
  for (const id of new Set(termIds)) if (weighTerm(id, snapshot) === 1 && !asked.has(id)) others++;
  return others;
}

/** The share of a heading's telling words that the question has, 0 to 1: "Foodb and caches" is half about Foodb. */
export function shareOfHeading(
  { headingTerms }: IndexedArticle,
  asked: ReadonlySet<number>,
  snapshot: Snapshot,
): number {
  let total = 0;
  let matched = 0;
  for (const id of new Set(headingTerms)) {
    const weight = weighTerm(id, snapshot);
    total += weight;
    if (asked.has(id)) matched += weight;
  }
  return total > 0 ? matched / total : 0;
}

/** How much a heading names beside the question's words and targets, 0 upward: "Foodb Desk on the Pi 4" names more than "Pi 4". */
export function weighRestOfHeading(
  { headingTerms }: IndexedArticle,
  asked: ReadonlySet<number>,
  snapshot: Snapshot,
): number {
  let rest = 0;
  for (const id of new Set(headingTerms)) if (!asked.has(id)) rest += weighTerm(id, snapshot);
  return rest;
}

const weights = new WeakMap<Snapshot, Float64Array>();

/** Asked for every word of every text that is looked at, so it is found out once for each term. */
function weighTerm(id: number, snapshot: Snapshot): number {
  let known = weights.get(snapshot);
  if (known === undefined) {
    known = new Float64Array(snapshot.index.terms.length).fill(Number.NaN);
    weights.set(snapshot, known);
  }
  const before = known[id] ?? Number.NaN;
  if (!Number.isNaN(before)) return before;
  const weight = findWeight(id, snapshot);
  known[id] = weight;
  return weight;
}

function findWeight(id: number, { index }: Snapshot): number {
  const term = index.terms[id] ?? '';
  if (term.startsWith('@') || targetTerms.has(term)) return 0;
  if (/^v?\d/.test(term)) return NUMBER_WEIGHT;
  return (index.nameShare[id] ?? 0) >= NAME_SHARE || !isOrdinaryWord(term)
    ? 1
    : Math.min(1, weighWord(term)) * ORDINARY_WEIGHT;
}

/** The terms that stand for the question's words: read once a question. */
export function askedTerms(words: readonly QueryWord[]): Set<number> {
  return new Set(
    words.flatMap(({ matches }) => matches.filter(({ factor }) => factor >= MIN_FACTOR).map(({ termId }) => termId)),
  );
}
