import type { Snapshot } from '#search/snapshot.ts';
import type { Answer } from './answer.ts';
import type { Candidate } from './candidate.ts';
import { subjectWords } from './candidate.ts';
import { chooseQuote } from './choose-quote.ts';
import { cite } from './cite.ts';
import { makeFollowUp } from './make-follow-up.ts';
import { shareMatched } from './match-words.ts';
import { suggestSubjects } from './suggest-subjects.ts';
import type { Understanding } from './understand-question.ts';
import { nameAsked, wordVerdict } from './word-verdict.ts';

// An article that has at least this share of the question's telling words is worth showing as related.
const MIN_RELATED = 0.5;

/** Says that the archive does not say, and what it does say about the nearest subject. */
export function answerSilence(understanding: Understanding, candidates: readonly Candidate[], snapshot: Snapshot): Answer {
  const related = candidates.find(({ coverage, ranked }) => coverage >= MIN_RELATED && ranked.indexed.article.kind === 'news');
  const isCompat = understanding.kind === 'compat';
  const subject = nameAsked(understanding, undefined);
  return {
    question: understanding.question,
    answered: false,
    verdict: isCompat ? 'unknown' : undefined,
    lead: isCompat && subject !== 'it' ? wordVerdict('unknown', understanding, undefined) : 'The archive does not say.',
    notes: related ? ['What it does say about the subject:'] : [],
    citations: related ? [citeRelated(understanding, related)] : [],
    suggestions: related ? [] : suggestSubjects(understanding, snapshot),
    followUp: related ? makeFollowUp(understanding, related.ranked.indexed.article) : undefined,
  };
}

function citeRelated(understanding: Understanding, { ranked, matched }: Candidate) {
  const words = subjectWords(understanding);
  const shares = matched.sentences.map((matches) => shareMatched(words, matches));
  const place = shares.indexOf(Math.max(...shares));
  return cite(ranked.indexed, chooseQuote(ranked.indexed.article, place));
}
