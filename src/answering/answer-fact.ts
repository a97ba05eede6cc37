import type { Snapshot } from '#search/snapshot.ts';
import type { Answer, Citation } from './answer.ts';
import { answerSilence } from './answer-silence.ts';
import { type Candidate, findCandidates, subjectWords } from './candidate.ts';
import { chooseQuote } from './choose-quote.ts';
import { cite } from './cite.ts';
import { makeFollowUp } from './make-follow-up.ts';
import { shareMatched } from './match-words.ts';
import { type Passage, weighPassages } from './passage.ts';
import type { Understanding } from './understand-question.ts';

// Below these the archive is taken to be silent. Measured: see docs/search.md.
/** "Is this the subject?" */
export const MIN_SUBJECT = 0.5;
/** "Does this sentence say it?" */
export const MIN_SAID = 0.35;
const MAX_PASSAGES = 3;
// Further sentences of the same article are shown when they fit nearly as well as the best.
const NEARLY_AS_GOOD = 0.6;

const LEADS = {
  when: 'What the archive says about when:',
  link: 'The links are in this article:',
  workaround: 'What the archive says about it:',
  fact: 'The archive says:',
} as const;

/** Answers what, who, when, how much, which workaround, which link: with the sentence that says so. */
export function answerFact(understanding: Understanding, snapshot: Snapshot): Answer {
  const candidates = findCandidates(understanding, snapshot);
  const passages = weighPassages(understanding, candidates);
  const isLink = understanding.kind === 'link';
  const best = isLink ? bestOfMostLinked(understanding, candidates, passages) : passages.find((passage) => isEnough(understanding, passage));
  if (!best) return answerSilence(understanding, candidates, snapshot);
  const { indexed } = best.candidate.ranked;
  const same = passages.filter((passage) => passage.candidate === best.candidate);
  const shown = same
    .filter((passage) => passage === best || passage.score >= best.score * NEARLY_AS_GOOD)
    .slice(0, MAX_PASSAGES);
  return {
    question: understanding.question,
    answered: true,
    verdict: undefined,
    lead: LEADS[understanding.kind as keyof typeof LEADS] ?? LEADS.fact,
    notes: [],
    citations: citePassages(understanding, best, shown),
    suggestions: [],
    followUp: makeFollowUp(understanding, indexed.article),
  };
}

function isEnough(understanding: Understanding, { candidate, coverage, holdsWanted }: Passage): boolean {
  const needsKind = understanding.wanted !== 'any' && understanding.wanted !== 'number';
  return candidate.coverage >= MIN_SUBJECT && coverage >= MIN_SAID && (holdsWanted || !needsKind);
}

function bestOfMostLinked(understanding: Understanding, candidates: readonly Candidate[], passages: readonly Passage[]): Passage | undefined {
  const words = subjectWords(understanding);
  const linked = candidates
    .filter(({ coverage, ranked }) => coverage >= MIN_SUBJECT && ranked.indexed.article.links.length > 0)
    .map((candidate) => ({
      candidate,
      score: candidate.relevance + Math.max(...candidate.matched.links.map((matches) => shareMatched(words, matches))),
    }))
    .sort((a, b) => b.score - a.score)[0]?.candidate;
  return passages.find(({ candidate }) => candidate === linked);
}

function citePassages(understanding: Understanding, best: Passage, shown: readonly Passage[]): Citation[] {
  const { indexed } = best.candidate.ranked;
  const words = subjectWords(understanding);
  const linkScores = best.candidate.matched.links.map((matches) => shareMatched(words, matches));
  const wanted = shown.map(({ sentence }) => sentence);
  const citations: Citation[] = [];
  for (const { sentence } of shown) {
    const text = indexed.article.sentences[sentence]?.text ?? '';
    if (citations.some(({ quote }) => quote.includes(text))) continue;
    citations.push(cite(indexed, chooseQuote(indexed.article, sentence, '', wanted), linkScores));
  }
  return citations;
}
