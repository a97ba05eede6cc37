import { foldName } from '#facts/parse-subjects.ts';
import { countHolders, weighTerm } from '#search/fact-index.ts';
import { findMentions, type Named } from '#search/names.ts';
import type { Snapshot } from '#search/snapshot.ts';
import { type Token, tokenize } from '#search/tokenize.ts';
import { weighWord } from '#search/word-weight.ts';
import { findTargetsInQuestion } from '#targets/find-targets.ts';
import type { Target } from '#targets/target.ts';
import { findAskingClause } from './asking-clause.ts';
import { isAskingWord, isPreposition } from './asking-words.ts';
import { readWanted, type Wanted } from './fits-kind.ts';
import { type Polarity, readPolarity } from './polarity.ts';
import { type QuestionKind, readQuestionKind } from './question-kind.ts';
import { type Correction, findUnknownNames, isStrangeJoin, mendSpelling } from './read-words.ts';
import type { Topic } from './topic.ts';

/** A telling word of a question, and the terms of the archive that it may stand for. */
export interface QueryWord {
  readonly raw: string;
  readonly weight: number;
  readonly rarity: number;
  readonly terms: readonly { readonly id: number; readonly factor: number }[];
  /** Within a topic. */
  readonly isNamed: boolean;
  /** A number right behind a name. */
  readonly isVersion: boolean;
  /** Told before or after what is asked: "we have a rack of them, does …?" */
  readonly isStory: boolean;
}

/** What a question asks, as far as its words tell. */
export interface Understanding {
  readonly question: string;
  readonly kind: QuestionKind;
  readonly wanted: Wanted;
  /** For "how many": the places of the words that may say of what. */
  readonly counted: readonly number[];
  readonly polarity: Polarity;
  readonly topics: readonly Topic[];
  readonly words: readonly QueryWord[];
  /** Names that nobody has written about. */
  readonly unknownNames: readonly string[];
  readonly corrections: readonly Correction[];
}

