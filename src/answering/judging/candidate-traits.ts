import type { TopicMatch } from '#answering/choosing/match-topic.ts';
import type { RankedFact } from '#answering/choosing/rank-facts.ts';
import { weighRestOf } from '#answering/choosing/weigh-words.ts';
import { holdsWanted, type Wanted } from '#answering/question/fits-kind.ts';
import type { Polarity } from '#answering/question/polarity.ts';
import type { QuestionKind } from '#answering/question/question-kind.ts';
import type { QueryWord } from '#answering/question/read-word.ts';
import type { Topic } from '#answering/question/topic.ts';
import type { Understanding } from '#answering/question/understand-question.ts';
import type { FactStatus } from '#facts/fact.ts';
import { shareOfAsks } from './asks-alike.ts';

// Of how many of the best it is counted which are of one article, or on one subject.
const NEAREST = 8;
const NEAR_TWINS = 15;
const NEARLY = 3;
// Where there is no other to compare with.
const FAR = 10;
const MOST_WORDS = 40;

/** A number that tells something about whether a fact answers a question; -1 where it does not apply. */
type Trait = (candidate: Candidate) => number;

interface Candidate {
  readonly understanding: Understanding;
  readonly ranked: readonly RankedFact[];
  readonly at: number;
  readonly one: RankedFact;
  readonly asked: readonly { readonly topic: Topic; readonly match: TopicMatch }[];
}

// A tree asks for less or more: what is no number has its place in a list.
const statusOrder: readonly (FactStatus | undefined)[] = [undefined, 'yes', 'partly', 'in-progress', 'planned', 'no'];
const polarities: readonly Polarity[] = ['plain', 'ended', 'trouble', 'compared'];
const kinds: readonly QuestionKind[] = [
  'compat',
  'who',
  'when',
  'where',
  'amount',
  'version',
  'why',
  'how',
  'what',
  'list',
  'any',
];
const values: readonly Wanted[] = [
  'price',
  'weight',
  'duration',
  'end',
  'number',
  'factor',
  'person',
  'human',
  'date',
  'due',
  'place',
  'version',
  'address',
  'any',
];

// Values that a forest takes for others of their sort.
const likeOf: Partial<Record<Wanted, Wanted>> = { sum: 'price', fee: 'price', speed: 'number' };

