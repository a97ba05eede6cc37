import { foldName } from '#facts/fold-name.ts';
import type { Snapshot } from '#search/snapshot.ts';
import { stemWord, type Token, termsOfWord } from '#search/words/tokenize.ts';
import { isOrdinaryWord, weighWord } from '#search/words/word-weight.ts';
import { findTargetsInQuestion } from '#targets/finding/find-targets.ts';
import type { Target } from '#targets/target.ts';
import { hasKinds } from '#targets/vocabulary.ts';
import { isPreposition } from './asking-words.ts';

// A part of a joined word that says how something is, and names nothing: "arm64-based", "foodb-compatible".
const SUFFIX =
  /^(?:based|compatible|compliant|conform(?:ing|ant)|certified|native|like|only|ready|specific|related|style|powered|enabled|capable|side|class|friendly|free|built|optimi[sz]ed|ish|less|wise|level|hosted|centric|heavy|intensive|oriented|focus(?:s)?ed|bound|hungry|sized|shaped|length|long|old|bit|core|node|port|aware|agnostic|in|on|the|of|a|up|out|off|to|and|go|box)$/i;

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
  isRead: (place: number) => boolean,
): string[] {
  const isCovered = (place: number) => isRead(place) || topics.some(({ from, to }) => from <= place && place < to);
  const hasSubject = topics.some(({ target, isStory }) => target === undefined && !isStory);
  return tokens
    .filter(({ raw, start }, place) => {
      if (start < asking.start || start >= asking.end) return false;
      if (isCovered(place)) return false;
      if (findKindBehind(topics, place) !== undefined && isProper(text, start)) return true;
      if (!hasSubject && asksYesNo && isBareSubject(text, raw, start, snapshot)) return true;
      if (asksYesNo && isSortOf(text, raw, start, snapshot)) return true;
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

// "does steam run on arm64?": a word of the language that stands where a name does, and that nobody here has written.
function isBareSubject(text: string, raw: string, start: number, { words }: Snapshot): boolean {
  if (!/^\p{L}{3,}$/u.test(raw) || words.has(raw.toLowerCase()) || NO_SUBJECT.test(raw)) return false;
  const before = text.slice(0, start);
  const behind = text.slice(start + raw.length);
  // "steam on arm linux"
  if (
    /^\W*(?:(?:so|and|but|hey|hi)\W+)?$/i.test(before) &&
    /^\s+(?:on|under)\s/i.test(behind) &&
    weighWord(raw) > EVERYDAY
  )
    return true;
  return (
    /(?:^|[.,;!?]\s*|\b(?:so|and|but|hey|hi)[\s,]+)(?:does|can|will|did)\s+$/i.test(before) &&
    /^\s+(?:run|boot|compile)\b/i.test(behind)
  );
}

// "is there a spatula of foodb?": that there is a Foodb tells nothing of what nobody here has written of.
const isSortOf = (text: string, raw: string, start: number, { words }: Snapshot): boolean =>
  /\bis there an? $/i.test(text.slice(0, start)) &&
  /^\s+(?:of|for)\b/i.test(text.slice(start + raw.length)) &&
  /^\p{L}{3,}$/u.test(raw) &&
  !words.has(raw.toLowerCase()) &&
  !NO_SUBJECT.test(raw);

const EVERYDAY = 0.2;
const NO_SUBJECT =
  /^(?:it|this|that|these|those|they|there|he|she|who|what|which|one|ones|any\p{L}*|every\p{L}*|some\p{L}*|nothing|most|all|both|everybody|people|software|code|stuff|things?|way|plan|date|chance|reason|list|guide|tutorial|fix|workaround|alternative|equivalent|replacement|version|build|port|release|image|driver|package|installer|client|server|distro|distribution|database|language|compiler|browser|editor|emulator|kernel|library|app|program|game|tool|market|price|use|case|need|demand)$/iu;

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
  const isEnd = (part: string) => part === parts.at(-1) && SUFFIX.test(part);
  if (parts.some((part) => !isEnd(part) && isStrange(part, snapshot) && !isTarget(part))) return true;
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
