import chatWords from './chat-words.json' with { type: 'json' };
import computingWords from './computing-words.json' with { type: 'json' };
import englishWords from './english-words.json' with { type: 'json' };
import peoples from './peoples.json' with { type: 'json' };
import { rememberWords } from './remember-words.ts';
import { stemWord } from './tokenize.ts';

// How much of a question a word carries. A name that no dictionary knows is nearly all of it; "the" is nothing.
const NAME_WEIGHT = 3;
const COMPUTING_WEIGHT = 1;
// From the rank in the frequency list: the 1 000 commonest words say little, words beyond the 10 000th are telling.
const rankWeights: readonly (readonly [rank: number, weight: number])[] = [
  [150, 0.05],
  [600, 0.2],
  [1500, 0.45],
  [4000, 0.7],
  [10_000, 1],
  [Number.POSITIVE_INFINITY, 1.4],
];

// What people type in chats and no dictionary has.
const chat = new Set(chatWords);
const CHAT_RANK = 0;

const ranks = new Map<string, number>();
for (const [rank, word] of englishWords.words.split(' ').entries()) ranks.set(word, rank);
const stems = englishWords.stems.split(' ');
for (let i = 0; i < stems.length; i += 2) ranks.set(stems[i] ?? '', Number(stems[i + 1]));
// Countries and who lives there tell as much, and name nothing of computing.
const computing = new Set([...computingWords, ...peoples].flatMap((word) => [word, stemWord(word)]));

// Numbers, versions and counts ("17.07", "96-core") are telling, and never names.
const NUMBER = /^v?\d[\d.,]*(?:[kmgt]i?b|[kmg]hz|fps|p|w|th|st|nd|rd|x)?$/i;
// "we've", "I'd", "packet's": the word is what stands before.
const CONTRACTION = /(?:n['’]t|['’][a-z]{1,2}|['’])$/i;
// An issue may hold thousands of apostrophes in a row, each of which ends a word anew.
const LONGEST_CONTRACTED = 60;
// Two letters that no dictionary has may be anything.
const SHORT_UNKNOWN_WEIGHT = 0.6;

/** True for a word of the language or of computing at large, in any of its forms: not by itself a name. */
export const isOrdinaryWord: (word: string) => boolean = rememberWords(findOrdinary);

function findOrdinary(word: string): boolean {
  const parts = word.replace(CONTRACTION, '').split(/[-/_]/).filter(Boolean);
  return parts.every((part) => NUMBER.test(part) || rankOf(part) !== undefined || isComputingWord(part));
}

/** How much a word tells, 0.05 ("the") to 3 (a name that no dictionary has). */
export const weighWord: (word: string) => number = rememberWords(findWeight);

function findWeight(word: string): number {
  const bare = word.replace(CONTRACTION, '');
  if (bare !== word && word.length <= LONGEST_CONTRACTED) return weighWord(bare);
  const parts = word.split(/[-/_]/).filter(Boolean);
  if (parts.length > 1 && isOrdinaryWord(word)) return Math.max(...parts.map(weighWord));
  if (isComputingWord(word) || NUMBER.test(word)) return COMPUTING_WEIGHT;
  const rank = rankOf(word);
  if (rank === undefined) return word.length < 3 ? SHORT_UNKNOWN_WEIGHT : NAME_WEIGHT;
  return rankWeights.find(([limit]) => rank < limit)?.[1] ?? NAME_WEIGHT;
}

function isComputingWord(word: string): boolean {
  const lower = word.toLowerCase();
  return computing.has(lower) || computing.has(stemWord(lower));
}

function rankOf(word: string): number | undefined {
  const lower = word.toLowerCase();
  return (chat.has(lower) ? CHAT_RANK : undefined) ?? ranks.get(lower) ?? ranks.get(stemWord(lower));
}

/** The rank of a word as it stands in the frequency list, 0 the commonest; undefined when it is not there. */
export function rankOfWord(word: string): number | undefined {
  return ranks.get(word);
}

// Beyond these, a word is likelier somebody's name for something than a slip.
const COMMON_WORDS = 6000;

/** The commonest words of the language, with no slip in them. */
export function listCommonWords(): string[] {
  return englishWords.words.split(' ').slice(0, COMMON_WORDS);
}