// What a fitted forest asks about. The order is no matter: a forest names its traits.
const traits = {
  // How well the fact, its article and its heading cover the question.
  articleCoverage: ({ one }) => one.features.articleCoverage,
  saidCoverage: ({ one }) => one.features.saidCoverage,
  headingCoverage: ({ one }) => one.features.headingCoverage,
  rareCoverage: ({ one }) => one.features.rareCoverage,
  askLikeness: ({ one }) => one.features.askLikeness,
  recency: ({ one }) => one.features.recency,
  hasStatus: ({ one }) => one.features.hasStatus,
  // What the question says besides names, and how much of it the fact has.
  rest: ({ understanding }) => weighRestOf(understanding),
  missing: ({ one }) => one.missing,
  strangest: ({ one }) => one.strangest,
  telling: ({ one }) => one.telling,
  lacksEssential: ({ one }) => one.lacksEssential,
  hasEssential: ({ one }) => one.hasEssential,
  found: ({ one }) => one.found,
  hasCounted: ({ one }) => Number(one.hasCounted),
  countedSaid: ({ one }) => one.countedSaid,
  lacking: ({ one }) => one.lacking,
  coverage: ({ one }) => one.coverage,
  fitsKind: ({ one }) => one.features.fitsKind,
  holdsWanted: ({ understanding, one }) => Number(holdsWanted(understanding.wanted, one.indexed, understanding.topics)),
  // How it speaks of what is named.
  isAbout: ({ one }) => Number(one.topics.some(({ isAbout }) => isAbout)),
  allTopics: ({ one }) => one.features.topics,
  otherNames: ({ one }) => one.features.otherNames,
  placesOfFact: ({ one }) => one.indexed.on.length,
  bestPlace: ({ one }) => Math.max(0, ...one.topics.map(({ onLevel }) => onLevel)),
  isFirstAbout: ({ understanding, one }) =>
    understanding.topics.filter(({ named }) => named !== undefined && named === one.indexed.about[0]).length,
  weakestTopic: ({ asked }) => least(asked.map(({ match }) => match.level)),
  weakestSubject: ({ asked }) =>
    least(asked.filter(({ topic }) => topic.named && !topic.isPlace).map(({ match }) => match.level)),
  weakestPlace: ({ asked }) =>
    least(asked.filter(({ topic }) => topic.isPlace || topic.target).map(({ match }) => match.level)),
  bestOfStory: ({ understanding, one }) =>
    most(one.topics.filter((_, i) => understanding.topics[i]?.isStory).map(({ level }) => level)),
  unknownNames: ({ understanding }) => understanding.unknownNames.length,
  // Where it stands among the others.
  rank: ({ at }) => at,
  gap: ({ ranked, one }) => (ranked[0]?.score ?? 0) - one.score,
  lead: ({ ranked, one }) => {
    const rival = ranked.find(({ indexed }) => indexed.article !== one.indexed.article);
    return rival === undefined ? FAR : one.score - rival.score;
  },
  leadOfNext: ({ ranked, one, at }) => one.score - (ranked[at + 1]?.score ?? one.score - FAR),
  ofArticle: ({ ranked, one }) =>
    ranked.slice(0, NEAREST).filter(({ indexed }) => indexed.article === one.indexed.article).length,
  older: ({ ranked, one }) =>
    ranked
      .slice(0, NEAR_TWINS)
      .filter(
        ({ place, indexed, score }) =>
          place < one.place && indexed.about[0] === one.indexed.about[0] && score > one.score - NEARLY,
      ).length,
  status: ({ one }) => statusOrder.indexOf(one.indexed.fact.status) - 1,
  // What is asked.
  words: ({ understanding }) => Math.min(MOST_WORDS, understanding.words.length),
  kind: ({ understanding }) => kinds.indexOf(understanding.kind),
  wanted: ({ understanding: { wanted } }) => values.indexOf(likeOf[wanted] ?? wanted),
  polarity: ({ understanding }) => polarities.indexOf(understanding.polarity),
  topics: ({ understanding }) => understanding.topics.length,
  subjects: ({ understanding }) => understanding.topics.filter(({ named, isPlace }) => named && !isPlace).length,
  askedWords: ({ understanding }) => understanding.words.filter(isAsked).length,
  toldWords: ({ understanding }) => understanding.words.filter(({ isStory }) => isStory).length,
  essentialWords: ({ understanding }) => understanding.words.filter((word) => isAsked(word) && word.isEssential).length,
  unknownWords: ({ understanding }) =>
    understanding.words.filter((word) => isAsked(word) && word.terms.length === 0).length,
  // What the fact's own questions ask for.
  kindOfAsks: ({ understanding, one }) =>
    shareOfAsks(one.indexed.fact, understanding.question, ({ kind }) => kind === understanding.kind),
  wantedByAsks: ({ understanding, one }) =>
    understanding.wanted === 'any'
      ? -1
      : shareOfAsks(one.indexed.fact, understanding.question, ({ wanted }) => wanted === understanding.wanted),
} satisfies Record<string, Trait>;

/** The names of all traits. */
export const traitNames = Object.keys(traits) as (keyof typeof traits)[];

/** The named traits of one of the facts that may answer. `ranked`: all of them, best first. */
export function describeCandidate(
  understanding: Understanding,
  ranked: readonly RankedFact[],
  at: number,
  names: readonly string[] = traitNames,
): number[] {
  const one = ranked[at] as RankedFact;
  const asked = understanding.topics.flatMap((topic, i) => {
    const match = one.topics[i];
    return match === undefined || topic.isDoubtful || (topic.isStory && !topic.isNeeded) ? [] : [{ topic, match }];
  });
  const candidate: Candidate = { understanding, ranked, at, one, asked };
  return names.map((name) => traits[name as keyof typeof traits](candidate));
}

// Words of the question itself that are no names.
const isAsked = ({ isStory, isNamed }: QueryWord) => !isStory && !isNamed;

const least = (levels: readonly number[]) => (levels.length === 0 ? -1 : Math.min(...levels));
const most = (levels: readonly number[]) => (levels.length === 0 ? -1 : Math.max(...levels));
