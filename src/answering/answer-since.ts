import type { Snapshot } from '#search/snapshot.ts';
import type { Answer } from './answer.ts';
import { answerCompat } from './answer-compat.ts';
import { chooseQuote } from './choose-quote.ts';
import { cite } from './cite.ts';
import { judgeCompat } from './judge-compat.ts';
import { findSince } from './timeline.ts';
import type { Understanding } from './understand-question.ts';

/** Answers "since when …?" with the first issue that says so; what does not stand so is answered as "does it?" is. */
export function answerSince(understanding: Understanding, snapshot: Snapshot): Answer {
  const { holds, evidence } = judgeCompat(understanding, snapshot);
  const answer = answerCompat(understanding, snapshot);
  if (holds?.claim.status !== 'works') return answer;
  const since = findSince(holds, evidence);
  const { indexed } = since.candidate.ranked;
  const { id, date } = indexed.issue;
  return {
    ...answer,
    verdict: undefined,
    lead: `At the latest since ${id}, ${date.day}: that is the first issue that says so.`,
    notes: since.relation.notes,
    citations: [cite(indexed, chooseQuote(indexed.article, since.claim.sentence, since.claim.clause))],
  };
}
