import type { Snapshot } from '#search/snapshot.ts';
import type { Token } from '#search/words/tokenize.ts';
import { listCommonWords } from '#search/words/word-weight.ts';

// Words of asking too short for any slip to be seen in them.
const slips = new Map([
  ['wen', 'when'],
  ['wat', 'what'],
  ['wot', 'what'],
  ['wich', 'which'],
  ['hwo', 'how'],
  ['teh', 'the'],
  ['abt', 'about'],
  ['ver', 'version'],
  ['eth', 'ethernet'],
  ['hav', 'have'],
  ['wil', 'will'],
  ['waht', 'what'],
  ['adn', 'and'],
  ['cna', 'can'],
  ['wht', 'what'],
  ['wrk', 'work'],
  ['wrks', 'works'],
  ['dosent', "doesn't"],
  ['dosnt', "doesn't"],
  ['doesent', "doesn't"],
  ['dident', "didn't"],
]);

/** What a short word of asking is a slip of, where nobody has written of something of that name. */
export const findShortSlip = (raw: string, { words, names }: Snapshot) =>
  words.has(raw.toLowerCase()) || names.words.has(raw.toLowerCase()) ? undefined : slips.get(raw.toLowerCase());

/** Whether a word stands where no name does: "does foodb wrk", and not "does wrk run". */
export const isBehindName = (tokens: readonly Token[], place: number) =>
  !/^(?:|does|do|did|dose|deos|is|are|was|can|will|would|has|have|run|runs|use|uses|about|for|of|with|and|or|like|the|an?|any|install)$/i.test(
    tokens[place - 1]?.raw ?? '',
  );

/**
 * The word that is everywhere of which a word is a slip: a letter is lacking ("on armv7 as wel"), or two changed places. "does wel
 * run" asks of Wel.
 */
export function findLittle(tokens: readonly Token[], place: number): string | undefined {
  const raw = tokens[place]?.raw ?? '';
  if (!/^\p{Ll}{3,4}$/u.test(raw) || !isBehindName(tokens, place)) return undefined;
  const letters = [...raw].sort().join('');
  return littleWords.find(
    (word) =>
      (word.length === raw.length + 1 && [...word].some((_, at) => word.slice(0, at) + word.slice(at + 1) === raw)) ||
      (word.length === raw.length && word[0] === raw[0] && [...word].sort().join('') === letters),
  );
}

const LITTLE_WORDS = 200;
const littleWords = listCommonWords().slice(0, LITTLE_WORDS);
