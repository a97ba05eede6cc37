import { foldName } from '#facts/parse-subjects.ts';
import { listAt } from '#search/number-lists.ts';
import type { Snapshot } from '#search/snapshot.ts';
import { findFrom } from '#search/words/find-from.ts';
import { buildSpelling } from '#search/words/spelling.ts';
import { stemWord, type Token, termsOfWord, tokenize } from '#search/words/tokenize.ts';
import { isOrdinaryWord, listCommonWords, rankOfWord } from '#search/words/word-weight.ts';
import { findTargetsInQuestion } from '#targets/finding/find-targets.ts';
import type { Target } from '#targets/target.ts';
import { hasKinds } from '#targets/vocabulary.ts';
import { isPreposition } from './asking-words.ts';

/** A word as a person wrote it, and the one that was understood. */
export interface Correction {
  readonly written: string;
  readonly meant: string;
}

// A part of a joined word that says how something is, and names nothing: "arm64-based", "foodb-compatible".
const SUFFIX =
  /^(?:based|compatible|native|like|only|ready|specific|related|style|powered|enabled|capable|side|class|friendly|free|built|optimi[sz]ed|ish|less|wise|level|hosted|bit|core|node|port|aware|agnostic|in|on|the|of|a|up|out|off|to|and|go|box)$/i;

