import { ANSWERS } from '#answering/choosing/match-places.ts';
import type { Decision } from '#answering/judging/decide.ts';
import { isOnPlaces } from '#answering/judging/is-on-places.ts';
import type { JudgedFact } from '#answering/judging/judge-facts.ts';
import { isNoSoftware } from '#answering/listing/list-kind.ts';
import { isHardware, type Topic } from '#answering/question/topic.ts';
import type { Understanding } from '#answering/question/understand-question.ts';
import type { Answer } from '#answering/wording/answer.ts';
import { cite } from '#answering/wording/cite.ts';
import { makeFollowUp } from '#answering/wording/make-follow-up.ts';
import { findAlternatives } from '#answering/wording/notes.ts';
import { findNearSubjects } from '#search/complete-subject.ts';
import type { Snapshot } from '#search/snapshot.ts';
import { isProcessor } from '#targets/vocabulary.ts';

/** Says that the archive does not say, what it does say of the subject, and what else may be asked. */
export function answerSilence(understanding: Understanding, decision: Decision, snapshot: Snapshot): Answer {
  const related = findRelated(understanding, decision);
  const asksYesNo = understanding.kind === 'compat' || understanding.kind === 'any';
  // "is it free on arm64?", "is it broken there?" are no questions whether it runs there.
  const asksWhether = asksYesNo && understanding.wanted === 'any' && understanding.polarity === 'plain';
  const isNear = related !== undefined && !related.isRuledOut && nearlyAnswers(understanding, related, asksYesNo);
  const { says: said, isReviewed = true } = related?.indexed.fact ?? {};
  const isQuoted = isNear && !isReviewed;
  return {
    answered: false,
    verdict: asksYesNo ? 'unknown' : undefined,
    lead: isNear ? 'I am not sure that this answers it:' : describeSilence(understanding, decision.ranked, asksWhether),
    notes: [
      ...(said === undefined || isQuoted ? [] : [isNear ? said : `What it does say: ${said}`]),
      ...(!isNear && asksWhether && understanding.unknownNames.length === 0
        ? findAlternatives(understanding, snapshot, related?.indexed)
        : []),
    ],
    list: undefined,
    citations: related ? [cite(related.indexed, !isQuoted)] : [],
    suggestions: related ? [] : suggestQuestions(understanding, snapshot),
    // What was shown beside a silence is nothing that was asked about.
    followUp: makeFollowUp(understanding, isNear ? related.indexed : undefined),
  };
}

// From here on, a fact that is not likely enough to be the answer may well be it.
const NEARLY_LIKELY = 0.15;

// What nearly answers is not denied.
function nearlyAnswers(understanding: Understanding, related: JudgedFact, asksYesNo: boolean): boolean {
  if (isTold(understanding, related)) return true;
  const isLikely = related.likelihood >= NEARLY_LIKELY;
  if (namesAll(understanding, related))
    return (
      isLikely || !related.indexed.fact.isReviewed || (understanding.wanted === 'any' && hasAll(related, asksYesNo))
    );
  return isLikely && (!asksYesNo || isOnPlaces(understanding, related));
}

// All that was said stands in it. A status of something else on another place answers no yes or no.
const hasAll = (related: JudgedFact, asksYesNo: boolean): boolean =>
  !related.isRuledOut &&
  !related.lacksVersion &&
  !related.lacksPartOfName &&
  related.missing < LITTLE &&
  !(asksYesNo && related.indexed.fact.status !== undefined);
const LITTLE = 0.1;

// A status of the very subject on the very place: whatever else was asked, one does not say that there is none.
const isTold = (understanding: Understanding, related: JudgedFact): boolean =>
  !related.lacksVersion &&
  !related.lacksPartOfName &&
  understanding.topics.some(
    ({ named, isPlace, isDoubtful }) =>
      named !== undefined && !isPlace && !isDoubtful && named === related.indexed.about[0],
  ) &&
  related.topics.some(({ onLevel }) => onLevel >= NAMED) &&
  isOnPlaces(understanding, related);

