import { foldName } from '#facts/fold-name.ts';
import { countHolders } from '#search/fact-index.ts';
import { listAt } from '#search/reading/number-lists.ts';
import type { Snapshot } from '#search/snapshot.ts';
import { findFrom } from '#search/words/find-from.ts';
import { buildSpelling, DOUBLED, type Spelling } from '#search/words/spelling.ts';
import { type Token, termsOfWord, tokenize } from '#search/words/tokenize.ts';
import { isOrdinaryWord, listCommonWords, rankOfWord } from '#search/words/word-weight.ts';
import { findLittle, findShortSlip, isBehindName } from './asking-words.ts';
import { isKnown } from './read-words.ts';
import { findUnwrittenNames, isInText } from './unwritten-names.ts';

/** A word as a person wrote it, and the one that was understood. */
export interface Correction {
  readonly written: string;
  readonly meant: string;
}

/** A question with the typing errors mended that its archive makes plain. */
export function mendSpelling(question: string, snapshot: Snapshot): { text: string; corrections: Correction[] } {
  const corrections: Correction[] = [];
  let text = '';
  let at = 0;
  const tokens = tokenize(question);
  const unwritten = findUnwrittenNames(tokens, snapshot);
  for (const [place, { raw, start }] of tokens.entries()) {
    // "how much fastr": what is counted is no name, though there be one.
    const isUnwritten = !isCounted(tokens, place) && unwritten.some(({ from, to }) => from <= place && place < to);
    const meant = isUnwritten
      ? ((isBehindName(tokens, place) ? findShortSlip(raw, snapshot) : undefined) ?? findMeantByName(raw, snapshot))
      : (findShortSlip(raw, snapshot) ??
        (isCounted(tokens, place)
          ? (findCounted(raw, tokens, snapshot) ?? findCommonSwap(raw.toLowerCase(), snapshot.spelling))
          : isKnown(raw, snapshot) || isHalfOfName(tokens, place, snapshot)
            ? findSlip(raw, snapshot)
            : (findTwoWords(raw, snapshot) ?? findLittle(tokens, place) ?? findMeant(raw, tokens, snapshot))));
    if (meant === undefined) continue;
    text += question.slice(at, start) + meant;
    at = start + raw.length;
    corrections.push({ written: raw, meant });
  }
  return { text: text + question.slice(at), corrections };
}

// "foo db" is Foodb, which is written as one word.
function isHalfOfName(tokens: readonly Token[], place: number, { names }: Snapshot): boolean {
  return [place - 1, place].some((from) => {
    const joined = foldName((tokens[from]?.raw ?? '') + (tokens[from + 1]?.raw ?? ''));
    const named = from < 0 || from + 1 >= tokens.length ? undefined : names.findFolded(joined);
    return named !== undefined && [named.name, ...named.also].some((name) => name.toLowerCase() === joined);
  });
}

// "windfarm", where "wind farm" is written of: two words that stand side by side here.
function findTwoWords(raw: string, snapshot: Snapshot): string | undefined {
  if (!/^\p{Ll}+$/u.test(raw)) return undefined;
  for (let at = SHORTEST_HALF; at <= raw.length - SHORTEST_HALF; at++) {
    const halves = [raw.slice(0, at), raw.slice(at)];
    const pair = halves.join(' ');
    if (halves.every((half) => snapshot.words.has(half)) && isInText(tokenize(pair), snapshot)) return pair;
  }
  return undefined;
}

const SHORTEST_HALF = 3;

// "how much mony": behind these words stands what is counted.
const isCounted = (tokens: readonly Token[], place: number) =>
  /^(?:many|much)$/i.test(tokens[place - 1]?.raw ?? '') && /^how$/i.test(tokens[place - 2]?.raw ?? '');

function findCounted(raw: string, tokens: readonly Token[], snapshot: Snapshot): string | undefined {
  const lower = raw.toLowerCase();
  if (snapshot.words.has(lower) || rankOfWord(lower) !== undefined || lower !== raw) return undefined;
  const before = tokens[tokens.findIndex((token) => token.raw === raw) - 1]?.raw ?? '';
  const written = /^many$/i.test(before) ? findMostWritten(raw, snapshot) : undefined;
  return written ?? (isKnown(raw, snapshot) ? undefined : findMeant(raw, tokens, snapshot)) ?? findOrdinary(raw);
}

// "how many cors": of all that is a slip away, what most is written of here.
function findMostWritten(raw: string, { spelling, index }: Snapshot): string | undefined {
  const holdersOf = (word: string) => {
    const id = index.termIds.get(termsOfWord(word)[0] ?? '');
    return id === undefined ? 0 : countHolders(index, id);
  };
  return [...spelling.suggest(raw), ...ordinarySpelling.suggest(raw)]
    .filter(({ word, edits }) => edits <= 1 && (rankOfWord(word) ?? COMMON_RANK) >= LITTLE_WORDS && holdersOf(word) > 0)
    .sort((a, b) => a.edits - b.edits || holdersOf(b.word) - holdersOf(a.word))[0]?.word;
}

function findOrdinary(raw: string): string | undefined {
  const found = ordinarySpelling.suggest(raw);
  return found
    .filter(({ edits }) => edits <= 1)
    .sort((a, b) => (rankOfWord(a.word) ?? 0) - (rankOfWord(b.word) ?? 0))[0]?.word;
}

const COMMON_RANK = 3000;
const VERY_COMMON_RANK = 1000;
// "was", "all": nothing that is counted.
const LITTLE_WORDS = 200;