/** A question with the typing errors mended that its archive makes plain. */
export function mendSpelling(question: string, snapshot: Snapshot): { text: string; corrections: Correction[] } {
  const corrections: Correction[] = [];
  let text = '';
  let at = 0;
  const tokens = tokenize(question);
  for (const [place, { raw, start }] of tokens.entries()) {
    const meant = isCounted(tokens, place)
      ? findCounted(raw, tokens, snapshot)
      : isKnown(raw, snapshot) || isHalfOfName(tokens, place, snapshot)
        ? findSlip(raw, snapshot)
        : findMeant(raw, tokens, snapshot);
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

// "how much mony": what is counted is no name.
const isCounted = (tokens: readonly Token[], place: number) =>
  /^(?:many|much)$/i.test(tokens[place - 1]?.raw ?? '') && /^how$/i.test(tokens[place - 2]?.raw ?? '');

function findCounted(raw: string, tokens: readonly Token[], snapshot: Snapshot): string | undefined {
  const lower = raw.toLowerCase();
  if (snapshot.words.has(lower) || rankOfWord(lower) !== undefined || lower !== raw) return undefined;
  return (isKnown(raw, snapshot) ? undefined : findMeant(raw, tokens, snapshot)) ?? findOrdinary(raw);
}

function findOrdinary(raw: string): string | undefined {
  const found = ordinarySpelling.suggest(raw);
  return found
    .filter(({ edits }) => edits <= 1)
    .sort((a, b) => (rankOfWord(a.word) ?? 0) - (rankOfWord(b.word) ?? 0))[0]?.word;
}

/** True for a word that the archive or the language has: it is no typing error, and no name that nobody wrote about. */
export function isKnown(raw: string, { words, names, index }: Snapshot): boolean {
  const lower = raw.toLowerCase().replace(/['’]s$/, '');
  if (
    words.has(lower) ||
    names.words.has(lower) ||
    names.findFolded(foldName(lower)) !== undefined ||
    isOrdinaryWord(lower) ||
    isShortFor(lower, index)
  )
    return true;
  // "runtime.hopper2": code whose every part is written of.
  const parts = lower.split('.');
  if (parts.length > 1 && parts.every((part) => part.length > 2 && words.has(part))) return true;
  return (
    /[^s]s$/.test(lower) &&
    (words.has(lower.slice(0, -1)) || names.findFolded(foldName(lower.slice(0, -1))) !== undefined)
  );
}

// "certs" are certificates, and "jan" is January, also where they stand in no sentence.
function isShortFor(lower: string, { termIds }: Snapshot['index']): boolean {
  const [term = lower] = termsOfWord(lower);
  return term !== stemWord(lower) && termIds.has(term);
}

const COMMON_RANK = 3000;

function findMeant(raw: string, tokens: readonly Token[], snapshot: Snapshot): string | undefined {
  const { spelling, names } = snapshot;
  const [first, ...others] = spelling.suggest(raw);
  if (first === undefined || first.edits >= 1) {
    const ordinary = findSwapped(raw);
    if (ordinary !== undefined) return ordinary;
    const short = findShort(raw, tokens, snapshot);
    if (short !== undefined || first === undefined) return short;
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
  if (words.has(lower) || names.words.has(lower) || (rankOfWord(lower) ?? 0) < COMMON_RANK) return undefined;
  const near = spelling.suggest(lower);
  return (
    near.find(({ edits }) => edits < 1) ??
    near.find(({ word, edits }) => edits <= 1 && lower.length >= LONG && names.findFolded(word) !== undefined)
  )?.word;
}

const LONG = 6;

const ordinarySpelling = buildSpelling(listCommonWords);

// "wieght": letters that changed places. Other slips may as well be the name of something ("skaffold").
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

/**
 * The names in a question that nobody has written about. A strange word in what is told around the question is none; it is
 * one where the question names nothing else, beside a name, or where a place stands.
 */
export function findUnknownNames(
  text: string,
  tokens: readonly Token[],
  topics: readonly {
    readonly from: number;
    readonly to: number;
    readonly target: Target | undefined;
    readonly isStory: boolean;
    readonly words: string;
  }[],
  asksYesNo: boolean,
  asking: { readonly start: number; readonly end: number },
  snapshot: Snapshot,
): string[] {
  const isCovered = (place: number) => topics.some(({ from, to }) => from <= place && place < to);
  const hasSubject = topics.some(({ target, isStory }) => target === undefined && !isStory);
  return tokens
    .filter(({ raw, start }, place) => {
      if (start < asking.start || start >= asking.end) return false;
      if (isCovered(place)) return false;
      if (findKindBehind(topics, place) !== undefined && isProper(text, start)) return true;
      if (!(isStrange(raw, snapshot) || isStrangeJoin(raw, snapshot))) return false;
      // "heya, …": called out before anything is said.
      if (start === 0 && raw === raw.toLowerCase() && /^\s*[,!.]/.test(text.slice(raw.length))) return false;
      const isBeside = topics.some(({ from, to, target }) =>
        target === undefined ? to === place || from === place + 1 : hasKinds(target) && from === place + 1,
      );

      const isPlace = isPreposition(tokens[place - 1]?.raw ?? '');
      return (!hasSubject && asksYesNo) || isBeside || isPlace || isStrangeJoin(raw, snapshot) || /^\p{Lu}/u.test(raw);
    })
    .map(({ raw }) => {
      const kind = findKindBehind(
        topics,
        tokens.findIndex((token) => token.raw === raw),
      );
      return kind === undefined ? raw : `${raw} ${kind.words}`;
    });
}

const findKindBehind = <One extends { readonly from: number; readonly target: Target | undefined }>(
  topics: readonly One[],
  place: number,
): One | undefined => topics.find(({ from, target }) => from === place + 1 && target !== undefined && hasKinds(target));

// "does Quern Linux boot": a kind of Linux that nobody wrote about. The first word of a sentence has a capital by itself.
const isProper = (text: string, start: number) =>
  /^\p{Lu}\p{Ll}/u.test(text.slice(start)) && /[\p{L}\p{N},]['’]?s?\s+$/u.test(text.slice(0, start));

// One that is a target whole, alone: "linux-arm64" is two of them, "pi-hole" half of one.
function isTarget(part: string): boolean {
  const [mention] = findTargetsInQuestion(part);
  return mention !== undefined && mention.words.length === part.length && mention.corrections.length === 0;
}

function isStrange(raw: string, snapshot: Snapshot): boolean {
  // A single letter may be a name ("the D compiler"), but for those that are words.
  if (/^\p{L}$/u.test(raw)) return !/^[aisumtdxy]$/i.test(raw) && !snapshot.words.has(raw.toLowerCase());
  return (
    raw.length > 2 && /\p{L}/u.test(raw) && !/\d/.test(raw[0] ?? '') && !isKnown(raw, snapshot) && !/[-_/]/.test(raw)
  );
}

const MAX_PARTS = 8;

/** "foodb-flurble" is one name: that half of it is known says nothing of the whole. */
export function isStrangeJoin(raw: string, snapshot: Snapshot): boolean {
  const parts = raw.split(/[-_/]/).filter(Boolean);
  // More parts make no name, and every run of them is looked at below.
  if (
    parts.length < 2 ||
    parts.length > MAX_PARTS ||
    snapshot.words.has(raw.toLowerCase()) ||
    parts.slice(1).some(isPreposition)
  )
    return false;
  if (snapshot.names.findFolded(foldName(raw)) !== undefined || isTarget(raw)) return false;
  if (parts.some((part) => isStrange(part, snapshot) && !isTarget(part))) return true;
  // "foodb/quernd": two words that are both known are no name together.
  if (raw.includes('/') && parts.every((part) => snapshot.words.has(part.toLowerCase()))) return false;
  const isName = (part: string) => snapshot.names.findFolded(foldName(part)) !== undefined || isTarget(part);
  // "node-red-dashboard": a name of two parts is a half of it, too.
  const hasName = parts.some((_, from) =>
    parts.some((__, to) => to >= from && isName(parts.slice(from, to + 1).join(''))),
  );
  return (
    hasName &&
    !parts.every((part) => isTarget(part) || (isName(part) && raw.includes('/'))) &&
    !SUFFIX.test(parts.at(-1) ?? '')
  );
}
