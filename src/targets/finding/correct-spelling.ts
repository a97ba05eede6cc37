import { rankMisspelling } from '#spelling/rank-misspelling.ts';
import { normalizeName } from '#targets/normalize-name.ts';
import { ordinaryWords, vocabulary } from '#targets/vocabulary.ts';

/** A word as a person wrote it, and the word of a target's name that was understood. */
export interface SpellingCorrection {
  readonly written: string;
  readonly meant: string;
}

const SHORTEST = 5;
// "appserver" is near "armserver": names written as one word are corrected only when long, and when no letter is wrong.
const SHORTEST_JOINED = 9;
const WRONG_LETTER = 2;

const wordsByLength = new Map<number, { readonly word: string; readonly letters: number }[]>();
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
  const ofLength = wordsByLength.get(word.length);
  const learned = { word, letters: lettersOf(word) };
  if (ofLength === undefined) wordsByLength.set(word.length, [learned]);
  else ofLength.push(learned);
  return true;
}

/** Words of targets' names that a misspelt word may stand for, equally likely all; none for words that mean something. */
export function findMeantWords(written: string): readonly string[] {
  const word = written.toLowerCase();
  if (word.length < SHORTEST || known.has(word) || isOrdinary(word)) return [];
  const letters = lettersOf(word);
  let best = Number.POSITIVE_INFINITY;
  let meant: string[] = [];
  for (let length = word.length - 2; length <= word.length + 2; length++)
    for (const { word: candidate, letters: theirs } of wordsByLength.get(length) ?? []) {
      // Cheap, and rules out nearly all: a slip changes at most two letters.
      if (countBits(letters ^ theirs) > 2) continue;
      const rank = rankMisspelling(word, candidate);
      if (rank === undefined || rank > best || (rank >= WRONG_LETTER && joinedOnly.has(candidate))) continue;
      meant = rank === best ? [...meant, candidate] : [candidate];
      best = rank;
    }
  return meant;
}

const isOrdinary = (word: string) =>
  ordinaryWords.has(word) || (word.endsWith('s') && ordinaryWords.has(word.slice(0, -1)));

// One bit for each letter that occurs; digits are compared exactly elsewhere.
function lettersOf(word: string): number {
  let letters = 0;
  for (let at = 0; at < word.length; at++) {
    const code = word.charCodeAt(at);
    if (code >= 97) letters |= 1 << (code - 97);
  }
  return letters;
}

function countBits(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++;
  return count;
}
