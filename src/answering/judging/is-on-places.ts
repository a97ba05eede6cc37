import { ANSWERS } from '#answering/choosing/match-topic.ts';
import type { RankedFact } from '#answering/choosing/rank-facts.ts';
import { isHardware, TELLING, weighRestOf } from '#answering/choosing/weigh-words.ts';
import type { Understanding } from '#answering/question/understand-question.ts';
import type { FactStatus } from '#facts/fact.ts';
import { aboutTargetsOf, type FactPlace } from '#search/indexed-fact.ts';

/** From here on, a fact speaks of a thing that was named. */
export const LEVEL = 0.45;

/**
 * Whether a fact's status is said of every place that was asked about. `isCertain`: it answers by all other signs, so what
 * is named beside the place to run on, or told around the question, may be missing.
 */
export function isOnPlaces({ topics, question, words }: Understanding, ranked: RankedFact, isCertain = false): boolean {
  const { about, on, fact } = ranked.indexed;
  if (fact.status === undefined || isOfOtherWidth(question, fact.says)) return false;
  // One sentence that nobody has checked is a verdict on its own subject only.
  if (!fact.isReviewed && !topics.some(({ named, isPlace }) => named !== undefined && !isPlace && named === about[0]))
    return false;
  const asked = topics
    .map((topic, i) => ({ topic, match: ranked.topics[i] }))
    .filter(({ topic }) => !topic.isStory && !topic.isDoubtful);
  // What the fact is about is no place: "the Foobox with Foodix 8" asks of Foodix on the Foobox.
  const hasBoard = asked.some(({ topic, match }) => isHardware(topic) && (match?.onLevel ?? 0) >= ANSWERS);
  const others = asked.filter(
    ({ topic, match }) =>
      !(topic.named !== undefined && topic.named === about[0]) &&
      !(match?.isAbout && topic.target !== undefined && topic.target === aboutTargetsOf(ranked.indexed)[0]) &&
      !(
        match?.isAbout &&
        (!topic.isPlace || (hasBoard && topic.target?.kind === 'operating-system')) &&
        match.onLevel === 0
      ),
  );
  const places = others.filter(
    ({ topic }) =>
      topic.target !== undefined || (topic.isPlace && on.some(({ names }) => names.includes(topic.named as never))),
  );
  const hasVeryPlace = places.some(({ topic, match }) => topic.isPlace && (match?.onLevel ?? 0) >= ANSWERS);
  const isOn = ({ topic, match }: (typeof places)[number]) => {
    if ((match?.onLevel ?? 0) >= ANSWERS || (isCertain && !topic.isPlace)) return true;
    // "Scaleway's Arm servers", "multi-arch images", "an armv7 guest on arm64": a target that is no place, and that the fact names.
    const kind = topic.target?.kind;
    return (
      !topic.isPlace &&
      (match?.level ?? 0) >= LEVEL &&
      (hasVeryPlace || !on.some(({ targets }) => targets.some((target) => target.kind === kind)))
    );
  };
  if (!places.every(isOn)) return false;
  // "our hosts are x86 and Arm. will it manage them?": one of the places that were told of.
  const told = topics.flatMap((topic, i) =>
    topic.isStory && topic.isNeeded && topic.target !== undefined ? [ranked.topics[i]?.onLevel ?? 0] : [],
  );
  if (!isCertain && told.length > 0 && Math.max(...told) < ANSWERS) return false;
  // "is the Foobox out?": what is said of a part of it, or of a version, is no status of it.
  const isBare = asked.length > 0 && places.length === 0 && weighRestOf({ words }) < TELLING;
  if (isBare && !asked.some(({ topic }) => topic.named === undefined || topic.named === about[0])) return false;
  if (places.length === 0 || on.length === 0) return true;
  const isNamed = places.some(
    ({ topic, match }) => topic.named !== undefined && match?.place?.names.includes(topic.named),
  );
  return isNamed || on.some((place) => holdsAlone(place, places.length, fact.status));
}

// What runs "in 32-bit mode" is no answer to whether it runs in 64 bits.
function isOfOtherWidth(question: string, says: string): boolean {
  const [asked, ...others] = new Set(readWidths(question));
  const said = readWidths(says);
  return asked !== undefined && others.length === 0 && said.length > 0 && !said.includes(asked);
}

// "in 32 and in 64 bits": both.
const readWidths = (text: string) =>
  Array.from(
    text.matchAll(/\b(32|64)(?=[\s-]{0,2}(?:(?:and|or|\/)\s(?:in\s)?(?:32|64)[\s-]?)?bits?\b)/gi),
    ([, bits]) => bits,
  );

// "Fedora on arm64" in one entry holds for both together: that it runs there shows that it runs on arm64; nothing else does.
function holdsAlone({ targets }: FactPlace, asked: number, status: FactStatus | undefined): boolean {
  const own = targets.filter(({ id }) => id !== 'linux');
  if (own.length <= asked) return true;
  const isThere = status === 'yes' || status === 'partly';
  return isThere && own.every(({ kind, isA }) => kind !== 'operating-system' || isA === 'linux');
}
