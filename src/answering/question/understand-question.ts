import { foldName } from '#facts/fold-name.ts';
import type { Snapshot } from '#search/snapshot.ts';
import { needOf } from '#search/words/needed-words.ts';
import { type Token, tokenize } from '#search/words/tokenize.ts';
import { isProcessor } from '#targets/vocabulary.ts';
import { findAskingClause } from './asking-clause.ts';
import { findTopics } from './find-topics.ts';
import { readWanted, type Wanted } from './fits-kind.ts';
import { type Correction, mendSpelling } from './mend-spelling.ts';
import { type Polarity, readPolarity } from './polarity.ts';
import { type QuestionKind, readQuestionKind } from './question-kind.ts';
import { type QueryWord, readWord } from './read-word.ts';
import { findUnknownNames } from './read-words.ts';
import type { Topic } from './topic.ts';
import { findUnwrittenNames, isOfUnwrittenRelease } from './unwritten-names.ts';

/** What a question asks, as far as its words tell. */
export interface Understanding {
  readonly question: string;
  readonly kind: QuestionKind;
  readonly wanted: Wanted;
  /** For "how many": the places of the words that may say of what. */
  readonly counted: readonly number[];
  /** For "what is the battery life of …?": the places of the words for that, of which one must be told. */
  readonly measured: readonly number[];
  readonly polarity: Polarity;
  readonly topics: readonly Topic[];
  readonly words: readonly QueryWord[];
  /** Names that nobody has written about. */
  readonly unknownNames: readonly string[];
  readonly corrections: readonly Correction[];
}

