import type { Snapshot } from '#search/snapshot.ts';
import type { Answer } from './answer.ts';
import { answerSilence } from './answer-silence.ts';
import { findCandidates, subjectWords } from './candidate.ts';
import { chooseQuote } from './choose-quote.ts';
import { cite } from './cite.ts';
import { decideVerdict } from './decide-verdict.ts';
import { type Evidence, weighEvidence } from './evidence.ts';
import { makeFollowUp } from './make-follow-up.ts';
import { shareMatched } from './match-words.ts';
import { describeTimeline, newestOf } from './timeline.ts';
import type { Understanding } from './understand-question.ts';
import { wordVerdict } from './word-verdict.ts';

// Below these the archive is taken to be silent. Measured: see docs/search.md.
/** "Is this the subject?": the share of the question's telling words that the article must have. */
export const MIN_SUBJECT = 0.55;
/** The share of its names, devices and systems. */
export const MIN_NAMED = 0.55;
/** "Does this sentence say it?": the share of them in the sentence and its heading. */
export const MIN_SAID = 0.4;
/** How surely the sentence's targets are the asked ones. */
export const MIN_RELATION = 0.35;

/** Answers a question that yes or no can answer. */
export function answerCompat(understanding: Understanding, snapshot: Snapshot): Answer {
  const candidates = findCandidates(understanding, snapshot);
  const evidence = weighEvidence(understanding, candidates, snapshot).filter(isEnough);
  const best = understanding.missingNames.length > 0 ? undefined : newestOf(evidence);
  if (!best) return answerSilence(understanding, candidates, snapshot);
  const verdict = decideVerdict(best, understanding, evidence);
  const { indexed } = best.candidate.ranked;
  const others = evidence.filter((one) => one !== best && one.claim.articleId === best.claim.articleId);
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
    followUp: makeFollowUp(understanding, indexed.article),
  };
}

function isEnough({ candidate, coverage, relation }: Evidence): boolean {
  return (
    candidate.named >= MIN_NAMED &&
    candidate.coverage >= MIN_SUBJECT &&
    coverage >= MIN_SAID &&
    relation.strength >= MIN_RELATION
  );
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
