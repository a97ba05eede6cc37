import { stemmer } from 'stemmer';
import { rememberWords } from './remember-words.ts';
import synonyms from './synonyms.json' with { type: 'json' };

/** A word of a text: as written, and the terms that stand for it in the index, the word as a whole first. */
export interface Token {
  readonly raw: string;
  readonly terms: readonly string[];
  /** Place in the text. */
  readonly start: number;
}

// A word may hold dots, pluses, hyphens and the like ("node.js", "c++", "drop-in"), never end in them but for + and #. It may
// begin with one dot (".NET"), which the end of an ellipsis is not.
const WORD = /(?:(?<![.\p{L}\p{N}])\.)?[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}]|[.+#'’_/-](?=[\p{L}\p{N}]))*(?:\+{1,2}|#)?/gu;
const DIACRITIC = /\p{M}/gu;
const MAX_WORD = 60;
const VERSION = /^v?\d+(?:\.\d+)+/;
// "512mb" is 512 MB, however it is written.
const QUANTITY = /^(\d+(?:\.\d+)?)([kmgt]i?b|[kmg]hz|fps|watts?)$/;

// How a page is made ("…/arm64.html") is no word of its address; that it is a document to print may be asked for.
const PAGE = /(?<=\/.{0,60})\.(?!pdf$)[a-z]{3,5}$|(?<=\d)\.html?$/;

// A Map: an object would also "know" the word "constructor".
const irregularForms = new Map(Object.entries(synonyms.irregular));
const canonicalForms = new Map(
  synonyms.same.flatMap((group) => group.map((word) => [word, group[0] ?? word] as const)),
);

/** Splits a text into words with their index terms. Very long words are cut, never dropped. */
export function tokenize(text: string): Token[] {
  return Array.from(text.matchAll(WORD), ({ 0: raw, index }) => ({ raw, terms: termsOfWord(raw), start: index }));
}

/** The words of a text, as `tokenize` finds them, without anything beside them. */
export function listWords(text: string): readonly string[] {
  return text.match(WORD) ?? [];
}

/** The index terms of one word: whole first, then the parts of a compound. */
export const termsOfWord: (word: string) => readonly string[] = rememberWords(makeTerms);

function makeTerms(word: string): readonly string[] {
  const folded = word
    .slice(0, MAX_WORD)
    .normalize('NFKD')
    .replace(DIACRITIC, '')
    .toLowerCase()
    .replace(/['’]s?$|['’]/g, '')
    .replace(PAGE, '');
  const quantity = QUANTITY.exec(folded);
  if (quantity?.[1] && quantity[2]) return [folded, quantity[1], canonicalTerm(quantity[2])];
  const parts = folded.split(/[._/'-]+/).filter(Boolean);
  if (parts.length < 2) return [canonicalForms.get(folded) ?? canonicalTerm(parts[0] ?? folded)];
  if (VERSION.test(folded)) return makeVersionTerms(folded);
  return [...new Set([canonicalTerm(parts.join('')), ...parts.map(canonicalTerm)])];
}

// A version ("17.07.0-rc1") is found by itself, by any shorter form of it ("17.07"), and by what hangs on it ("rc1").
function makeVersionTerms(version: string): string[] {
  const [numbers = '', ...tags] = version.replace(/^v/, '').split(/[-_/]/);
  const fields = numbers.split('.');
  const shorter = fields.slice(1).map((_, dropped) => fields.slice(0, fields.length - dropped).join('.'));
  return [...new Set([version.replace(/^v/, ''), ...shorter, ...tags.filter(Boolean).map(canonicalTerm)])];
}

function canonicalTerm(word: string): string {
  const stem = stemWord(word);
  return canonicalForms.get(word) ?? canonicalForms.get(stem) ?? stem;
}

const SHORT_IN_Y = /^[a-z][aeou]i$/;

/** A lower-case word without its ending. */
export function stemWord(word: string): string {
  const base = irregularForms.get(word) ?? word;
  // Numbers and short words are names of something; only words long enough to have an ending are stemmed.
  const stem = base.length > 3 && /^[a-z]+$/.test(base) ? stemmer(base) : base;
  // "pays" and "paying" are forms of "pay", which is too short for an ending.
  return SHORT_IN_Y.test(stem) ? `${stem.slice(0, -1)}y` : stem;
}
