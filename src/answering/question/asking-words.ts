import { rememberWords } from '#search/words/remember-words.ts';
import { stemWord } from '#search/words/tokenize.ts';
import { isOrdinaryWord } from '#search/words/word-weight.ts';

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