const MAX_TOKENS = 60;
// "&amp;": a sign as HTML writes it.
const ENTITY = /&(?:[a-z]{2,8}|#\d{1,6});/gi;
const isPerson = ({ named }: Topic) => named?.kind.includes('person') ?? false;
const HAS_ROLE = /\bwho(?:'s|’s| is| was| are)? (?!(?:is|was|are)\b)\p{L}+(?:s|ed|ing)\b|\bof\b|\bbehind\b/iu;
const HOST = /^(?:github|gitlab|twitter|youtube|medium|docker ?hub)$/i;
const RUNS =
  /\b(?:runs?|works?|boots?|supports?|supported|builds?|packages?|binary|binaries|images?|agent|version|port|install|available|ready)\b/i;
// "can they run it on those?"
const POINTS_BACK =
  /\b(?:on|for|with|under|in|to|of)\s+(?:it|them|those|these|that|this|there)\b|\b(?:manage|run|support|use|handle|execute|accept)s? (?:it|them|those|these)\b|(?<!\b(?:is|are|was|were) )\bthere\b(?! (?:is|are|a|an|any)\b)|\bany\W*$/i;

// "Foosoft 24-core box": how many, and of no version.
const UNIT =
  /^(?:cores?|cpus?|threads?|nodes?|sockets?|servers?|boards?|[kmgt]i?b|[kmg]?hz|w|watts?|inch(?:es)?|bits?)$/i;
// "a Rust-written system", "Docker-based": a name, and how something is made of it.
const MADE =
  /^\p{L}[\p{L}\p{N}+]+-(?:written|based|powered|built|made|hosted|backed|driven|compatible|compliant|conform(?:ing|ant)|certified|ready|enabled|capable|specific|related|equipped|flavou?red)$/iu;

/** Reads a question against one archive. */
export function understandQuestion(question: string, snapshot: Snapshot): Understanding {
  const { text, corrections } = mendSpelling(
    splitCompounds(splitPairs(question.replace(ENTITY, ' '), snapshot), snapshot),
    snapshot,
  );
  const asking = findAskingClause(text);
  const tokens = cutTokens(tokenize(text), asking.start);
  const isStory = ({ start }: Pick<Token, 'start'>) => start < asking.start || start >= asking.end;
  const found = findTopics(text, tokens, snapshot);
  // A name that nobody has written about is not half of another, but for a board that is known as one.
  const unwritten = findUnwrittenNames(tokens, snapshot).filter(({ from, to }) =>
    found.every(
      (topic) =>
        topic.to <= from ||
        topic.from >= to ||
        (topic.from >= from && topic.to <= to && topic.to - topic.from < to - from),
    ),
  );
  const all = found.filter((topic) => !unwritten.some(({ from, to }) => from <= topic.from && topic.to <= to));
  // What a story names counts where the question itself names nothing of the sort ("can they run it?").
  const isTold = ({ from, isAside }: Topic) => isAside || (tokens[from] !== undefined && isStory(tokens[from]));
  const asked = text.slice(asking.start, asking.end);
  const hasPlace = all.some(({ target, isPlace }) => target !== undefined || isPlace);
  const kind = readQuestionKind(asked, hasPlace);
  const own = all.filter((one) => !one.isDoubtful && !isTold(one));
  const ownTargets = own.some(({ target }) => target !== undefined);
  const ownSubjects = own.some(({ target }) => target === undefined);
  const topics = all.map((topic) => {
    // "is it on github?" asks for an address there.
    if (kind === 'where' && HOST.test(topic.words)) return { ...topic, isDoubtful: true };
    if (!isTold(topic)) return topic;
    const isNeeded =
      !topic.isAside &&
      (topic.target === undefined
        ? !ownSubjects
        : POINTS_BACK.test(asked) ||
          isHead(text, topic) ||
          (own.length === 0 && /\b(?:it|its|they|them|their)\b/i.test(asked)) ||
          (!ownTargets && (RUNS.test(asked) || (kind === 'compat' && isProcessor(topic.target)))));
    return { ...topic, isStory: true, isNeeded };
  });
  const told = placesOf(topics.filter(({ isStory: isOutside, isNeeded }) => isOutside && !isNeeded));
  const covered = placesOf(topics);
  // The 64 of "arm 64" and the 3 of "pi 3" are no versions.
  const ofNumber = placesOf(topics.filter(({ target }) => target !== undefined && target.kind !== 'operating-system'));
  // "who is she?" asks of somebody who is named.
  const wanted = kind === 'who' && topics.some(isPerson) && !HAS_ROLE.test(asked) ? 'any' : readWanted(kind, asked);
  const isOfValue = wanted === 'any' || wanted === 'number' || wanted === 'version';
  return {
    question: text,
    kind,
    wanted,
    counted: findCounted(tokens),
    measured: isOfValue && !namedOtherwise.has(kind) ? findMeasured(tokens) : [],
    polarity: readPolarity(asked),
    topics,
    words: tokens.map((token, place) =>
      readWord(
        token,
        {
          isNamed: covered.has(place),
          isVersion:
            covered.has(place - 1) &&
            !ofNumber.has(place) &&
            /^v?\d/.test(token.raw) &&
            !UNIT.test(tokens[place + 1]?.raw ?? ''),
          isStory: told.has(place) || (isStory(token) && !covered.has(place)),
        },
        snapshot,
        tokens[place + 1]?.terms[0] ?? '',
      ),
    ),
    unknownNames: [
      ...topics.flatMap((topic) => (isOfUnwrittenRelease(topic, topics, tokens, snapshot) ? [topic.words] : [])),
      ...unwritten.filter(({ from }) => !ownSubjects || !isStory(tokens[from] as Token)).map(({ name }) => name),
      ...findUnknownNames(
        text,
        tokens,
        topics,
        kind === 'compat' || kind === 'any' || ((kind === 'what' || kind === 'amount') && topics.length === 0),
        topics.length === 0 ? { start: 0, end: text.length } : asking,
        snapshot,
        (place) => unwritten.some(({ from, to }) => from <= place && place < to),
      ),
    ],
    corrections,
  };
}

/** Reads a question against the archive that it was made for. */
export type Understand = (question: string) => Understanding;

// "foobox 3: which chip?", "foobox 3 - how much memory?": what stands before the question, by itself, is what it is about.
const isHead = (text: string, { start, end }: Topic) => start === 0 && /^\s*(?::|[-–—])\s/.test(text.slice(end));

/** The same as `understandQuestion`, each question read once: handed on to all who look at the questions of one message. */
export function understandOnce(snapshot: Snapshot): Understand {
  const known = new Map<string, Understanding>();
  return (question) => {
    const understanding = known.get(question) ?? understandQuestion(question, snapshot);
    known.set(question, understanding);
    return understanding;
  };
}

// "foodb/quernd": two names, where it is none itself.
function splitPairs(question: string, { names }: Snapshot): string {
  const isName = (part: string) => names.findFolded(foldName(part)) !== undefined;
  return question.replace(/(?<![\p{L}\p{N}.+-])[\p{L}\p{N}.+-]+(?:\/[\p{L}\p{N}.+-]+)+/gu, (joined) =>
    !isName(joined) && joined.split('/').every(isName) ? joined.replaceAll('/', ' ') : joined,
  );
}

// "48-core", "foodb-on-a-board": words of their own that a writer has joined. "64-bit" and "pi-hole" stay what they are.
function splitCompounds(question: string, { names, words }: Snapshot): string {
  return question.replace(/(?<![\p{L}\p{N}.+_-])\p{N}*\p{L}*(?:-[\p{L}\p{N}]+)+(?![\p{L}\p{N}.+_-])/gu, (joined) => {
    if (names.findFolded(foldName(joined)) !== undefined) return joined;
    const isPhrase =
      (/-(?:on|in|for|of|to|with|and|at|a|an|the)-/i.test(joined) || MADE.test(joined)) &&
      !words.has(joined.toLowerCase());
    return isPhrase || /^\d+-(?!bit)\p{Ll}{3,}$/u.test(joined) ? joined.replaceAll('-', ' ') : joined;
  });
}

const placesOf = (topics: readonly Topic[]) =>
  new Set(topics.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, i) => from + i)));

