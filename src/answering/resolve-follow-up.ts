import { findTargetsInQuestion } from '#claims/find-targets.ts';
import type { Snapshot } from '#search/snapshot.ts';
import type { FollowUp } from './follow-up.ts';
import { understandQuestion } from './understand-question.ts';

// A word this telling is a subject of its own.
const SUBJECT_WEIGHT = 0.9;
const LIGHT_WEIGHT = 0.2;
const MAX_TELLING = 1;
const LEADS_IN =
  /^\W*(?:(?:and|but|so|or|then|also|ok|okay|well)\b[\s,]*)*(?:(?:what|how)\s+about\b|on\b|for\b|with\b|in\b|is\b|does\b|it\b|any\b)?/i;
// "it", "that": what the conversation is about, whatever else the question names.
const PRONOUN = /\b(?:it|its|that|this|they|them|their)\b/i;
// "and foodb?": the same question of another subject.
const ASKS_THE_SAME = /^\W*(?:and|or|what\s+about|how\s+about)\s+(?:\S+\s*){1,3}$/i;
const SINCE = /^\W*(?:and\s+)?since\s+(?:when|what|which)\b/i;

/**
 * A question that leans on the one before ("what about arm64?", "since when?", "link?", "does it support swarm?"), made
 * whole. A question with a subject of its own is left as it is.
 */
export function resolveFollowUp(question: string, snapshot: Snapshot, followUp: FollowUp | undefined): string {
  if (!followUp || !/[\p{L}\p{N}]/u.test(question)) return question;
  const { content, targets } = understandQuestion(question, snapshot);
  const whole = `${question.replace(/[?!.\s]+$/, '')} ${followUp.subject}?`;
  const names = content.filter(({ isName }) => isName).map(({ raw }) => raw);
  if (names.length > 0) {
    const before = findTargetsInQuestion(followUp.question).map(({ words }) => words);
    const asksTheSame = targets.length === 0 && before.length > 0 && ASKS_THE_SAME.test(question);
    return asksTheSame ? `does ${names.join(' ')} run on ${before.join(' and ')}?` : question;
  }
  if (PRONOUN.test(question) && content.some(({ weight }) => weight >= SUBJECT_WEIGHT)) return whole;
  if (content.some(({ weight }) => weight >= SUBJECT_WEIGHT)) return question;
  if (SINCE.test(question)) return `since when ${followUp.question}`;
  if (targets.length > 0 && LEADS_IN.test(question)) {
    return `does ${followUp.subject} run on ${targets.map(({ words }) => words).join(' and ')}?`;
  }
  // "who won the world cup?" leans on nothing.
  const telling = content.filter(({ weight }) => weight >= LIGHT_WEIGHT).length;
  return PRONOUN.test(question) || telling <= MAX_TELLING ? whole : question;
}
