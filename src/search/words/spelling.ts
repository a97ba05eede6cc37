import Fuse from 'fuse.js';
import { hasSameDigits, isSwapOf, measureEditDistance } from '#spelling/edit-distance.ts';
import { findFrom } from './find-from.ts';

/** Words that a mistyped word may stand for. */
export interface Spelling {
  /** Best first; empty when nothing is near enough to be sure of. `word` is one of the lexicon. */
  readonly suggest: (typed: string) => readonly Suggestion[];
  /** Short words that have one letter other than it: as likely names of their own, so only what stands beside them can tell. */
  readonly suggestShort: (typed: string) => readonly Suggestion[];
}

/** A word of the lexicon, and how far it is from what was typed. */
export interface Suggestion {
  readonly word: string;
  readonly edits: number;
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
const MIN_LENGTH = 3;
const MAX_LENGTH = 40;

/** Corrections towards the words of a lexicon (lower case), which is gone through when first asked: most questions have no typing error. */
export function buildSpelling(readLexicon: () => Iterable<string>): Spelling {
  let prepared: ReturnType<typeof prepare> | undefined;
  return {
    suggest(typed) {
      prepared ??= prepare(readLexicon());
      const { known } = prepared;
      const lower = typed.toLowerCase();
      const near = suggest(lower, prepared);
      if (near.length > 0) return near;
      return misheard(lower)
        .filter((word) => known.has(word))
        .map((word) => ({ word, edits: 1 }));
    },
    suggestShort(typed) {
      prepared ??= prepare(readLexicon());
      if (typed.length !== SHORT_NAME) return [];
      const lower = typed.toLowerCase();
      return findCandidates(lower, 0, prepared)
        .filter((word) => hasSameDigits(lower, word) && measureEditDistance(lower, word, 1) <= 1)
        .map((word) => ({ word, edits: 1 }));
    },
  };
}

interface Lexicon {
  readonly known: ReadonlySet<string>;
  /** By length: whatever a word is mistyped for is about as long. */
  readonly words: readonly string[];
  /** By length, the place of the first word that is as long. */
  readonly firstOfLength: Uint32Array;
  /** By place, that in the lexicon as it was given: of equals, the earlier one comes first. */
  readonly order: Uint32Array;
  /** By letter pair, the places of the words that have it. */
  readonly byPair: ReadonlyMap<string, Uint32Array>;
  /** By place, how many pairs a word shares; all 0 between two uses. Of a large archive it is too much to be made for each. */
  readonly shared: Uint8Array;
}

function prepare(lexicon: Iterable<string>): Lexicon {
  const known = new Set(lexicon);
  const given = [...known].filter(({ length }) => length >= MIN_LENGTH && length <= MAX_LENGTH);
  const order = Uint32Array.from(given.keys()).sort(
    (a, b) => (given[a] as string).length - (given[b] as string).length || a - b,
  );
  const words = Array.from(order, (place) => given[place] as string);
  const firstOfLength = new Uint32Array(MAX_LENGTH + 2).fill(words.length);
  const holders = new Map<string, number[]>();
  for (let place = words.length - 1; place >= 0; place--) firstOfLength[(words[place] as string).length] = place;
  for (let length = MAX_LENGTH; length >= 0; length--)
    firstOfLength[length] = Math.min(firstOfLength[length] as number, firstOfLength[length + 1] as number);
  for (const [place, word] of words.entries())
    for (const pair of new Set(pairsOf(word))) {
      const list = holders.get(pair);
      if (list) list.push(place);
      else holders.set(pair, [place]);
    }
  const byPair = new Map(holders.entries().map(([pair, list]) => [pair, Uint32Array.from(list)]));
  return { known, words, firstOfLength, order, byPair, shared: new Uint8Array(words.length) };
}

const SHORT = 3;
const SHORT_NAME = 5;
// Two letters that changed places are the likeliest slip of all.
const SWAPPED = 0.5;
/** Then comes one letter of two alike: so many edits a slip of these two sorts counts at most. */
export const DOUBLED = 0.75;
const withoutDoubles = (word: string) => word.replaceAll(/(\p{L})\1+/gu, '$1');

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

// The words of about the same length that share letter pairs with it, the likeliest first.
function findCandidates(
  typed: string,
  limit: number,
  { words, firstOfLength, order, byPair, shared }: Lexicon,
): string[] {
  const pairs = [...new Set(pairsOf(typed))];
  const from = firstOfLength[Math.max(0, typed.length - limit)] as number;
  const to = firstOfLength[Math.min(MAX_LENGTH, typed.length + limit) + 1] as number;
  // By the first pair that a word shares.
  const touched: number[][] = [];
  for (const pair of pairs) {
    const holders = byPair.get(pair) ?? new Uint32Array();
    const added: number[] = [];
    for (let at = findFrom(holders, from); at < holders.length; at++) {
      const place = holders[at] as number;
      if (place >= to) break;
      const count = shared[place] as number;
      if (count === 0) added.push(place);
      shared[place] = count + 1;
    }
    touched.push(added);
  }
  const candidates = touched
    .flatMap((places) =>
      places
        .filter((place) => (shared[place] as number) >= pairs.length * MIN_SHARED_PAIRS)
        .sort((a, b) => (order[a] as number) - (order[b] as number)),
    )
    .sort((a, b) => (shared[b] as number) - (shared[a] as number))
    .slice(0, MAX_RANKED)
    .map((place) => words[place] as string);
  for (const places of touched) for (const place of places) shared[place] = 0;
  return candidates;
}

function suggest(typed: string, lexicon: Lexicon): Suggestion[] {
  const limit = editsByLength.find(([minLength]) => typed.length >= minLength)?.[1];
  if (limit === undefined || typed.length > MAX_LENGTH) return [];
  const candidates = findCandidates(typed, limit, lexicon);
  const edits = new Map<string, number>();
  for (const word of candidates) {
    const distance = measureEditDistance(typed, word, limit);
    // Two slips leave the first letter what it is: "fooband" is no "goobond".
    if (distance > limit || (distance > 1 && typed[0] !== word[0])) continue;
    // Digits, too, that changed places are a slip of the fingers.
    if (isSwapOf(typed, word)) edits.set(word, SWAPPED);
    // One letter for another makes another short name ("foodb", "fooxb").
    else if (typed.length <= SHORT_NAME && typed.length === word.length) continue;
    // "wats" is "watts" rather than "wants".
    else if (word !== typed && withoutDoubles(typed) === withoutDoubles(word)) edits.set(word, DOUBLED);
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