const MAX_TOKENS = 60;
const PART_FACTOR = 0.6;
const isPerson = ({ named }: Topic) => named?.kind.includes('person') ?? false;
const HAS_ROLE = /\bwho(?:'s|’s| is| was| are)? (?!(?:is|was|are)\b)\p{L}+(?:s|ed|ing)\b|\bof\b|\bbehind\b/iu;
const ARTICLE = /^(?:the|a|an|my|our|your|this|that|any|some|old|new|latest|plain|native|official|of|bare)$/i;
const EVERYDAY_WEIGHT = 1;
// The 150 commonest words weigh less.
const LITTLE = 0.1;
const STORY = 0.2;
const ASKING = 0.3;
const HOST = /^(?:github|gitlab|twitter|youtube|medium|docker ?hub)$/i;
const RUNS =
  /\b(?:runs?|works?|boots?|supports?|supported|builds?|packages?|binary|binaries|images?|agent|version|port|install|available|ready)\b/i;
// "can they run it on those?"
const POINTS_BACK =
  /\b(?:on|for|with|under|in|to|of)\s+(?:it|them|those|these|that|this|there)\b|\b(?:manage|run|support|use|handle) (?:it|them|those|these)\b|\bthere\b(?! (?:is|are|a|an|any)\b)/i;

/** Reads a question against one archive. */
export function understandQuestion(question: string, snapshot: Snapshot): Understanding {
  const { text, corrections } = mendSpelling(splitPairs(question, snapshot), snapshot);
  const asking = findAskingClause(text);
  const tokens = cutTokens(tokenize(text), asking.start);
  const isStory = ({ start }: Pick<Token, 'start'>) => start < asking.start || start >= asking.end;
  const all = findTopics(text, tokens, snapshot);
  // What a story names counts where the question itself names nothing of the sort ("can they run it?").
  const isTold = ({ from }: Topic) => tokens[from] !== undefined && isStory(tokens[from]);
  const asked = text.slice(asking.start, asking.end);
  const hasPlace = all.some(({ target, isPlace }) => target !== undefined || isPlace);
  const kind = readQuestionKind(asked, hasPlace);
  const ownTargets = all.some((one) => one.target !== undefined && !isTold(one));
  const ownSubjects = all.some((one) => one.target === undefined && !isTold(one));
  const topics = all.map((topic) => {
    // "is it on github?" asks for an address there.
    if (kind === 'where' && HOST.test(topic.words)) return { ...topic, isDoubtful: true };
    if (!isTold(topic)) return topic;
    const isNeeded =
      topic.target === undefined ? !ownSubjects : POINTS_BACK.test(asked) || (!ownTargets && RUNS.test(asked));
    return { ...topic, isStory: true, isNeeded };
  });
  const told = placesOf(topics.filter(({ isStory: isOutside, isNeeded }) => isOutside && !isNeeded));
  const covered = placesOf(topics);
  return {
    question: text,
    kind,
    // "who is she?" asks of somebody who is named.
    wanted: kind === 'who' && topics.some(isPerson) && !HAS_ROLE.test(asked) ? 'any' : readWanted(kind, asked),
    counted: findCounted(tokens),
    polarity: readPolarity(asked),
    topics,
    words: tokens.map((token, place) =>
      readWord(
        token,
        {
          isNamed: covered.has(place),
          isVersion: covered.has(place - 1) && /^v?\d/.test(token.raw),
          isStory: isStory(token) && (!covered.has(place) || told.has(place)),
        },
        snapshot,
      ),
    ),
    unknownNames: findUnknownNames(
      text,
      tokens,
      topics,
      kind === 'compat' || kind === 'any' || ((kind === 'what' || kind === 'amount') && topics.length === 0),
      topics.length === 0 ? { start: 0, end: text.length } : asking,
      snapshot,
    ),
    corrections,
  };
}

// "foodb/quernd": two names, where it is none itself.
function splitPairs(question: string, { names }: Snapshot): string {
  const isName = (part: string) => names.findFolded(foldName(part)) !== undefined;
  return question.replace(/[\p{L}\p{N}.+-]+(?:\/[\p{L}\p{N}.+-]+)+/gu, (joined) =>
    !isName(joined) && joined.split('/').every(isName) ? joined.replaceAll('/', ' ') : joined,
  );
}

// Of a long story, what stands around the question.
function cutTokens(tokens: readonly Token[], start: number): readonly Token[] {
  if (tokens.length <= MAX_TOKENS) return tokens;
  const first = tokens.findIndex((token) => token.start >= start);
  const from = Math.min(Math.max(0, first - BEFORE), tokens.length - MAX_TOKENS);
  return tokens.slice(from, from + MAX_TOKENS);
}

const BEFORE = 30;

function findTopics(text: string, tokens: readonly Token[], snapshot: Snapshot): Topic[] {
  const { names } = snapshot;
  const isName = (word: string) => names.findFolded(foldName(word)) !== undefined || snapshot.words.has(word);
  const beginning = tokens[0]?.start ?? 0;
  const placeOf = (offset: number) =>
    offset < beginning ? -1 : tokens.findIndex(({ start, raw }) => offset < start + raw.length);
  const targets = findTargetsInQuestion(text, isName)
    .map(({ target, start, end }) => {
      const from = placeOf(start);
      const last = placeOf(end - 1);
      return { target, from, to: (last < 0 ? tokens.length - 1 : last) + 1 };
    })
    // "pi-hole" is no Pi.
    .filter(({ from, to }) => to - from !== 1 || !isStrangeJoin(tokens[from]?.raw ?? '', snapshot));
  const mentions = findMentions(tokens, names);
  const topics: Topic[] = [];
  const add = (from: number, to: number, named: Named | undefined, target: Target | undefined) => {
    const words = tokens
      .slice(from, to)
      .map(({ raw }) => raw)
      .join(' ');
    const isDoubtful =
      target === undefined && to - from === 1 && words === words.toLowerCase() && weighWord(words) <= EVERYDAY_WEIGHT;
    const last = tokens[to - 1];
    const place = { start: tokens[from]?.start ?? 0, end: (last?.start ?? 0) + (last?.raw.length ?? 0) };
    topics.push({
      words,
      named,
      target,
      from,
      to,
      ...place,
      isPlace: !named?.kind.includes('person') && isPlace(tokens, from),
      isDoubtful,
      isStory: false,
      isNeeded: false,
    });
  };
  for (const { named, from, to } of mentions) {
    const inside = targets.filter((one) => one.from < to && one.to > from);
    const [same] = inside;
    // The longer holds: a name that has a target in it ("Windows on Arm"), a target that has a name in it ("Debian 9").
    if (same !== undefined && same.to - same.from > to - from) add(same.from, same.to, named, same.target);
    else add(from, to, named, isOfLongerName(same, from, to) ? undefined : same?.target);
  }
  for (const { target, from, to } of targets)
    if (from >= 0 && !topics.some((topic) => topic.from < to && topic.to > from)) add(from, to, undefined, target);
  return settleDoubts(
    topics.sort((a, b) => a.from - b.from),
    tokens,
  );
}

// "Foobook Pro" is another device than the Foobook; "Windows on Arm" is Windows.
const isOfLongerName = (found: { target: Target; from: number; to: number } | undefined, from: number, to: number) =>
  found?.target.kind === 'device' && to - from > found.to - found.from;

// An everyday word that is also a name is the name where nothing else is, where it stands as one ("does go run …"), and beside a name.
function settleDoubts(topics: readonly Topic[], tokens: readonly Token[]): Topic[] {
  const hasSure = topics.some(
    ({ named, target, isDoubtful }) => named !== undefined && target === undefined && !isDoubtful,
  );
  return topics.map((topic, i) => {
    if (!topic.isDoubtful) return topic;
    const before = tokens[topic.from - 1]?.raw ?? '';
    const isBeside = topics[i - 1]?.to === topic.from || topics[i + 1]?.from === topic.to;
    const next = tokens[topic.to]?.raw ?? '';
    const isSubject =
      topic.from === 0 || (/^(?:does|is|has|did|was|will|can|do|are)$/i.test(before) && !isPreposition(next));
    const isTelling = weighWord(topic.words) > EVERYDAY;
    return { ...topic, isDoubtful: !((isBeside && isTelling) || (!hasSure && (isTelling || isSubject))) };
  });
}

const EVERYDAY = 0.2;

const placesOf = (topics: readonly Topic[]) =>
  new Set(topics.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, i) => from + i)));

