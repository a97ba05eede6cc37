import { holdsWanted, type Wanted } from '#answering/question/fits-kind.ts';
import type { Topic } from '#answering/question/topic.ts';
import type { Understanding } from '#answering/question/understand-question.ts';
import type { FactStatus } from '#facts/fact.ts';
import { foldName } from '#facts/parse-subjects.ts';
import { isLaterIssue } from '#newsletter/days/issue-order.ts';
import type { FactPlace } from '#search/fact-index.ts';
import { estimateAnswer, MOST_LEAD } from './estimate-answer.ts';
import { ANSWERS, isOtherModel } from './match-topic.ts';
import type { RankedFact } from './rank-facts.ts';

// How far a fact must speak of what was named, and how far behind the best a newer statement on the same matter may be.
const UNNAMED = 0.35;
const NAMING = 0.25;
const STRANGE = 0.55;
const NOTHING = 0.12;
const LACKING = 0.1;
const LEVEL = 0.45;
const SAME_MATTER = 4;
const BESIDES = 1.25;

/** The facts that answer the question rather than being near it: they have what it names, and are likely enough. Best first. */
export function findAnswers(understanding: Understanding, ranked: readonly RankedFact[]): RankedFact[] {
  const possible = ranked.filter((one) => !one.lacksPartOfName && isPossible(understanding, one));
  const [first] = possible;
  const rival = possible.find(({ indexed }) => indexed.article !== first?.indexed.article);
  // "who is Ada?": whatever is said of her answers, and no article does so before another.
  const isAlone = rival === undefined || weighRestOf(understanding) < TELLING;
  return possible.filter((one) => {
    const isFirst = one.indexed.article === first?.indexed.article;
    const lead = !isFirst ? 0 : isAlone ? MOST_LEAD : one.score - rival.score;
    return isVeryMatter(understanding, one) || estimateAnswer(understanding, one, lead) >= 0;
  });
}

/** How much a question's words tell, its names apart. */
export const weighRestOf = ({ words }: Understanding): number =>
  words.reduce((sum, { weight, isNamed }) => sum + (isNamed ? 0 : weight), 0);

/** From here on, they tell something. */
export const TELLING = 0.15;

// A status of the very subject on the very place, of which little else was said.
function isVeryMatter(understanding: Understanding, ranked: RankedFact): boolean {
  const { topics, indexed, missing } = ranked;
  const named = (i: number) => understanding.topics[i]?.named;
  const place = topics.findIndex(({ onLevel }, i) => onLevel >= ANSWERS && named(i) !== indexed.about[0]);
  return (
    missing < BESIDES &&
    place >= 0 &&
    topics.some((_, i) => i !== place && named(i) !== undefined && named(i) === indexed.about[0]) &&
    isOnPlaces(understanding, ranked)
  );
}

/** Whether a fact may answer at all: it speaks of all that the question names, and holds the sort of thing that is asked for. */
export function isPossible({ topics, unknownNames, wanted, kind }: Understanding, ranked: RankedFact): boolean {
  if (unknownNames.length > 0 || !holdsWanted(wanted, ranked.indexed, topics) || !ranked.hasCounted) return false;
  // "when is Foodb 9.1 out?": the day of another version is none.
  if (ranked.lacksVersion && hasAnotherVersion(topics, ranked.indexed.fact.says)) return false;
  if (ofOneThing.has(wanted) && topics.some((topic) => isOfOther(topic, ranked))) return false;
  const matched = topics
    .map((topic, i) => ({ topic, match: ranked.topics[i] }))
    .filter(({ topic }) => !topic.isDoubtful);
  const asked = matched.filter(({ topic }) => !topic.isStory || topic.isNeeded);
  // A system that others run on is the subject of what is said about it ("is i386 still supported in Foodix?").
  const hasSubject = asked.some(
    ({ topic: { named, target, isPlace }, match }) =>
      named !== undefined && (!isPlace || target === undefined || match?.isAbout),
  );
  // "does the mill run on Windows?": what is asked of has no name here, and the fact must have its word.
  const asksYesNo = kind === 'compat' || kind === 'any';
  if (!hasSubject && asksYesNo && topics.length > 0 && (ranked.missing > UNNAMED || ranked.found < NAMING))
    return false;
  // "does the blender work on Foodix Linux?": nor is a system, or a board, what is asked of.
  const hasProgram = asked.some(({ topic: { named, target } }) => named !== undefined && target === undefined);
  if (!hasProgram && asksYesNo && topics.length > 0 && ranked.strangest > STRANGE) return false;
  // "is it ready for production?": that it runs on some place says nothing of that.
  const hasPlace = topics.some(({ target, isPlace }) => target !== undefined || isPlace);
  if (asksYesNo && !hasPlace && ranked.telling < NOTHING && ranked.lacking > LACKING) return false;
  // Said of something else that runs in the same place, it is no answer.
  if (asked.length > 1 && hasSubject && !ranked.topics.some(({ isAbout }) => isAbout)) return false;
  // Of what was told around the question, and that it goes back to, one thing is enough.
  const told = topics.flatMap((topic, i) =>
    topic.isStory && topic.isNeeded && topic.target === undefined ? [ranked.topics[i]?.level ?? 0] : [],
  );
  if (told.length > 0 && Math.max(...told) < LEVEL) return false;
  return matched.every(({ topic, match }) => topic.isStory || (match?.level ?? 0) >= LEVEL);
}

