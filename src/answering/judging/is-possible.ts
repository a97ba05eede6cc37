import { isOtherModel } from '#answering/choosing/match-topic.ts';
import type { RankedFact } from '#answering/choosing/rank-facts.ts';
import { holdsWanted, type Wanted } from '#answering/question/fits-kind.ts';
import type { Topic } from '#answering/question/topic.ts';
import type { Understanding } from '#answering/question/understand-question.ts';
import { foldName } from '#facts/parse-subjects.ts';
import { LEVEL } from './is-on-places.ts';

// How far a fact must speak of what was named.
const UNNAMED = 0.35;
const NAMING = 0.25;
const STRANGE = 0.55;
const NOTHING = 0.12;
const LACKING = 0.1;

/** Whether a fact may answer at all: it speaks of all that the question names, and holds the sort of thing that is asked for. */
export function isPossible(understanding: Understanding, ranked: RankedFact): boolean {
  const { topics, unknownNames, wanted, kind } = understanding;
  if (unknownNames.length > 0 || !holdsWanted(wanted, ranked.indexed, topics) || !ranked.hasCounted) return false;
  if (isOfOtherVersion(understanding, ranked)) return false;
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

/** "when is Foodb 9.1 out?": the day of another version is none. */
export const isOfOtherVersion = ({ topics }: Understanding, { lacksVersion, indexed }: RankedFact): boolean =>
  lacksVersion && hasAnotherVersion(topics, indexed.fact.says);

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
