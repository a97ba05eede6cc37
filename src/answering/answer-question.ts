import type { Snapshot } from '#search/snapshot.ts';
import type { Answer } from './answer.ts';
import { answerCompat } from './answer-compat.ts';
import { answerFact } from './answer-fact.ts';
import { answerIssueContents } from './answer-issue-contents.ts';
import { answerOpenProblems } from './answer-open-problems.ts';
import { answerSince } from './answer-since.ts';
import { answerWhichIssues } from './answer-which-issues.ts';
import type { FollowUp } from './follow-up.ts';
import { resolveFollowUp } from './resolve-follow-up.ts';
import { answerSmallTalk } from './small-talk.ts';
import { understandQuestion } from './understand-question.ts';

// Longer than any question; the rest says nothing new and costs time.
const MAX_QUESTION = 1000;

/** An answer, with the question that it answers made whole. */
export interface WholeAnswer extends Answer {
  /** Gives this answer by itself: what a follow-up question left out is put in. */
  readonly asked: string;
  /** A greeting or thanks: nothing was asked. */
  readonly isSmallTalk: boolean;
}

/** Answers a question from the archive, and from nothing else. Never throws, whatever is asked. */
export function answerQuestion(question: string, snapshot: Snapshot, followUp?: FollowUp): WholeAnswer {
  const smallTalk = answerSmallTalk(question.slice(0, MAX_QUESTION));
  if (smallTalk) return { ...smallTalk, asked: question, isSmallTalk: true };
  const asked = resolveFollowUp(question.slice(0, MAX_QUESTION), snapshot, followUp);
  const understanding = understandQuestion(asked, snapshot);
  return { ...answerKind(), question, asked, isSmallTalk: false };

  function answerKind(): Answer {
    switch (understanding.kind) {
      case 'compat':
        return answerCompat(understanding, snapshot);
      case 'since':
        return answerSince(understanding, snapshot);
      case 'issue-contents':
        return answerIssueContents(understanding, snapshot);
      case 'open-problems':
        return answerOpenProblems(understanding, snapshot);
      case 'which-issues':
        return answerWhichIssues(understanding, snapshot);
      default:
        return answerFact(understanding, snapshot);
    }
  }
}
