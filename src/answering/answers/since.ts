import { findAnswers } from '#answering/judging/choose-fact.ts';
import { decide } from '#answering/judging/decide.ts';
import { isOnPlaces } from '#answering/judging/is-on-places.ts';
import type { JudgedFact } from '#answering/judging/judge-facts.ts';
import { SINCE } from '#answering/question/question-kind.ts';
import { understandQuestion } from '#answering/question/understand-question.ts';
import type { Answer } from '#answering/wording/answer.ts';
import { cite } from '#answering/wording/cite.ts';
import { makeFollowUp } from '#answering/wording/make-follow-up.ts';
import { compareIssueIds, isLaterIssue } from '#newsletter/days/issue-order.ts';
import type { Snapshot } from '#search/snapshot.ts';

/** Answers since when something runs somewhere: by the first issue from which on it has stood so. Undefined for any other question. */
export function answerSince(question: string, snapshot: Snapshot): Answer | undefined {
  if (!SINCE.test(question)) return undefined;
  const plain = question.replace(SINCE, 'does').replace(/\bdoes\s+(?:has|have|does|is)\b/i, 'does');
  const understanding = { ...understandQuestion(plain, snapshot), kind: 'compat' as const, wanted: 'any' as const };
  const { best, ranked } = decide(understanding, snapshot);
  const status = best?.indexed.fact.status;
  if (best === undefined || (status !== 'yes' && status !== 'partly')) return undefined;
  const since = findFirst(
    best,
    findAnswers(understanding, ranked).filter((one) => isOnPlaces(understanding, one)),
  );
  return {
    answered: true,
    verdict: undefined,
    lead: `The first issue to say so is ${since.indexed.issue.id}: ${since.indexed.fact.says}`,
    notes: since === best ? [] : [`The newest is ${best.indexed.issue.id}.`],
    list: undefined,
    citations: [cite(since.indexed, true)],
    suggestions: [],
    followUp: makeFollowUp(understanding, since.indexed),
  };
}

function findFirst(best: JudgedFact, stated: readonly JudgedFact[]): JudgedFact {
  const own = stated
    .filter(
      ({ indexed }) =>
        indexed.about[0] === best.indexed.about[0] && !isLaterIssue(indexed.issue.id, best.indexed.issue.id),
    )
    .sort((a, b) => compareIssueIds(b.indexed.issue.id, a.indexed.issue.id));
  let first = best;
  for (const one of own) {
    if (one.indexed.fact.status !== best.indexed.fact.status) break;
    first = one;
  }
  return first;
}