const ANOTHER_VERSION = /\d\.\d/;

// Of "Foodix 8", what is said of Foodix 7 or of Foodb 9.1.
function hasAnotherVersion(topics: readonly Topic[], says: string): boolean {
  const text = says.toLowerCase();
  const hasNumber = ({ words }: Topic) => {
    const at = text.indexOf(words.toLowerCase());
    return at >= 0 && /^\s+v?\d/.test(text.slice(at + words.length));
  };
  return ANOTHER_VERSION.test(says) || topics.some(hasNumber);
}

const ofOneThing: ReadonlySet<Wanted> = new Set(['price', 'weight']);

// What a Millboard 5 costs says nothing of a Millboard 6, nor what a Foodbox costs of Foodb, which is no box.
function isOfOther({ named, isPlace }: Topic, { indexed: { about } }: RankedFact): boolean {
  const [subject] = about;
  if (named === undefined || isPlace || subject === undefined || subject === named) return false;
  if (isOtherModel(named, subject)) return true;
  const isLonger = foldName(subject.name).startsWith(foldName(named.name));
  return (
    isLonger &&
    named.kind.length > 0 &&
    subject.kind.length > 0 &&
    !named.kind.some((one) => subject.kind.includes(one))
  );
}

/** Whether a fact's status is said of every place that was asked about. */
export function isOnPlaces({ topics, question }: Understanding, ranked: RankedFact): boolean {
  const { about, on, fact } = ranked.indexed;
  if (fact.status === undefined || isOfOtherWidth(question, fact.says)) return false;
  // One sentence that nobody has checked is a verdict on its own subject only.
  if (!fact.isReviewed && !topics.some(({ named, isPlace }) => named !== undefined && !isPlace && named === about[0]))
    return false;
  const asked = topics
    .map((topic, i) => ({ topic, match: ranked.topics[i] }))
    .filter(({ topic }) => !topic.isStory && !topic.isDoubtful);
  // What the fact is about is no place.
  const others = asked.filter(
    ({ topic, match }) =>
      !(topic.named !== undefined && topic.named === about[0]) &&
      !(match?.isAbout && topic.target !== undefined && topic.target === ranked.indexed.aboutTargets[0]) &&
      !(match?.isAbout && !topic.isPlace && match.onLevel === 0),
  );
  const places = others.filter(
    ({ topic }) =>
      topic.target !== undefined || (topic.isPlace && on.some(({ names }) => names.includes(topic.named as never))),
  );
  const hasVeryPlace = places.some(({ topic, match }) => topic.isPlace && (match?.onLevel ?? 0) >= ANSWERS);
  const isOn = ({ topic, match }: (typeof places)[number]) => {
    if ((match?.onLevel ?? 0) >= ANSWERS) return true;
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
  if (told.length > 0 && Math.max(...told) < ANSWERS) return false;
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

// A later statement is on the same matter only where it has all that the best has.
const SAME = 0.15;
const SAME_PLACE = 0.06;

/** Of the facts that answer as well as the best, the newest statement: it holds. */
export function findNewest(best: RankedFact, answers: readonly RankedFact[]): RankedFact {
  let newest = best;
  for (const one of answers) {
    if (one.indexed.about[0] !== best.indexed.about[0] || !isLaterIssue(one.indexed.issue.id, newest.indexed.issue.id))
      continue;
    if (best.score - one.score > SAME_MATTER || one.missing > best.missing + SAME) continue;
    if (
      one.topics.some(
        ({ level, onLevel }, i) =>
          level < (best.topics[i]?.level ?? 0) - SAME || onLevel < (best.topics[i]?.onLevel ?? 0) - SAME_PLACE,
      )
    )
      continue;
    newest = one;
  }
  return newest;
}