// "The archive does not say whether Foodb runs on arm64. What it does say: Foodb 2 now has support for arm64." What a sentence
// without a fact says, nobody has read: where it names all that was named, it is shown, and nothing is said of the archive.
function namesAll({ topics }: Understanding, { topics: matches }: JudgedFact): boolean {
  const asked = topics.flatMap(({ isDoubtful, isStory, isNeeded }, i) =>
    isDoubtful || (isStory && !isNeeded) ? [] : [matches[i]?.level ?? 0],
  );
  return asked.length > 0 && asked.every((level) => level >= NAMED);
}

function describeSilence(
  { topics, unknownNames, words }: Understanding,
  ranked: readonly JudgedFact[],
  asksWhether: boolean,
): string {
  const [unknown] = unknownNames;
  if (unknown !== undefined) return `The archive has nothing about “${unknown}”.`;
  const sure = topics.some(({ isDoubtful }) => !isDoubtful);
  const needed = topics.filter(({ isStory, isNeeded, isDoubtful }) => (!isStory || isNeeded) && !(sure && isDoubtful));
  // "foodix millboard": the board is where.
  const isWhere = (topic: Topic) => topic.isPlace || (isHardware(topic) && !needed.every(isHardware));
  const hasPlace = needed.some((topic) => isWhere(topic) && topic.target !== undefined);
  // "does Foodix run on the Millboard?": a system is what is asked of, where another place is named.
  const places = needed.filter(
    (topic) =>
      isWhere(topic) ||
      (topic.target !== undefined &&
        (!hasPlace || (topic.named === undefined && topic.target.kind !== 'operating-system'))),
  );
  const [subject] = needed.filter((topic) => !places.includes(topic));
  // "Foodb desktop" is not Foodb.
  const lacksPart = ranked.slice(0, NEAREST).some(({ lacksPartOfName }) => lacksPartOfName);
  const next = subject === undefined ? undefined : words[subject.to];
  if (subject !== undefined && asksWhether && lacksPart && next !== undefined && next.weight > LITTLE)
    return `The archive does not say that about ${subject.words} ${next.raw}.`;
  if (subject === undefined || !isThing(subject) || !asksWhether) {
    // "that about arm64" tells nothing.
    const about = [subject, ...needed].find((one) => one?.named !== undefined && !isProcessor(one.target));
    return about === undefined
      ? 'The archive does not say.'
      : `The archive does not say that about ${nameOf(about, words)}.`;
  }
  const name = nameOf(subject, words);
  if (places.length === 0) return `The archive does not say that about ${name}.`;
  const { target } = subject;
  const where = [...new Set(places.map((place) => nameOf(place, words, labelOf(place))))].join(' and ');
  // "do these boards get Fedora?": what is named first is not always what is to run.
  const canRun =
    (target === undefined || target.kind === 'operating-system') &&
    (subject.named === undefined || !isNoSoftware(subject.named));
  return canRun && needed.length - places.length === 1
    ? `The archive does not say whether ${name} runs on ${where}.`
    : `The archive does not say that about ${name} and ${where}.`;
}

const isThing = ({ named, target }: Topic) => named !== undefined || target !== undefined;

// As it was asked of: "Millboard 7", known as one of the 64-bit Millboards, is that very board.
function labelOf({ target, words }: Topic): string | undefined {
  // "Armv8.9" is not all of arm64.
  if (target?.kind !== 'device') return /v\d+\.\d/i.test(words) ? words : target?.label;
  const numbersIn = (name: string) => Array.from(name.matchAll(/\d+/g), ([number]) => Number(number));
  const own = numbersIn(target.label);
  return numbersIn(words).every((number) => own.includes(number)) ? target.label : words;
}

// With the version that was asked of.
function nameOf({ named, target, words, to }: Topic, all: Understanding['words'], label?: string): string {
  const name = label ?? named?.name ?? target?.label ?? words;
  const [version] = /\bv?\d[\d.]*$/i.exec(all[to]?.isVersion ? `${words} ${all[to].raw}` : words) ?? [];
  return version === undefined || /\d/.test(name) ? name : `${name} ${version}`;
}

