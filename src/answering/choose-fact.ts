import type { FactStatus } from '#facts/fact.ts';
import type { Place } from '#search/fact-index.ts';
import { ANSWERS } from './match-topic.ts';
import { holdsWanted } from './fits-kind.ts';
import type { RankedFact } from './rank-facts.ts';
import type { Understanding } from './understand-question.ts';

// What a question may say beyond the fact that answers it, in the weight of its words (a name of three weighs 9).
// Measured on dev questions and asks: docs/answer-quality.md.
export const limits = { missing: 1.8, missingOfDraft: 1.2, share: 0.55, level: 0.45, sameMatter: 2.5, rest: 0.4, restWeight: 0.45, loose: 1.6 };

/** Whether a fact answers the question rather than being near it: it has what the question names, and most of its words. */
export function isAnswer(understanding: Understanding, ranked: RankedFact): boolean {
  const { topics, unknownNames, wanted } = understanding;
  const { missing, found, coverage, indexed } = ranked;
  if (ranked.lacksPartOfName) return false;
  if (unknownNames.length > 0 || coverage < limits.share) return false;
  if (missing > (indexed.fact.isReviewed ? limits.missing : limits.missingOfDraft)) return false;
  // "how much memory has the board?": all that is asked of it is not there.
  const isLoose = understanding.kind === 'how' || understanding.kind === 'why' || (isOnPlaces(understanding, ranked) && ranked.topics.some(({ isAbout }) => isAbout) && ranked.topics.some(({ onLevel }) => onLevel >= ANSWERS));
  if (missing > (isLoose ? limits.loose : limits.restWeight) && found < limits.rest * (found + missing)) return false;
  if (!holdsWanted(wanted, indexed, topics)) return false;
  // Said of something else that runs in the same place, it is no answer.
  const needed = topics.map((topic, i) => ({ topic, match: ranked.topics[i] })).filter(({ topic }) => !topic.isDoubtful && !topic.isStory);
  const hasSubject = needed.some(({ topic }) => topic.named !== undefined && !(topic.isPlace && topic.target !== undefined));
  if (needed.length > 1 && hasSubject && !ranked.topics.some(({ isAbout }) => isAbout)) return false;
  return needed.every(({ match }) => (match?.level ?? 0) >= limits.level);
}

/** Whether a fact's status is said of every place that was asked about. */
export function isOnPlaces({ topics }: Understanding, ranked: RankedFact): boolean {
  const { about, on, fact } = ranked.indexed;
  if (fact.status === undefined) return false;
  const asked = topics.map((topic, i) => ({ topic, match: ranked.topics[i] })).filter(({ topic }) => !topic.isStory && !topic.isDoubtful);
  // What the fact is about is no place.
  const others = asked.filter(({ topic, match }) => !(topic.named !== undefined && topic.named === about[0]) && !(match?.isAbout && !topic.isPlace && match.onLevel === 0));
  const places = others.filter(({ topic }) => topic.target !== undefined || (topic.isPlace && on.some(({ names }) => names.includes(topic.named as never))));
  const isOn = ({ topic, match }: (typeof places)[number]) => {
    if ((match?.onLevel ?? 0) >= ANSWERS) return true;
    // "Scaleway's Arm servers", "multi-arch images": a target that is no place, and that the fact has in other words.
    const kind = topic.target?.kind;
    return !topic.isPlace && (match?.level ?? 0) >= limits.level && !on.some(({ targets }) => targets.some((target) => target.kind === kind));
  };
  if (!places.every(isOn)) return false;
  return places.length === 0 || on.length === 0 || on.some((place) => holdsAlone(place, places.length, fact.status));
}

// "Fedora on arm64" in one entry holds for both together: that it runs there shows that it runs on arm64; nothing else does.
function holdsAlone({ targets }: Place, asked: number, status: FactStatus | undefined): boolean {
  const own = targets.filter(({ id }) => id !== 'linux');
  if (own.length <= asked) return true;
  const isThere = status === 'yes' || status === 'partly';
  return isThere && own.every(({ kind, isA }) => kind !== 'operating-system' || isA === 'linux');
}

// A later statement is on the same matter only where it has all that the best has.
const SAME = 0.15;
const SAME_PLACE = 0.06;

/** Of the facts that answer as well as the best, the newest statement: it holds. */
export function findNewest(best: RankedFact, answers: readonly RankedFact[]): RankedFact {
  let newest = best;
  for (const one of answers) {
    if (one.indexed.about[0] !== best.indexed.about[0] || one.indexed.issue.id <= newest.indexed.issue.id) continue;
    if (best.score - one.score > limits.sameMatter || one.missing > best.missing + SAME) continue;
    if (one.topics.some(({ level, onLevel }, i) => level < (best.topics[i]?.level ?? 0) - SAME || onLevel < (best.topics[i]?.onLevel ?? 0) - SAME_PLACE)) continue;
    newest = one;
  }
  return newest;
}
