import type { Snapshot } from '#search/snapshot.ts';
import type { FollowUp } from './follow-up.ts';
import { understandQuestion } from './understand-question.ts';

// A word this telling is a subject of its own.
const SUBJECT_WEIGHT = 0.9;

/**
 * A question that leans on the one before ("what about arm64?", "since when?", "link?"), made whole. A question with a
 * subject of its own is left as it is.
 */
export function resolveFollowUp(question: string, snapshot: Snapshot, followUp: FollowUp | undefined): string {
  if (!followUp) return question;
  const { content, targets } = understandQuestion(question, snapshot);
  if (content.some(({ weight }) => weight >= SUBJECT_WEIGHT)) return question;
  if (/^\W*(?:and\s+)?since\s+(?:when|what|which)\b/i.test(question)) return `since when ${followUp.question}`;
  const isAboutTarget =
    targets.length > 0 &&
    /^\W*(?:(?:and|but|so|or|then|also|ok|okay)\b[\s,]*)*(?:(?:what|how)\s+about\b|on\b|for\b|with\b|in\b|is\b|does\b|it\b)?/i.test(
      question,
    );
  if (isAboutTarget) return `does ${followUp.subject} run on ${targets.map(({ words }) => words).join(' and ')}?`;
  return `${question.replace(/[?!.\s]+$/, '')} ${followUp.subject}`;
}