// What comes nearest: a fact without a status that answers, else one on the very subject, else one that has most of what was said.
function findRelated(
  { topics, unknownNames, kind }: Understanding,
  { answers, ranked }: Decision,
): JudgedFact | undefined {
  const [likeliest] = ranked;
  if (likeliest?.indexed.fact.isReviewed === false && likeliest.likelihood >= NEARLY_LIKELY) return likeliest;
  if (unknownNames.length > 0) return undefined;
  if (answers[0] !== undefined) return answers[0];
  const subjects = topics.flatMap(({ named, isPlace, isStory, isNeeded, isDoubtful }, i) =>
    named !== undefined && !isPlace && !isDoubtful && (!isStory || isNeeded) ? [i] : [],
  );
  const asksYesNo = kind === 'compat' || kind === 'any';
  const speaksOf = (match: JudgedFact['topics'][number] | undefined) =>
    (match?.level ?? 0) >= NAMED && (asksYesNo || match?.isAbout || match?.level === NAMED);
  const own = ranked.find(({ topics: matches }) => subjects.length > 0 && subjects.every((i) => speaksOf(matches[i])));
  const onPlace = ({ topics: matches }: JudgedFact) => Math.max(0, ...matches.map(({ onLevel }) => onLevel));
  const isAbout = ({ topics: matches }: JudgedFact) => subjects.every((i) => matches[i]?.isAbout);
  // What is said of the very thing on something near the place, before what only names it.
  if (asksYesNo && own !== undefined && !isAbout(own)) {
    const [nearer] = ranked
      .slice(0, LOOKED_AT)
      .filter(isAbout)
      .sort((a, b) => onPlace(b) - onPlace(a));
    if (nearer !== undefined) return nearer;
    // That something else does not run on the system that was asked about reads as a no.
    if (own.indexed.fact.status === 'no') return undefined;
  }
  const nearest = ranked.slice(0, NEAREST).find(({ coverage, missing }) => coverage >= MOST && missing < MUCH);
  // What a sentence without a fact is about, nobody has said.
  if (own === undefined && nearest?.indexed.fact.isReviewed === false) return nearest;
  // "does foolang run on armv6?", "does its in-memory database run there?": what is said of something else is no answer; that
  // the thing itself runs there is near, though its packages or images were asked for.
  if (own !== undefined) return own;
  if (subjects.length > 0 && asksYesNo)
    return ranked.find(
      (one) =>
        one.indexed.fact.status !== undefined &&
        subjects.some((i) => topics[i]?.named === one.indexed.about[0] && one.topics[i]?.isAbout) &&
        onPlace(one) >= ANSWERS,
    );
  const isOfPlaces = topics.length > 0 && topics.every(({ target }) => target !== undefined);
  return isOfPlaces && (asksYesNo || kind === 'list') && (nearest?.likelihood ?? 0) < NEARLY_LIKELY
    ? undefined
    : nearest;
}

const NAMED = 0.45;
const NEAREST = 3;
const LOOKED_AT = 8;
const MOST = 0.5;
const MUCH = 2;

const MAX_SUGGESTIONS = 3;

/** Whole questions that may have been meant, by names that are written nearly like what is unknown. */
function suggestQuestions({ topics, unknownNames, question }: Understanding, snapshot: Snapshot): string[] {
  const place = topics.find(({ target }) => target !== undefined)?.target;
  const isPerson = (name: string) => snapshot.names.find(name)?.kind.includes('person') ?? false;
  const near = unknownNames
    .flatMap((name) => findNearSubjects(snapshot, name, MAX_SUGGESTIONS + 2))
    .filter((name) => !isPerson(name));
  const others = near.filter((name) => !question.toLowerCase().includes(name.toLowerCase()));
  return others
    .slice(0, MAX_SUGGESTIONS)
    .map((name) => (place ? `does ${name} run on ${place.label}?` : `status ${name}`));
}
