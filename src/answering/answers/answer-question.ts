import { answerList } from '#answering/listing/list.ts';
import { findKind, findSortAsked } from '#answering/listing/list-kind.ts';
import { resolveFollowUp } from '#answering/question/resolve-follow-up.ts';
import type { FollowUp, Topic } from '#answering/question/topic.ts';
import { type Understand, type Understanding, understandOnce } from '#answering/question/understand-question.ts';
import type { Answer } from '#answering/wording/answer.ts';
import type { Snapshot } from '#search/snapshot.ts';
import { answerCard } from './card.ts';
import { answerComparison } from './compare.ts';
import { answerNames } from './names.ts';
import { openIssue, readIssueOf } from './of-issue.ts';
import { answerOne } from './one.ts';
import { answerPeriod, tellIssue } from './period.ts';
import { joinAnswers, splitTopics } from './several.ts';
import { answerSince } from './since.ts';
import { answerForeign, answerSmallTalk, isForeign, withoutRemark } from './small-talk.ts';
import { answerFirstOrLast, answerWhichIssues } from './which-issues.ts';

// Longer than any question; the rest says nothing new and costs time.
const MAX_QUESTION = 1000;
const MAX_SENTENCES = 3;

/** An answer, with the question that it answers made whole. */
export interface WholeAnswer extends Answer {
  /** Gives this answer by itself: what a follow-up question left out is put in. */
  readonly asked: string;
}

/**
 * Answers a question from the archive, and from nothing else. Never throws, whatever is asked. `understand`: of this very
 * snapshot, for who looks at the question, too.
 */
export function answerQuestion(
  question: string,
  snapshot: Snapshot,
  followUp?: FollowUp,
  understand: Understand = understandOnce(snapshot),
): WholeAnswer {
  const said = question
    .slice(0, MAX_QUESTION)
    .replace(/:[a-z0-9_+-]{2,32}:/gi, ' ')
    // "whats new", "where's the code"
    .replace(/\b(what|who|where|when|how)['’]?s\b(?!['’])/gi, '$1 is')
    .replace(/\s[:;]-?[()DPp](?=\s|$)/g, '.');
  const smallTalk = answerSmallTalk(said, followUp !== undefined);
  if (smallTalk) return { ...smallTalk, asked: question };
  const text = withoutRemark(said, followUp !== undefined);
  const parts = splitQuestions(text, understand);
  if (parts.length > 1) return answerInTurn(parts, snapshot, followUp, understand);
  const ofIssue = answerOfIssue(text, snapshot);
  if (ofIssue) return { ...ofIssue, asked: question };
  const ofPeriod = answerPeriod(text, snapshot);
  if (ofPeriod) return { ...ofPeriod, asked: question };
  const rest = followUp === undefined || !ASKS_REST.test(text) ? undefined : answerRest(followUp, snapshot, understand);
  if (rest) return rest;
  // A list is whole, whatever was talked about before.
  const isList = followUp !== undefined && isOfList(text, snapshot, understand);
  const asked = isList ? text : resolveFollowUp(text, snapshot, followUp, understand);
  if (asked === text) return { ...answerWhole(text, snapshot, understand), asked: question };
  return { ...(answerPeriod(asked, snapshot) ?? answerWhole(asked, snapshot, understand)), asked };
}

// "which databases run on arm64?", "which boards have 8 GB?"
function isOfList(text: string, snapshot: Snapshot, understand: Understand): boolean {
  const understanding = understand(text);
  if (answerList(understanding, snapshot) !== undefined) return true;
  return OF_KIND.test(text) && findKind(understanding, snapshot) !== undefined;
}

const OF_KIND =
  /^\W*(?:which|what) (?:\p{L}+ ){0,2}\p{L}{3,}s (?:have|are|run|cost|come|use|support|do|offer|sell|work|need)\b(?!.*\b(?:it|its|they|them|that|this|there)\b)/iu;

// Of one issue, whatever others say.
function answerOfIssue(question: string, snapshot: Snapshot): Answer | undefined {
  const asked = readIssueOf(question, snapshot);
  if (asked === undefined) return undefined;
  const { issue, rest } = asked;
  if (rest === '') return tellIssue(issue);
  const answer = answerQuestion(rest, openIssue(issue, snapshot));
  return { ...answer, lead: answer.lead.replace(/^The archive/, `Issue ${issue.id}`) };
}

