import { normalizeName } from './normalize-name.ts';
import { rankMisspelling } from './rank-misspelling.ts';
import { ordinaryWords, vocabulary } from './vocabulary.ts';

/** A word as a person wrote it, and the word of a target's name that was understood. */
export interface SpellingCorrection {
  readonly written: string;
  readonly meant: string;
}

const SHORTEST = 5;
// "appserver" is near "armserver": names written as one word are corrected only when long, and when no letter is wrong.
const SHORTEST_JOINED = 9;
const WRONG_LETTER = 2;

const wordsByLength = new Map<number, string[]>();
const known = new Set<string>();
const joinedOnly = new Set<string>();

const allNames = vocabulary.flatMap(({ label, names, ambiguousNames = [] }) =>
  [label, ...names, ...ambiguousNames.map(({ name }) => name)].map((name) => name.toLowerCase()),
);
for (const name of allNames) for (const word of name.split(/[^a-z0-9]+/)) learn(word);
for (const name of allNames) {
  const joined = normalizeName(name).replaceAll('+', '');
  if (joined.length >= SHORTEST_JOINED && learn(joined)) joinedOnly.add(joined);
}

function learn(word: string): boolean {
  if (word.length < SHORTEST || known.has(word)) return false;
  known.add(word);
  wordsByLength.set(word.length, [...(wordsByLength.get(word.length) ?? []), word]);
  return true;
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
      if (rank === undefined || rank > best || (rank >= WRONG_LETTER && joinedOnly.has(candidate))) continue;
      meant = rank === best ? [...meant, candidate] : [candidate];
      best = rank;
    }
  return meant;
}

const isOrdinary = (word: string) =>
  ordinaryWords.has(word) || (word.endsWith('s') && ordinaryWords.has(word.slice(0, -1)));
