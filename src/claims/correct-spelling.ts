import { normalizeName } from './normalize-name.ts';
import { rankMisspelling } from './rank-misspelling.ts';
import { ordinaryWords, vocabulary } from './vocabulary.ts';

/** A word as a person wrote it, and the word of a target's name that was understood. */
export interface SpellingCorrection {
  readonly written: string;
  readonly meant: string;
}

const SHORTEST = 5;
const wordsByLength = new Map<number, string[]>();
const known = new Set<string>();

for (const { label, names, ambiguousNames = [] } of vocabulary)
  for (const name of [label, ...names, ...ambiguousNames.map((entry) => entry.name)])
    for (const word of [...name.toLowerCase().split(/[^a-z0-9]+/), normalizeName(name).replaceAll('+', '')]) {
      if (word.length < SHORTEST || known.has(word)) continue;
      known.add(word);
      wordsByLength.set(word.length, [...(wordsByLength.get(word.length) ?? []), word]);
    }

/** Words of targets' names that a misspelt word may stand for, equally likely all; none for words that mean something. */
export function findMeantWords(written: string): readonly string[] {
  const word = written.toLowerCase();
  if (word.length < SHORTEST || known.has(word) || isOrdinary(word)) return [];
  let best = Number.POSITIVE_INFINITY;
  let meant: string[] = [];
  for (let length = word.length - 2; length <= word.length + 2; length++)
    for (const candidate of wordsByLength.get(length) ?? []) {
      const rank = rankMisspelling(word, candidate);
      if (rank === undefined || rank > best) continue;
      meant = rank === best ? [...meant, candidate] : [candidate];
      best = rank;
    }
  return meant;
}

const isOrdinary = (word: string) =>
  ordinaryWords.has(word) || (word.endsWith('s') && ordinaryWords.has(word.slice(0, -1)));
