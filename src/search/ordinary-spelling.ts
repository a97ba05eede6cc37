import { rankOfWord } from './word-weight.ts';

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
const MIN_LENGTH = 4;
// No ordinary word is longer, and each letter costs a try.
const MAX_LENGTH = 24;
// A swap of neighbours is a slip of the fingers; a letter too few, or doubled, may be a name, unless the word is a common one.
const MAX_RANK_OF_SWAP = 10_000;
const MAX_RANK_OF_SLIP = 3000;

/**
 * The ordinary word that a lower-case word is most likely a slip of ("auhtor", "plese"), or undefined. A letter that is
 * another one is no slip here: that is how names differ.
 */
export function findOrdinarySlip(typed: string): string | undefined {
  if (typed.length < MIN_LENGTH || typed.length > MAX_LENGTH || !/^[a-z]+$/.test(typed)) return undefined;
  const swaps = Array.from(
    { length: typed.length - 1 },
    (_, i) => typed.slice(0, i) + typed[i + 1] + typed[i] + typed.slice(i + 2),
  );
  const shorter = Array.from(typed, (letter, i) =>
    letter === typed[i + 1] ? typed.slice(0, i) + typed.slice(i + 1) : '',
  );
  const longer = Array.from({ length: typed.length + 1 }, (_, i) =>
    [...LETTERS].map((letter) => typed.slice(0, i) + letter + typed.slice(i)),
  ).flat();
  return commonest(swaps, MAX_RANK_OF_SWAP) ?? commonest([...shorter, ...longer], MAX_RANK_OF_SLIP);
}

function commonest(words: readonly string[], maxRank: number): string | undefined {
  let best: { word: string; rank: number } | undefined;
  for (const word of words) {
    const rank = rankOfWord(word);
    if (rank !== undefined && rank < maxRank && (!best || rank < best.rank)) best = { word, rank };
  }
  return best?.word;
}
