import type { Topic } from '#answering/question/topic.ts';
import type { Understanding } from '#answering/question/understand-question.ts';
import type { FactIndex } from '#search/fact-index.ts';
import { listAt } from '#search/reading/number-lists.ts';
import type { Snapshot } from '#search/snapshot.ts';
import { MIN_WEIGHT } from './prepare-query.ts';
import { selectBest } from './select-best.ts';

const MAX_CANDIDATES = 60;
const MAX_ON_PROCESSOR = 8;
// A word that so many facts have finds nothing by itself.
const MAX_HOLDERS = 4000;
// So does what may stand for it, sooner: a word has up to twenty of these.
const MAX_NEAR_HOLDERS = 1000;
// Tried on the evaluation's questions: so the best 60 hold as many answers as the best 150 by what the words weigh alone.
const TOPIC_WORTH = 4;
const COVERAGE_WORTH = 8;
const RARITY_WORTH = 6;

/** What a search writes down. */
interface Scratch {
  /** Of each fact its worth and, behind it, the number of the last word that was counted; all 0 between two searches. */
  readonly tallies: Float32Array;
  /** The facts that were met, and what each is worth. */
  readonly found: Uint32Array;
  readonly worths: Float32Array;
}

// Kept from one question to the next: of a large archive it is megabytes, and what is thrown away for each question makes V8
// go through all its memory again and again.
const scratches = new WeakMap<FactIndex, Scratch>();

function scratchOf(index: FactIndex): Scratch {
  const { length } = index.facts;
  const scratch = scratches.get(index) ?? {
    tallies: new Float32Array(2 * length),
    found: new Uint32Array(length),
    worths: new Float32Array(length),
  };
  scratches.set(index, scratch);
  return scratch;
}

/** The facts worth weighing: much like `weigh`, as far as it can be told from who holds which word. */
export function findCandidates({ topics, words }: Understanding, { index }: Snapshot): number[] {
  const { tallies, found, worths } = scratchOf(index);
  let count = 0;
  const add = (places: ArrayLike<number>, from: number, worth: number, word: number) => {
    for (let at = from; at < places.length; at++) {
      const tally = 2 * (places[at] as number);
      const last = tallies[tally + 1];
      if (last === word) continue;
      if (last === 0) found[count++] = places[at] as number;
      tallies[tally + 1] = word;
      tallies[tally] = (tallies[tally] as number) + worth;
    }
  };
  // Of a word that is nearly everywhere, the newest facts: the others are found by what is rarer.
  const firstOf = (length: number, most = MAX_HOLDERS) => Math.max(0, length - most);
  const telling = words.filter(({ weight, terms }) => weight >= MIN_WEIGHT && terms.length > 0);
  const weight = words.reduce((sum, one) => sum + one.weight, 0);
  const rarity = telling.reduce((sum, one) => sum + one.rarity, 0);
  let number = 0;
  for (const { named, target } of topics) {
    const byName = (named === undefined ? undefined : index.byName.get(named.id)) ?? [];
    const byTarget = (target === undefined ? undefined : index.byTarget.get(target.id)) ?? [];
    // As one list, which of a large archive is too long to be made.
    const length = byName.length + byTarget.length;
    const worth = TOPIC_WORTH / Math.log(2 + length);
    number++;
    add(byName, firstOf(length), worth, number);
    add(byTarget, Math.max(0, firstOf(length) - byName.length), worth, number);
  }
  for (const word of telling) {
    const worth = (COVERAGE_WORTH * word.weight) / weight + (RARITY_WORTH * word.rarity) / (rarity || 1);
    number++;
    // The word itself before what may stand for it.
    for (const { id, factor } of word.terms) {
      const holders = listAt(index.holders, id);
      add(holders, firstOf(holders.length, factor < 1 ? MAX_NEAR_HOLDERS : MAX_HOLDERS), worth * factor, number);
    }
  }
  const touched = found.subarray(0, count);
  for (let at = 0; at < count; at++) {
    const tally = 2 * (found[at] as number);
    worths[at] = tallies[tally] as number;
    tallies[tally] = tallies[tally + 1] = 0;
  }
  const best = selectBest(touched, worths, MAX_CANDIDATES);
  return [...new Set([...best, ...findOnProcessor(topics, index)])];
}

// "foodb on a millboard": what is said of Foodb on the board's processor answers, too, and has none of the board's words.
function findOnProcessor(topics: readonly Topic[], { byName, facts }: FactIndex): number[] {
  const processors = new Set(topics.flatMap(({ target }) => (target?.kind === 'device' ? (target.runs ?? []) : [])));
  if (processors.size === 0) return [];
  const isThere = (place: number) =>
    facts[place]?.on.some(({ targets }) => targets.some(({ id }) => processors.has(id))) ?? false;
  return topics.flatMap(({ named, target }) =>
    named === undefined || target !== undefined
      ? []
      : (byName.get(named.id) ?? []).slice(-MAX_NEAR_HOLDERS).filter(isThere).slice(-MAX_ON_PROCESSOR),
  );
}
