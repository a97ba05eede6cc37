import type { Claim } from '#claims/claim.ts';
import type { Snapshot } from '#search/snapshot.ts';
import type { Answer } from './answer.ts';
import { answerSilence } from './answer-silence.ts';
import { subjectWords } from './candidate.ts';
import { chooseQuote } from './choose-quote.ts';
import { cite } from './cite.ts';
import type { Evidence } from './evidence.ts';
import { judgeCompat } from './judge-compat.ts';
import { makeFollowUp } from './make-follow-up.ts';
import { shareMatched } from './match-words.ts';
import { describeTimeline } from './timeline.ts';
import type { Understanding } from './understand-question.ts';
import { wordVerdict } from './word-verdict.ts';

/** Answers a question that yes or no can answer. */
export function answerCompat(understanding: Understanding, snapshot: Snapshot): Answer {
  const { candidates, evidence, holds: best, verdict } = judgeCompat(understanding, snapshot);
  if (!best) return answerSilence(understanding, candidates, snapshot);
  const { indexed } = best.candidate.ranked;
  const others = evidence.filter(({ claim }) => isSameStatement(claim, best.claim));
  const linkScores = best.candidate.matched.links.map((matches) => shareMatched(subjectWords(understanding), matches));
  return {
    question: understanding.question,
    answered: true,
    verdict,
    lead: wordVerdict(verdict, understanding, indexed),
    notes: [...best.relation.notes, ...describeTimeline(best, evidence)],
    list: undefined,
    citations: [cite(indexed, quoteOf(best, others), linkScores), ...furtherCitations(best, evidence)],
    suggestions: [],
    followUp: makeFollowUp(understanding, indexed),
  };
}

function isSameStatement(claim: Claim, other: Claim): boolean {
  return claim.articleId === other.articleId && claim.status === other.status;
}

function quoteOf(best: Evidence, others: readonly Evidence[]): string {
  const { article } = best.candidate.ranked.indexed;
  const place =
    best.claim.sentence >= 0
      ? best.claim.sentence
      : (others.find(({ claim }) => claim.sentence >= 0)?.claim.sentence ?? -1);
  return chooseQuote(article, place, best.claim.clause);
}

const MAX_FURTHER = 2;

// The same question's next best evidence, an article each.
function furtherCitations(best: Evidence, evidence: readonly Evidence[]) {
  const seen = new Set([best.claim.articleId]);
  const further: Evidence[] = [];
  for (const one of evidence) {
    if (further.length === MAX_FURTHER) break;
    if (seen.has(one.claim.articleId) || one.claim.sentence < 0) continue;
    seen.add(one.claim.articleId);
    further.push(one);
  }
  return further.map((one) => cite(one.candidate.ranked.indexed, quoteOf(one, [])));
}
