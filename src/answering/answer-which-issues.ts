import type { Snapshot } from '#search/snapshot.ts';
import type { Answer } from './answer.ts';
import { answerSilence } from './answer-silence.ts';
import { type Candidate, findCandidates, subjectWords } from './candidate.ts';
import { chooseQuote } from './choose-quote.ts';
import { cite } from './cite.ts';
import { makeFollowUp } from './make-follow-up.ts';
import { shareMatched } from './match-words.ts';
import type { Understanding } from './understand-question.ts';

const MIN_COVERAGE = 0.6;
const MAX_ISSUES = 8;

/** Lists the articles that are about a subject, the most telling first. */
export function answerWhichIssues(understanding: Understanding, snapshot: Snapshot): Answer {
  const candidates = findCandidates(understanding, snapshot);
  const covering = candidates.filter(({ coverage }) => coverage >= MIN_COVERAGE).slice(0, MAX_ISSUES);
  const first = covering[0];
  if (!first) return answerSilence(understanding, candidates, snapshot);
  const issues = [...new Set(covering.map(({ ranked }) => ranked.indexed.issue.id))].sort();
  return {
    question: understanding.question,
    answered: true,
    verdict: undefined,
    lead: `In ${issues.length === 1 ? 'one issue' : `${issues.length} issues`}: ${issues.join(', ')}.`,
    notes: [],
    list: undefined,
    citations: covering.map((candidate) => cite(candidate.ranked.indexed, quoteOf(understanding, candidate))),
    suggestions: [],
    followUp: makeFollowUp(understanding, first.ranked.indexed),
  };
}

function quoteOf(understanding: Understanding, { ranked, matched }: Candidate): string {
  const shares = matched.sentences.map((matches) => shareMatched(subjectWords(understanding), matches));
  return chooseQuote(ranked.indexed.article, shares.indexOf(Math.max(...shares)));
}
