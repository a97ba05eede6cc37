import { ANSWERS } from '#answering/choosing/match-places.ts';
import type { RankedFact } from '#answering/choosing/rank-facts.ts';
import type { Understanding } from '#answering/question/understand-question.ts';
import type { Fact } from '#facts/fact.ts';
import { aboutTargetsOf, type FactPlace } from '#search/indexed-fact.ts';

/** From here on, a fact speaks of a thing that was named. */
export const LEVEL = 0.45;

/**
 * Whether a fact's status is said of every place that was asked about. `isCertain`: it answers by all other signs, so what
 * is named beside the place to run on, or told around the question, may be missing.
 */
export function isOnPlaces({ topics }: Understanding, ranked: RankedFact, isCertain = false): boolean {
  const { about, on, fact } = ranked.indexed;
  if (fact.status === undefined) return false;
  // One sentence that nobody has checked is a verdict on its own subject only.
  if (!fact.isReviewed && !topics.some(({ named, isPlace }) => named !== undefined && !isPlace && named === about[0]))
    return false;
  const [aboutTarget] = aboutTargetsOf(ranked.indexed);
  const places = topics
    .map((topic, i) => ({ topic, match: ranked.topics[i] }))
    .filter(
      ({ topic: { named, target, isPlace, isStory, isDoubtful }, match }) =>
        !isStory &&
        !isDoubtful &&
        // What the fact is about is no place.
        !(named !== undefined && named === about[0]) &&
        !match?.isPart &&
        !(match?.isAbout && target !== undefined && target === aboutTarget) &&
        (target !== undefined || (isPlace && named !== undefined && on.some(({ names }) => names.includes(named)))),
    );
  const hasVeryPlace = places.some(({ topic, match }) => topic.isPlace && (match?.onLevel ?? 0) >= ANSWERS);
  const isOn = ({ topic: { isPlace, target }, match }: (typeof places)[number]) =>
    (match?.onLevel ?? 0) >= ANSWERS ||
    (!isPlace &&
      (isCertain ||
        // "Scaleway's Arm servers", "multi-arch images", "an armv7 guest on arm64": a target that is no place, and that the fact names.
        ((match?.level ?? 0) >= LEVEL &&
          (hasVeryPlace || !on.some(({ targets }) => targets.some(({ kind }) => kind === target?.kind))))));
  if (!places.every(isOn)) return false;
  // "our hosts are x86 and Arm. will it manage them?": one of the places that were told of; "we have armhf code. does the
  // board run it?": what is spoken of.
  const told = topics.flatMap(({ isStory, isNeeded, target }, i) => {
    const { onLevel = 0, level = 0, isAbout = false } = ranked.topics[i] ?? {};
    return isStory && isNeeded && target !== undefined
      ? [Math.max(onLevel, isAbout && ranked.lacksEssential === 0 ? level : 0)]
      : [];
  });
  // Said of something else that runs in the same place, it is no verdict.
  const subjects = topics.filter(
    ({ named, target, isPlace, isStory, isDoubtful }) =>
      named !== undefined && target === undefined && !isPlace && !isStory && !isDoubtful,
  );
  if (subjects.length > 0 && places.length > 0 && !ranked.topics.some(({ isAbout }) => isAbout)) return false;
  if (!isCertain && told.length > 0 && Math.max(...told) < ANSWERS) return false;
  if (places.length === 0 || on.length === 0) return true;
  const isNamed = places.some(({ topic, match }) => topic.named && match?.place?.names.includes(topic.named));
  const count = isCertain
    ? topics.filter(({ target, isPlace }) => target !== undefined || isPlace).length
    : places.length;
  const fitting = places.flatMap(({ match }) => match?.place ?? []);
  return isNamed || fitting.length === 0 || fitting.some((place) => holdsAlone(place, count, fact));
}

// "Fedora on arm64" in one entry holds for both together: that it runs there shows that it runs on arm64; nothing else does.
function holdsAlone({ targets }: FactPlace, asked: number, { status }: Fact): boolean {
  const own = targets.filter(({ id }) => id !== 'linux');
  if (own.length <= asked) return true;
  const isThere = status === 'yes' || status === 'partly';
  return isThere && own.every(({ kind, isA }) => kind !== 'operating-system' || isA === 'linux');
}
