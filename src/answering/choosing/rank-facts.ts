import { fitsKind } from '#answering/question/fits-kind.ts';
import type { Topic } from '#answering/question/topic.ts';
import type { Understanding } from '#answering/question/understand-question.ts';
import type { IndexedFact } from '#search/indexed-fact.ts';
import type { Snapshot } from '#search/snapshot.ts';
import { findCandidates } from './find-candidates.ts';
import { assumeLinux, matchTopic, type TopicMatch } from './match-topic.ts';
import { NO_LIST, prepareQuery, type Query } from './prepare-query.ts';
import { lacksPartOfName, otherWordsOfSubject, share, shareWith, weighRest } from './weigh-words.ts';

/** A fact weighed against a question. */
export interface RankedFact {
  /** In `snapshot.index.facts`. */
  readonly place: number;
  readonly indexed: IndexedFact;
  readonly score: number;
  /** One a topic of the question. */
  readonly topics: readonly TopicMatch[];
  /** The share of the question's telling words that the fact has, 0 to 1. */
  readonly coverage: number;
  /** How much the question's words tell that the fact lacks, names apart. */
  readonly missing: number;
  /** The same, without the words of asking ("available", "supported"). */
  readonly lacking: number;
  /** How much the one tells that tells most of these. */
  readonly strangest: number;
  /** How much it has of these. */
  readonly telling: number;
  /** How many words it has, and how many it lacks, without which a question is not answered ("battery"). */
  readonly hasEssential: number;
  readonly lacksEssential: number;
  /** How much they tell that it has. */
  readonly found: number;
  /** A number right behind a name, as of a version, that it does not have. */
  readonly lacksVersion: boolean;
  /** It speaks of what is counted, where something is. */
  readonly hasCounted: boolean;
  /** It speaks of nothing that a measure was asked of ("battery life"). */
  readonly lacksMeasured: boolean;
  /** How well the sentence itself has what is counted, 0 to 1; -1 where nothing is. */
  readonly countedSaid: number;
  /** A word right behind a name, which makes it another name ("foodb desktop"), and which the fact lacks. */
  readonly lacksPartOfName: boolean;
  readonly features: Features;
}

/** What tells whether a fact answers a question, each 0 to 1. */
export interface Features {
  readonly topics: number;
  readonly weakestTopic: number;
  readonly isSubject: number;
  readonly coverage: number;
  readonly saidCoverage: number;
  readonly headingCoverage: number;
  /** Of the question's words, those that the whole article has. */
  readonly articleCoverage: number;
  readonly rareCoverage: number;
  /** How much the question and the likest ask of the fact have in common, of all that either says. */
  readonly askLikeness: number;
  readonly fitsKind: number;
  readonly hasStatus: number;
  readonly lacksStatus: number;
  readonly isReviewed: number;
  readonly otherNames: number;
  readonly recency: number;
}

// Fitted by logistic regression on all asks of an archive, each asked without itself (`npm run eval -- --fit`).
export const weights: Record<keyof Features, number> = {
  topics: -0.9,
  weakestTopic: 0.8,
  isSubject: 0.6,
  coverage: 1.7,
  saidCoverage: 2.4,
  headingCoverage: 1.4,
  articleCoverage: 5,
  rareCoverage: 5.9,
  askLikeness: 3.1,
  fitsKind: 1.5,
  hasStatus: 2.1,
  lacksStatus: -0.4,
  isReviewed: 0.8,
  otherNames: -1,
  recency: 1,
};

/** An ask that is left out, to test whether its fact is found without it. */
export interface LeftOut {
  readonly place: number;
  readonly ask: number;
}

/** The facts that may answer, best first. */
export function rankFacts(understanding: Understanding, snapshot: Snapshot, leftOut?: LeftOut): RankedFact[] {
  const { facts } = snapshot.index;
  const query = prepareQuery(understanding, snapshot);
  return findCandidates(understanding, snapshot)
    .map((place) => weigh(place, facts[place] as IndexedFact, query, leftOut?.place === place ? leftOut : undefined))
    .sort((a, b) => b.score - a.score || b.place - a.place);
}

