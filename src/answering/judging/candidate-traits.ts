import type { TopicMatch } from '#answering/choosing/match-topic.ts';
import type { RankedFact } from '#answering/choosing/rank-facts.ts';
import { weighRestOf } from '#answering/choosing/weigh-words.ts';
import { holdsWanted } from '#answering/question/fits-kind.ts';
import type { Topic } from '#answering/question/topic.ts';
import type { Understanding } from '#answering/question/understand-question.ts';
import type { FactStatus } from '#facts/fact.ts';

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

const statusOrder: readonly (FactStatus | undefined)[] = [undefined, 'yes', 'partly', 'in-progress', 'planned', 'no'];

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
  holdsWanted: ({ understanding, one }) => Number(holdsWanted(understanding.wanted, one.indexed, understanding.topics)),
  // How it speaks of what is named.
  isAbout: ({ one }) => Number(one.topics.some(({ isAbout }) => isAbout)),
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
  asksYesNo: ({ understanding }) => Number(understanding.kind === 'compat'),
  asksAny: ({ understanding }) => Number(understanding.kind === 'any'),
  asksWhere: ({ understanding }) => Number(understanding.kind === 'where'),
  asksWhen: ({ understanding }) => Number(understanding.kind === 'when'),
  asksWho: ({ understanding }) => Number(understanding.kind === 'who'),
  wantsPrice: ({ understanding }) => Number(understanding.wanted === 'price'),
  wantsNumber: ({ understanding }) => Number(understanding.wanted === 'number'),
  wantsPerson: ({ understanding }) => Number(understanding.wanted === 'person'),
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

const least = (levels: readonly number[]) => (levels.length === 0 ? -1 : Math.min(...levels));
const most = (levels: readonly number[]) => (levels.length === 0 ? -1 : Math.max(...levels));