function findMeant(raw: string, tokens: readonly Token[], snapshot: Snapshot): string | undefined {
  const { spelling, names } = snapshot;
  const [first, ...others] = spelling.suggest(raw);
  if (first === undefined || first.edits >= 1) {
    const ordinary = findSwapped(raw);
    if (ordinary !== undefined) return ordinary;
    const short = findShort(raw, tokens, snapshot) ?? findCommonShort(raw, snapshot);
    if (short !== undefined) return short;
    if (first === undefined) return findEveryday(raw);
  }
  const near = [first, ...others];
  const equal = near.filter(({ edits }) => edits === first.edits);
  // A name before an everyday word, an everyday word before a rare one.
  const named = equal.find(({ word }) => names.findFolded(word) !== undefined);
  const common = equal.find(({ word }) => (rankOfWord(word) ?? COMMON_RANK) < COMMON_RANK);
  // "nanpi cluster": what is written of together with the question's other words, before what is spelt a little nearer.
  const together =
    near.length > 1
      ? near.find(({ word }) => !isOrdinaryWord(word) && isWrittenWith(word, raw, tokens, snapshot))
      : undefined;
  return (together ?? named ?? common ?? first).word;
}

// "apache mezos": so short a word may be a name of its own, but not where one so near is a name together with what stands beside it.
function findShort(raw: string, tokens: readonly Token[], { spelling, names }: Snapshot): string | undefined {
  const at = tokens.findIndex((token) => token.raw === raw);
  const [before = '', after = ''] = [tokens[at - 1]?.raw, tokens[at + 1]?.raw];
  const isName = (words: string) => names.findFolded(foldName(words)) !== undefined;
  return spelling
    .suggestShort(raw)
    .find(({ word }) => isName(word) && ((before && isName(before + word)) || (after && isName(word + after))))?.word;
}

// A word that nobody wrote of here, and that is another by a slip of the fingers: "dose the foodb run".
function findSlip(raw: string, { words, names, spelling }: Snapshot): string | undefined {
  const lower = raw.toLowerCase();
  if (words.has(lower) || names.words.has(lower)) return undefined;
  const rank = rankOfWord(lower);
  const findName = (most: number) =>
    spelling.suggest(lower).find(({ word, edits }) => edits <= most && names.findFolded(word) !== undefined)?.word;
  // Of the language by its stem alone: "writting", "quernned" where Querned is a name.
  if (rank === undefined) return findSwapped(raw) ?? findName(DOUBLED);
  if (rank < COMMON_RANK) return undefined;
  return findCommonSwap(lower, spelling) ?? (lower.length >= LONG ? findName(1) : undefined);
}

// "how much dose it cost": letters that changed places in a word that everybody uses.
const findCommonSwap = (lower: string, spelling: Spelling) =>
  spelling.suggest(lower).find(({ word, edits }) => edits < 1 && (rankOfWord(word) ?? COMMON_RANK) < VERY_COMMON_RANK)
    ?.word;

// "deos it run": there is a DeOS, too.
const findMeantByName = (raw: string, { spelling }: Snapshot) =>
  /^\p{Ll}+$/u.test(raw) ? findCommonSwap(raw, spelling) : undefined;

const LONG = 6;

const ordinarySpelling = buildSpelling(listCommonWords);

// "wieght", "writting": letters that changed places, or one that stands twice. Other slips may as well be the name of something ("skaffold").
function findSwapped(raw: string): string | undefined {
  if (!/^\p{Ll}{4,}$/u.test(raw)) return undefined;
  return ordinarySpelling.suggest(raw).find(({ edits }) => edits < 1)?.word;
}

// A word that has few facts tells; "the" is written with everything.
const MAX_FACTS = 150;

function isWrittenWith(word: string, raw: string, tokens: readonly Token[], { index }: Snapshot): boolean {
  const holdersOf = (terms: readonly string[]) => {
    const id = index.termIds.get(terms[0] ?? '');
    return id === undefined ? new Uint32Array() : listAt(index.holders, id);
  };
  const own = holdersOf(termsOfWord(word));
  return tokens.some((token) => {
    const places = token.raw === raw ? new Uint32Array() : holdersOf(token.terms);
    return places.length <= MAX_FACTS && places.some((place) => own[findFrom(own, place)] === place);
  });
}

// "prise": one letter for another, where that makes a word that everybody uses here.
function findCommonShort(raw: string, { spelling, index }: Snapshot): string | undefined {
  if (!/^\p{Ll}+$/u.test(raw)) return undefined;
  const holdersOf = (word: string) => {
    const id = index.termIds.get(termsOfWord(word)[0] ?? '');
    return id === undefined ? 0 : listAt(index.holders, id).length;
  };
  return spelling
    .suggestShort(raw)
    .filter(({ word }) => (rankOfWord(word) ?? COMMON_RANK) < COMMON_RANK && holdersOf(word) >= MANY)
    .sort((a, b) => holdersOf(b.word) - holdersOf(a.word))[0]?.word;
}

const MANY = 30;

// "happend": a longer word that no issue has anything like, and that is no name that people know.
function findEveryday(raw: string): string | undefined {
  if (raw.length < LONG || !/^\p{Ll}+$/u.test(raw)) return undefined;
  const found = findOrdinary(raw);
  return found !== undefined && (rankOfWord(found) ?? COMMON_RANK) < EVERYDAY_RANK ? found : undefined;
}

const EVERYDAY_RANK = 1500;