function weigh(place: number, indexed: IndexedFact, query: Query, leftOut: LeftOut | undefined): RankedFact {
  const { topics, words, kind, counted, measured, wanted } = query.understanding;
  const { matcher, weights: telling, rarities } = query;
  const { said, inAsks, all } = query.scratch;
  const { fact, saysList, firstAsk } = indexed;
  const ownLeftOut = leftOut === undefined ? NO_LIST : firstAsk + leftOut.ask;
  matcher.match([saysList, saysList + 2], NO_LIST, said);
  const askLikeness = matcher.liken(firstAsk, firstAsk + fact.asks.length, ownLeftOut, inAsks);
  const inHeading = query.matchHeading(indexed);
  const inArticle = query.matchArticle(indexed, ownLeftOut);
  for (let word = 0; word < all.length; word++)
    all[word] = Math.max(said[word] as number, inAsks[word] as number, HEADING_WORTH * (inHeading[word] as number));
  const holds = ({ from, to }: Topic) => {
    for (let word = from; word < to; word++)
      if ((all[word] as number) === 0 && (query.asksStatus || (inArticle[word] as number) === 0)) return false;
    return true;
  };
  const matches = assumeLinux(
    topics,
    topics.map((topic) => matchTopic(topic, indexed, holds, query)),
  );
  const asked = levelsOfAsked(topics, matches);
  const levels = query.levelsOf(matches);
  const coverage = shareWith(levels, telling, all);
  // A version beside a name, and how many people there are, is told by the sentence that has both.
  const isCountedIn = (at: number) =>
    wanted === 'version' || PEOPLE.test(words[at]?.raw ?? '')
      ? (said[at] ?? 0) > 0
      : (all[at] ?? 0) > 0 || words[at]?.isNamed === true;
  const features: Features = {
    topics: asked.length === 0 ? 0 : asked.reduce((a, b) => a + b, 0) / asked.length,
    weakestTopic: asked.length === 0 ? 0 : Math.min(...asked),
    isSubject: isAboutFirst(topics, matches, indexed) ? 1 : 0,
    coverage,
    saidCoverage: shareWith(levels, telling, said),
    headingCoverage: share(telling, inHeading),
    articleCoverage: shareWith(levels, telling, inArticle),
    rareCoverage: shareWith(levels, rarities, all),
    askLikeness,
    fitsKind: fitsKind(kind, indexed) ? 1 : 0,
    hasStatus: query.asksStatus && fact.status !== undefined ? (kind === 'any' ? 0.5 : 1) : 0,
    lacksStatus: !query.asksStatus && fact.status !== undefined ? 1 : 0,
    isReviewed: fact.isReviewed ? 1 : 0,
    otherNames: otherWordsOfSubject(query.lowerWords, topics, indexed),
    recency: place / query.newest,
  };
  return {
    place,
    indexed,
    score: scoreOf(features),
    topics: matches,
    coverage,
    ...weighRest(words, all, query.isAsking),
    // That its article is on that version says nothing of a sentence on another.
    lacksVersion: words.some(
      ({ isVersion, isStory }, at) =>
        isVersion && !isStory && (said[at] as number) === 0 && (inAsks[at] as number) === 0,
    ),
    countedSaid: counted.reduce((most, at) => Math.max(most, said[at] ?? 0), counted.length === 0 ? -1 : 0),
    lacksMeasured: measured.length > 0 && measured.every((at) => (all[at] ?? 0) === 0),
    hasCounted: counted.length === 0 || counted.some(isCountedIn),
    lacksPartOfName: lacksPartOfName(words, all, topics),
    features,
  };
}

const PEOPLE =
  /^(?:people|persons|users|customers|backers|visitors|attendees|members|employees|developers|readers|students)$/i;

// Of the topics that are more than told of.
function levelsOfAsked(topics: readonly Topic[], matches: readonly TopicMatch[]): number[] {
  const levels: number[] = [];
  for (let i = 0; i < topics.length; i++) {
    const { isStory, isNeeded, isDoubtful } = topics[i] as Topic;
    const { level } = matches[i] as TopicMatch;
    if (!isStory || isNeeded) levels.push(isDoubtful ? Math.max(level, DOUBTFUL) : level);
  }
  return levels;
}

/** The sum of all features by their weights; written out, for it is made of every fact that is weighed. */
export function scoreOf(features: Features): number {
  return (
    weights.topics * features.topics +
    weights.weakestTopic * features.weakestTopic +
    weights.isSubject * features.isSubject +
    weights.coverage * features.coverage +
    weights.saidCoverage * features.saidCoverage +
    weights.headingCoverage * features.headingCoverage +
    weights.articleCoverage * features.articleCoverage +
    weights.rareCoverage * features.rareCoverage +
    weights.askLikeness * features.askLikeness +
    weights.fitsKind * features.fitsKind +
    weights.hasStatus * features.hasStatus +
    weights.lacksStatus * features.lacksStatus +
    weights.isReviewed * features.isReviewed +
    weights.otherNames * features.otherNames +
    weights.recency * features.recency
  );
}

const HEADING_WORTH = 0.8;
const DOUBTFUL = 0.5;

function isAboutFirst(topics: readonly Topic[], matches: readonly TopicMatch[], { about }: IndexedFact): boolean {
  return topics.some(
    ({ named, isPlace }, i) => !isPlace && named !== undefined && about[0] === named && (matches[i]?.level ?? 0) === 1,
  );
}
