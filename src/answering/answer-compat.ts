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
import { answerSeveral, splitTargets } from './several-targets.ts';
import { suggestChoices } from './suggest-choices.ts';
import { describeTimeline } from './timeline.ts';
import type { Understanding } from './understand-question.ts';
import { wordVerdict } from './word-verdict.ts';

/** Answers a question that yes or no can answer. */
export function answerCompat(understanding: Understanding, snapshot: Snapshot): Answer {
  if (isAboutNothing(understanding)) return answerSilence(understanding, [], snapshot);
  const several = splitTargets(understanding);
  if (several)
    return answerSeveral(
      several.map((one) => answerCompat(one, snapshot)),
      several,
    );
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
    suggestions: suggestChoices(understanding, best, evidence),
    followUp: makeFollowUp(understanding, indexed),
  };
}

const PRONOUN = /\b(?:it|that|this|they)\b/i;

// "does it run on arm64?" with no word of what "it" is.
function isAboutNothing({ question, content, targets, predicates }: Understanding): boolean {
  const isNamed = content.some(({ isName, weight }) => isName || weight >= MIN_TELLING);
  const isThing = targets.some(({ target }) => target.kind === 'device' || target.kind === 'operating-system');
  if (isNamed || targets.length === 0) return false;
  if (!isThing) return true;
  return targets.length === 1 && (PRONOUN.test(question) || predicates.length === 0);
}

const MIN_TELLING = 0.6;

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