function isPlace(tokens: readonly Token[], from: number): boolean {
  let at = from - 1;
  while (at >= 0 && ARTICLE.test(tokens[at]?.raw ?? '')) at--;
  return at >= 0 && isPreposition(tokens[at]?.raw ?? '') && !ORIGIN.test(tokens[at]?.raw ?? '');
}

// "can it cross build from my x86 machine?": where something comes from is not where it is to run.
const ORIGIN = /^(?:from|by|of)$/i;

// "how many CPU cores": one of the two words behind it is what is counted.
function findCounted(tokens: readonly Token[]): number[] {
  const at = tokens.findIndex(
    ({ raw }, place) => /^how$/i.test(raw) && /^(?:many|much)$/i.test(tokens[place + 1]?.raw ?? ''),
  );
  if (at < 0) return [];
  return [at + 2, at + 3].filter((place) => place < tokens.length && !NO_THING.test(tokens[place]?.raw ?? ''));
}

const NO_THING =
  /^(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|of|on|in|at|for|to|the|a|an|more|less|\w{3,}er|it|you|i|they|we)$/i;

function readWord(
  { raw, terms }: Token,
  place: Pick<QueryWord, 'isNamed' | 'isVersion' | 'isStory'>,
  { index }: Snapshot,
): QueryWord {
  const found = terms.flatMap((term, part) => {
    const id = index.termIds.get(term);
    return id === undefined ? [] : [{ id, factor: part === 0 ? 1 : PART_FACTOR }];
  });
  const count = found.length === 0 ? 0 : countHolders(index, found[0]?.id ?? 0);
  const share = place.isStory ? STORY : !place.isNamed && isAskingWord(raw) ? ASKING : 1;
  // How rare a little word is ("for", "does") tells nothing.
  const rarity = weighWord(raw) < LITTLE ? 0 : Math.log(1 + (index.facts.length - count + 0.5) / (count + 0.5));
  return {
    raw,
    weight: weighTerm(raw, count, index.facts.length) * share,
    rarity: rarity * share,
    terms: found,
    ...place,
  };
}
