import type { Snapshot } from '#search/snapshot.ts';
import type { Answer, Citation } from './answer.ts';
import { answerSilence } from './answer-silence.ts';
import { type Candidate, findCandidates, subjectWords } from './candidate.ts';
import { findAttributePlaces } from './asked-attribute.ts';
import { chooseQuote } from './choose-quote.ts';
import { cite } from './cite.ts';
import { makeFollowUp } from './make-follow-up.ts';
import { shareMatched } from './match-words.ts';
import { type Passage, weighPassages } from './passage.ts';
import type { Understanding } from './understand-question.ts';

// Below these the archive is taken to be silent. Measured: see docs/search.md.
/** "Is this the subject?" */
export const MIN_SUBJECT = 0.5;
/** The share of its names, devices and systems. */
export const MIN_NAMED = 0.6;
/** "Does this sentence say it?" */
export const MIN_SAID = 0.35;
const MIN_FOCUS = 0.4;
// The right article first, the right link in it second.
const LINK_RELEVANCE = 2.5;
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
    .slice(0, isLink ? 1 : MAX_PASSAGES);
  return {
    question: understanding.question,
    answered: true,
    verdict: undefined,
    lead: LEADS[understanding.kind as keyof typeof LEADS] ?? LEADS.fact,
    notes: [],
    list: undefined,
    citations: citePassages(understanding, best, shown),
    suggestions: [],
    followUp: makeFollowUp(understanding, indexed.article),
  };
}

function isEnough(understanding: Understanding, passage: Passage): boolean {
  const { candidate, coverage, holdsWanted } = passage;
  if (understanding.missingNames.length > 0) return false;
  if (candidate.named < MIN_NAMED || candidate.coverage < MIN_SUBJECT || coverage < MIN_SAID) return false;
  const isOptional = understanding.wanted === 'any' || understanding.wanted === 'reason';
  return (holdsWanted || isOptional) && speaksOfAttribute(understanding, passage);
}

// "how much RAM": a sentence with some number is no answer unless it speaks of RAM.
function speaksOfAttribute(understanding: Understanding, { candidate, sentence }: Passage): boolean {
  if (understanding.kind !== 'fact') return true;
  const words = subjectWords(understanding);
  const { wanted, attribute } = understanding;
  const places = findAttributePlaces(attribute, words);
  const isNamed = wanted !== 'any' && wanted !== 'number';
  if (places.length === 0 || isNamed) return true;
  const own = candidate.matched.sentences[sentence] ?? [];
  const has = (place: number) => (own[place] ?? 0) > 0 || (candidate.matched.heading[place] ?? 0) > 0;
  if (places.some(has)) return true;
  if (attribute.isMeasure) return false;
  const focus = words.map((word, place) =>
    places.includes(place) || word.isName || (candidate.matched.heading[place] ?? 0) > 0.5 ? { ...word, weight: 0 } : word,
  );
  return shareMatched(focus, own) >= MIN_FOCUS;
}

function bestOfMostLinked(understanding: Understanding, candidates: readonly Candidate[], passages: readonly Passage[]): Passage | undefined {
  const words = subjectWords(understanding);
  const linked = candidates
    .filter(({ coverage, ranked }) => coverage >= MIN_SUBJECT && ranked.indexed.article.links.length > 0 && understanding.missingNames.length === 0)
    .map((candidate) => ({
      candidate,
      score: LINK_RELEVANCE * candidate.relevance + Math.max(...candidate.matched.links.map((matches) => shareMatched(words, matches))),
    }))
    .sort((a, b) => b.score - a.score)[0]?.candidate;
  return passages.find(({ candidate }) => candidate === linked);
}

function citePassages(understanding: Understanding, best: Passage, shown: readonly Passage[]): Citation[] {
  const { indexed } = best.candidate.ranked;
  const words = subjectWords(understanding);
  const linkScores = best.candidate.matched.links.map((matches) => shareMatched(words, matches));
  // A remedy stands behind its problem, and news come in a row: there the neighbours are shown too.
  const inARow = understanding.kind === 'workaround' || understanding.kind === 'whats-new';
  const wanted = inARow ? [...indexed.article.sentences.keys()] : shown.map(({ sentence }) => sentence);
  const citations: Citation[] = [];
  for (const { sentence } of shown) {
    const text = indexed.article.sentences[sentence]?.text ?? '';
    if (citations.some(({ quote }) => quote.includes(text))) continue;
    citations.push(cite(indexed, chooseQuote(indexed.article, sentence, '', wanted), linkScores));
  }
  return citations;
}
