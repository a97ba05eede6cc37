import type { Snapshot } from '#search/snapshot.ts';
import { rememberWords } from '#search/words/remember-words.ts';
import { stemWord, type Token } from '#search/words/tokenize.ts';
import { isOrdinaryWord, listCommonWords } from '#search/words/word-weight.ts';

// Words by which people ask whether something is to be had, when, where or how: they tell nothing of what it is.
const words = `run work support available availability build binary binaries version install installed official officially native natively usable use
ready release released date exist port ported package packaged image images download ship shipping compatible compatibility stable boot start launch
test tested try tried get got people anyone anybody somebody folks happen status state thing stuff kind sort project deal story news info
information details point current currently latest newest actually really properly nicely cleanly smoothly fully instead already yet still now today
fine okay possible able deploy deployed setup configure switch move migrate replace plan planned known know find look looking tell say said
call called happening exactly basically roughly approximately total number amount count price cost much many long type link url address page site website
github repo repository article post blog announcement mean means name need needs want machine machines box boxes system systems device devices board
boards server servers hardware computer laptop host hosts platform platforms architecture architectures os distro prebuilt precompiled thanks cheers
buy sell offer offered provide provided come comes include included handle make made help around behind version workaround problem trouble issue fix
track tracked follow discuss discussed report reported describe explain write written being official supposed worth attempt effort progress
quick question advance wondering pondering thinking considering curious sorry basically honestly folks team guys dunno morning evening afternoon hello
rumour rumours heard hear saw seen read remember idea clue chance luck hint please max maximum min minimum top best`;

const stems = new Set(words.split(/\s+/).map(stemWord));

/** True for a word of asking, in any of its forms. */
export const isAskingWord: (word: string) => boolean = rememberWords(
  (word) => stems.has(stemWord(word.toLowerCase())) || (ADVERB.test(word) && isOrdinaryWord(word)),
);

// "ideally", "natively": how somebody would have it.
const ADVERB = /^\p{Ll}{3,}ly$/u;

/** True for a word that stands before a place. */
export const isPreposition = (word: string) =>
  /^(?:on|for|under|with|in|to|via|onto|inside|within|using|against|from|at)$/i.test(word);

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