// Of a long story, what stands around the question.
function cutTokens(tokens: readonly Token[], start: number): readonly Token[] {
  if (tokens.length <= MAX_TOKENS) return tokens;
  const first = tokens.findIndex((token) => token.start >= start);
  const from = Math.min(Math.max(0, first - BEFORE), tokens.length - MAX_TOKENS);
  return tokens.slice(from, from + MAX_TOKENS);
}

const BEFORE = 30;

// What these ask for has no name of its own in the answer: an address, a day, a way.
const namedOtherwise: ReadonlySet<QuestionKind> = new Set(['where', 'when', 'how', 'why']);

// "how many CPU cores": one of the two words behind it is what is counted.
function findCounted(tokens: readonly Token[]): number[] {
  const at = tokens.findIndex(
    ({ raw }, place) => /^how$/i.test(raw) && /^(?:many|much)$/i.test(tokens[place + 1]?.raw ?? ''),
  );
  // "how many of those boards": what is counted stands anywhere behind.
  if (at < 0) return findVersioned(tokens);
  if (/^of$/i.test(tokens[at + 2]?.raw ?? '')) return [];
  return [at + 2, at + 3].filter((place) => place < tokens.length && !NO_THING.test(tokens[place]?.raw ?? ''));
}

// "what is the battery life of the Foobox?": of that, a sentence must speak.
function findMeasured(tokens: readonly Token[]): number[] {
  const raws = tokens.map(({ raw }) => raw.toLowerCase());
  const at = raws.findIndex((raw, i) => /^(?:what|whats|what's|which)$/.test(raw) && i < raws.length - 1);
  if (at < 0) return [];
  const end = raws.findIndex((raw, i) => i > at && /^(?:of|in|on|for|does|do|did|has|have)$/.test(raw));
  return Array.from({ length: Math.max(0, end - at - 1) }, (_, i) => at + 1 + i).filter(
    (i) => needOf(raws[i] ?? '') === 'essential',
  );
}

// "which versions of foodb and quernd does it have?": of what.
function findVersioned(tokens: readonly Token[]): number[] {
  const of = tokens.findIndex(
    ({ raw }, place) => /^(?:of|from)$/i.test(raw) && /^versions?$/i.test(tokens[place - 1]?.raw ?? ''),
  );
  if (of < 0) return [];
  const end = tokens.findIndex(({ raw }, place) => place > of && ENDS_LIST.test(raw));
  return tokens.flatMap((token, place) =>
    place > of && (end < 0 || place < end) && !NO_THING.test(token.raw) && !/^and$/i.test(token.raw) ? [place] : [],
  );
}

const ENDS_LIST = /^(?:does|do|did|is|are|was|were|has|have|had|can|will|comes?|ships?|runs?|works?|supports?)$/i;

const NO_THING =
  /^(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|of|on|in|at|for|to|the|a|an|more|less|money|\w{3,}er|you|i|they|we|that|this|these|those|its?|their|my|our|your|his|her)$/i;