// "more", behind a list: all of it, or that there is no more.
function answerRest({ question }: FollowUp, snapshot: Snapshot, understand: Understand): WholeAnswer | undefined {
  const listed = answerList(understand(question), snapshot);
  const [all] = listed?.suggestions ?? [];
  if (listed === undefined) return undefined;
  if (all !== undefined) return { ...answerWhole(all, snapshot, understand), asked: all };
  return { ...listed, lead: 'That was the whole list.', notes: [], list: undefined, citations: [], asked: question };
}

const ASKS_REST =
  /^\W*(?:(?:and|show(?: me)?|any|the|is there|are there|tell me)\s+)*(?:more|rest|others)(?:\s+of (?:them|it))?\W*$/i;

function answerWhole(question: string, snapshot: Snapshot, understand: Understand): Answer {
  const since = answerSince(question, snapshot);
  if (since) return since;
  const understanding = understand(question);
  if (isForeign(question)) return answerForeign(understanding.topics, snapshot);
  // What it is says whether it is one.
  const sort = findSortAsked(understanding, snapshot);
  if (sort !== undefined) return { ...answerOne(understand(`what is ${sort.words}?`), snapshot), verdict: undefined };
  const listed =
    answerFirstOrLast(understanding, snapshot) ??
    answerWhichIssues(understanding, snapshot) ??
    answerList(understanding, snapshot) ??
    answerNames(understanding) ??
    answerComparison(understanding, snapshot) ??
    answerCard(understanding, snapshot);
  if (listed) return listed;
  const parts: Understanding[] = splitTopics(understanding);
  if (parts.length === 1) return answerOne(understanding, snapshot);
  // One sentence may tell of all the places.
  const isShared = (topic: Topic) => parts.every((part) => part.topics.includes(topic));
  const areOfPlaces = understanding.topics.every((topic) => topic.target !== undefined || isShared(topic));
  const ofAll = areOfPlaces ? answerOne(understanding, snapshot) : undefined;
  if (ofAll?.answered) return ofAll;
  const answers = parts.map((part) => answerOne(part, snapshot));
  // What answers to none of several things may answer to all of them together.
  const isNone = !areOfPlaces && !answers.some(({ answered }) => answered);
  const together = isNone ? answerOne(understanding, snapshot) : undefined;
  if (together !== undefined && together.citations.length > 0) return together;
  return joinAnswers(answers, parts);
}

// "does foodb run on armv6? and on windows?": two questions in one line, the second on what the first is about.
function splitQuestions(text: string, understand: Understand): string[] {
  const sentences = text
    .split(/(?<=\?)\s+/)
    .map((one) => one.trim())
    .filter((one) => /[\p{L}\p{N}]/u.test(one));
  const questions = sentences.filter((one) => one.endsWith('?'));
  if (questions.length < 2) return splitClauses(text, understand);
  if (questions.length > MAX_SENTENCES) return [text];
  return questions.every((one) => understand(one).topics.length > 0) ? questions : [text];
}

// "does foodb run on armv6 and does quernd run on arm64?": each with a thing and a place of its own.
function splitClauses(text: string, understand: Understand): string[] {
  const clauses = text.split(BETWEEN_QUESTIONS);
  // Behind a story, "… or does it?" belongs to that.
  if (clauses.length < 2 || clauses.length > MAX_SENTENCES || /[.!?]\s/.test(text)) return [text];
  const isWhole = ({ topics }: Understanding) =>
    topics.some(({ target, isDoubtful }) => target === undefined && !isDoubtful) &&
    topics.some(({ target }) => target !== undefined);
  return clauses.every((clause) => isWhole(understand(clause))) ? clauses : [text];
}

const BETWEEN_QUESTIONS = /(?<![,\s]),?\s+(?:and|or|but)\s+(?=(?:does|do|is|are|can|will)\s)/i;

function answerInTurn(
  questions: readonly string[],
  snapshot: Snapshot,
  followUp: FollowUp | undefined,
  understand: Understand,
): WholeAnswer {
  let about = followUp;
  const parts = questions.map((question) => {
    const answer = answerQuestion(question, snapshot, about, understand);
    about = answer.followUp ?? about;
    return answer;
  });
  const understandings = parts.map(({ asked }) => understand(asked));
  return { ...joinAnswers(parts, understandings), followUp: about, asked: parts.map(({ asked }) => asked).join(' ') };
}
