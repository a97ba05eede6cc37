import Fuse from 'fuse.js';
import { hasSameDigits, isSwapOf, measureEditDistance } from '#spelling/edit-distance.ts';

/** Words that a mistyped word may stand for. */
export interface Spelling {
  /** Best first; empty when nothing is near enough to be sure of. `word` is one of the lexicon. */
  readonly suggest: (typed: string) => readonly { readonly word: string; readonly edits: number }[];
}

// A short word is a different word after one edit too many ("arm6" is not "arm7"): from this length on, so many edits.
const editsByLength: readonly (readonly [minLength: number, edits: number])[] = [
  [8, 2],
  [4, 1],
];
// Only words that share this part of their letter pairs are looked at, the likeliest first; Fuse ranks what is near.
const MIN_SHARED_PAIRS = 0.3;
const MAX_RANKED = 60;
const MAX_SUGGESTIONS = 3;

/** Corrections towards the words of a lexicon (lower case), which is gone through when first asked: most questions have no typing error. */
export function buildSpelling(readLexicon: () => Iterable<string>): Spelling {
  let prepared: ReturnType<typeof prepare> | undefined;
  return {
    suggest(typed) {
      prepared ??= prepare(readLexicon());
      const { known, words, byPair } = prepared;
      const lower = typed.toLowerCase();
      const near = suggest(lower, words, byPair);
      if (near.length > 0) return near;
      return misheard(lower)
        .filter((word) => known.has(word))
        .map((word) => ({ word, edits: 1 }));
    },
  };
}

function prepare(lexicon: Iterable<string>) {
  const known = new Set(lexicon);
  const words: string[] = [];
  const byPair = new Map<string, number[]>();
  for (const word of known) {
    if (word.length < 3 || word.length > 40) continue;
    const place = words.push(word) - 1;
    for (const pair of new Set(pairsOf(word))) {
      const holders = byPair.get(pair);
      if (holders) holders.push(place);
      else byPair.set(pair, [place]);
    }
  }
  return { known, words, byPair };
}

const SHORT = 3;
const SHORT_NAME = 5;
// Two letters that changed places are the likeliest slip of all.
const SWAPPED = 0.5;

function swapAt(word: string, at: number): string {
  return `${word.slice(0, at)}${word[at + 1]}${word[at]}${word.slice(at + 2)}`;
}

// "dolfin" sounds like "dolphin": two letters for one are one slip, by ear.
function misheard(typed: string): string[] {
  const heard = [typed.replaceAll('f', 'ph'), typed.replaceAll('ph', 'f'), typed.replaceAll('k', 'ck')];
  // "jti" for "jit": too short for any other slip.
  const swapped = typed.length === SHORT ? [swapAt(typed, 0), swapAt(typed, 1)] : [];
  return [...heard, ...swapped].filter((word) => word !== typed);
}

function suggest(typed: string, words: readonly string[], byPair: ReadonlyMap<string, readonly number[]>) {
  const limit = editsByLength.find(([minLength]) => typed.length >= minLength)?.[1];
  if (limit === undefined || typed.length > 40) return [];
  const pairs = [...new Set(pairsOf(typed))];
  const shared = new Uint8Array(words.length);
  const touched: number[] = [];
  for (const pair of pairs) {
    for (const place of byPair.get(pair) ?? []) {
      const count = shared[place] as number;
      if (count === 0) {
        if (Math.abs((words[place] as string).length - typed.length) > limit) continue;
        touched.push(place);
      }
      shared[place] = count + 1;
    }
  }
  const candidates = touched
    .filter((place) => (shared[place] as number) >= pairs.length * MIN_SHARED_PAIRS)
    .sort((a, b) => (shared[b] as number) - (shared[a] as number))
    .slice(0, MAX_RANKED)
    .map((place) => words[place] as string);
  const edits = new Map<string, number>();
  for (const word of candidates) {
    const distance = measureEditDistance(typed, word, limit);
    if (distance > limit) continue;
    // Digits, too, that changed places are a slip of the fingers.
    if (isSwapOf(typed, word)) edits.set(word, SWAPPED);
    // One letter for another makes another short name ("foodb", "fooxb").
    else if (typed.length <= SHORT_NAME && typed.length === word.length) continue;
    else if (hasSameDigits(typed, word)) edits.set(word, distance);
  }
  if (edits.size === 0) return [];
  const found = new Fuse([...edits.keys()], { threshold: 0.6, ignoreLocation: true, includeScore: true })
    .search(typed)
    .map(({ item }) => ({ word: item, edits: edits.get(item) ?? limit }));
  return found.sort((a, b) => a.edits - b.edits).slice(0, MAX_SUGGESTIONS);
}

// Letter pairs with the word's edges marked, so that short words have some too. The first letter is seldom mistyped.
function pairsOf(word: string): string[] {
  const marked = `^${word}$`;
  return Array.from({ length: marked.length - 1 }, (_, i) => marked.slice(i, i + 2));
}
