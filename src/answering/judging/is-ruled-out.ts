import type { RankedFact } from '#answering/choosing/rank-facts.ts';
import { isHardware } from '#answering/choosing/weigh-words.ts';
import { holdsWanted, type Wanted } from '#answering/question/fits-kind.ts';
import type { Understanding } from '#answering/question/understand-question.ts';
import { LEVEL } from './is-on-places.ts';
import { isOfOtherVersion } from './is-possible.ts';

// How much must be said of what has no name.
const NAMING = 0.25;

/** Whether a fact never answers, however well it fits: it is said of another version, of something else, or lacks the value asked for. */
export const isRuledOut = (understanding: Understanding, one: RankedFact): boolean =>
  isOfOtherVersion(understanding, one) ||
  isOfSomethingElse(understanding, one) ||
  lacksProperty(understanding, one) ||
  isOtherProduct(understanding, one) ||
  !one.hasCounted ||
  isOfOther(understanding, one) ||
  !holdsWanted(understanding.wanted, one.indexed, understanding.topics);

// Asked whether, what is said of something else that runs in the same place, or of another place, is no answer however it is worded.
function isOfSomethingElse({ kind, topics }: Understanding, one: RankedFact): boolean {
  // "and on Windows?": of nothing.
  const isOfNothing =
    topics.length > 0 && topics.every(({ target, named }) => target !== undefined && named === undefined);
  if ((kind === 'compat' || kind === 'any') && isOfNothing && one.found < NAMING) return true;
  if (kind !== 'compat') return false;
  const asked = topics.flatMap((topic, i) =>
    topic.isDoubtful || topic.isStory ? [] : [{ topic, match: one.topics[i] }],
  );
  const subjects = asked.filter(
    ({ topic: { named, target, isPlace } }) => named !== undefined && target === undefined && !isPlace,
  );
  return (
    asked.some(({ match }) => (match?.level ?? 0) < LEVEL) ||
    (subjects.length > 0 && asked.length > 1 && !one.topics.some(({ isAbout }) => isAbout))
  );
}

// "has the Foobox a display?": that it is out, or runs somewhere, says nothing of that.
function lacksProperty({ kind, topics }: Understanding, { topics: matches, telling, lacking }: RankedFact): boolean {
  const hasPlace = topics.some(
    ({ target, isPlace }, i) => isPlace || (target !== undefined && !(matches[i]?.isAbout ?? false)),
  );
  return kind === 'compat' && !hasPlace && telling < NOTHING && lacking > MUCH;
}

// Behind the name of a company, what it makes: "Millsoft Foodb" is no other product of Millsoft.
const isOtherProduct = ({ topics }: Understanding, { lacksPartOfName, topics: matches }: RankedFact): boolean =>
  lacksPartOfName &&
  topics.some(
    ({ named, isStory }, i) => !isStory && (matches[i]?.level ?? 0) > 0 && named?.kind.some((kind) => makers.has(kind)),
  );

const NOTHING = 0.06;
const MUCH = 0.4;
const makers = new Set(['company', 'organization', 'foundation']);

// "how much memory has the Foobox 4?", "when was Foodb released?": what is said of a Millbox 4, and of Quernd, be it in an article that has both.
function isOfOther({ kind, wanted, topics }: Understanding, { topics: matches, indexed }: RankedFact): boolean {
  if (kind === 'compat' || kind === 'list') return false;
  const asked = topics.flatMap((topic, i) =>
    topic.isDoubtful || (topic.isStory && !topic.isNeeded) || topic.isAside ? [] : [{ topic, match: matches[i] }],
  );
  const says = indexed.fact.says.toLowerCase();
  return (
    asked.length === 1 &&
    asked.some(
      ({ topic, match }) =>
        !topic.isPlace &&
        (isHardware({ ...topic, isStory: false }) || (ofOne.has(wanted) && topic.named !== undefined)) &&
        (match?.level ?? 0) <= LEVEL &&
        !says.includes((topic.named?.name ?? topic.words).toLowerCase()),
    )
  );
}

const ofOne: ReadonlySet<Wanted> = new Set(['price', 'weight', 'duration', 'number', 'human', 'date']);
