import type { Snapshot } from '#search/snapshot.ts';
import type { Answer, Citation } from './answer.ts';
import { answerSilence } from './answer-silence.ts';
import { ASKS_TARGETS, headOf, holdsUnitOf, holdsUnitsOf, isCompared } from './asked-attribute.ts';
import { type Candidate, findCandidates, subjectWords } from './candidate.ts';
import { chooseQuote, MAX_QUOTE } from './choose-quote.ts';
import { cite } from './cite.ts';
import { makeFollowUp } from './make-follow-up.ts';
import { matchTerms, shareMatched } from './match-words.ts';
import { type Passage, weighPassages } from './passage.ts';
import type { Understanding } from './understand-question.ts';

// Below these the archive is taken to be silent. Measured: see docs/answer-quality.md.
/** "Is this the subject?" */
export const MIN_SUBJECT = 0.5;
/** The share of its names, devices and systems. */
export const MIN_NAMED = 0.6;
/** "Does this sentence say it?" */
export const MIN_SAID = 0.35;
const DEVICE_WEIGHT = 1.6;
const MIN_FOCUS = 0.4;
// A number that is not called what was counted answers only where the rest of the question is plainly there.
const MIN_FOCUS_OF_COUNT = 0.6;
const MIN_FOCUS_WORDS = 2;
const MIN_FOCUS_WEIGHT = 0.4;
// The right article first, the right link in it second.
const LINK_RELEVANCE = 2.5;
const SOURCE_FACTOR = 1.5;
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
  const passages = weighPassages(understanding, candidates, snapshot);
  const isLink = understanding.kind === 'link';
  const wantsRemedy = understanding.kind === 'workaround' && ASKS_REMEDY.test(understanding.question);
  const best = isLink
    ? bestOfMostLinked(understanding, candidates, passages)
    : passages.find((passage) => isEnough(understanding, passage, snapshot) && (!wantsRemedy || hasRemedy(passage)));
  if (!best) return answerSilence(understanding, candidates, snapshot);
  const { indexed } = best.candidate.ranked;
  const same = passages.filter((passage) => passage.candidate === best.candidate);
  const shown = [best, ...same.filter((passage) => passage !== best)]
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
    followUp: makeFollowUp(understanding, indexed),
  };
}

function isEnough(understanding: Understanding, passage: Passage, snapshot: Snapshot): boolean {
  const { candidate, coverage, holdsWanted } = passage;
  if (lacksName(understanding, candidate)) return false;
  if (candidate.named < MIN_NAMED || candidate.coverage < MIN_SUBJECT || coverage < MIN_SAID) return false;
  const isOptional =
    understanding.wanted === 'any' || understanding.wanted === 'reason' || understanding.kind === 'workaround';
  return (holdsWanted || isOptional) && speaksOfAttribute(understanding, passage, snapshot);
}

// A name that the archive never has ends the search; but where the heading has two others, one in small letters is a slip or
// a detail ("behind our foo switch").
function lacksName(understanding: Understanding, { matched }: Candidate): boolean {
  if (understanding.missingNames.length === 0) return false;
  const named = subjectWords(understanding).filter(
    ({ isName, weight }, place) => (isName || weight >= DEVICE_WEIGHT) && (matched.heading[place] ?? 0) >= 0.5,
  );
  return named.length < 2 || understanding.missingNames.some((name) => name !== name.toLowerCase() || /\d/.test(name));
}

// "how much RAM": a sentence with some number is no answer unless it speaks of RAM.
function speaksOfAttribute(
  understanding: Understanding,
  { candidate, sentence }: Passage,
  snapshot: Snapshot,
): boolean {
  const { kind, wanted, attribute, attributeWords } = understanding;
  const text = candidate.ranked.indexed.article.sentences[sentence]?.text ?? '';
  const isNamed = wanted !== 'any' && wanted !== 'number';
  if (kind !== 'fact' || attributeWords.length === 0 || isNamed) return true;
  const { article, sentenceTerms, headingTerms } = candidate.ranked.indexed;
  const terms = sentenceTerms[sentence] ?? headingTerms;
  if (isCompared(attribute)) return holdsUnitOf(attribute, text);
  const head = headOf(attribute);
  if (head && !attribute.isMeasure) {
    const words = attributeWords.filter(({ raw }) => raw.toLowerCase() === head);
    return holdsUnitsOf(attribute, text) || matchTerms(words, terms).some((factor) => factor > 0);
  }
  // What is counted stands with its number; what else is asked for may be the heading's.
  const places = attribute.isMeasure ? [terms] : [terms, headingTerms];
  if (places.some((one) => matchTerms(attributeWords, one).some((factor) => factor > 0))) return true;
  if (holdsUnitOf(attribute, text)) return true;
  if (attribute.words.some((word) => ASKS_TARGETS.test(word))) {
    return (snapshot.readings.get(article.id)?.targets.sentences[sentence]?.length ?? 0) > 0;
  }
  const words = subjectWords(understanding);
  const focus = words.map((word, place) =>
    attribute.words.includes(word.raw.toLowerCase()) || word.isName || (candidate.matched.heading[place] ?? 0) > 0.5
      ? { ...word, weight: 0 }
      : word,
  );
  const total = focus.reduce((sum, { weight }) => sum + weight, 0);
  const own = candidate.matched.sentences[sentence] ?? [];
  if (attribute.isMeasure) {
    const found = focus.filter(({ weight }, place) => weight >= MIN_FOCUS_WEIGHT && (own[place] ?? 0) > 0.5).length;
    return found >= MIN_FOCUS_WORDS && shareMatched(focus, own) >= MIN_FOCUS_OF_COUNT;
  }
  // Two names in one sentence are about each other, whatever that is called.
  const names = words.filter(({ isName }, place) => isName && (own[place] ?? 0) > 0.5).length;
  return names > 1 || (total >= MIN_FOCUS_WEIGHT && shareMatched(focus, own) >= MIN_FOCUS);
}

function bestOfMostLinked(
  understanding: Understanding,
  candidates: readonly Candidate[],
  passages: readonly Passage[],
): Passage | undefined {
  const linked = candidates
    .filter(
      ({ coverage, ranked }) =>
        coverage >= MIN_SUBJECT && ranked.indexed.article.links.length > 0 && understanding.missingNames.length === 0,
    )
    .map((candidate) => ({
      candidate,
      score: LINK_RELEVANCE * candidate.relevance + Math.max(...scoreLinks(understanding, candidate)),
    }))
    .sort((a, b) => b.score - a.score)[0]?.candidate;
  return passages.find(({ candidate }) => candidate === linked);
}

const ASKS_SOURCE = /^(?:source|repo|repository|git\w*)$/;
const HOLDS_SOURCE = /^https?:\/\/(?:www\.)?(?:git|cgit|code|src|svn|hg)[\w-]*\.[^/]+\/\S/i;

/** How well each link of an article fits; who asks for the source wants the address of a repository, not of a site. */
function scoreLinks(understanding: Understanding, { matched, ranked }: Candidate): number[] {
  const words = subjectWords(understanding);
  const { links } = ranked.indexed.article;
  const wantsSource = understanding.kind === 'link' && understanding.content.some(({ word }) => ASKS_SOURCE.test(word));
  return matched.links.map((matches, place) => {
    const isSource = wantsSource && HOLDS_SOURCE.test(links[place]?.url ?? '');
    return shareMatched(words, matches) * (isSource ? SOURCE_FACTOR : 1);
  });
}

const ASKS_REMEDY = /\bwork[- ]?arounds?\b|\bremed(?:y|ies)\b|\bhas\s+the\s+fix\b/i;
const REMEDY =
  /\bwork[- ]?arounds?\b|\b(?:fix(?:e[sd])?|solution|solved|resolved|instead|bypass\w*|avoid\w*|options?|flags?|patch(?:e[sd])?)\b|\s--?[a-z]/i;

// An article that tells of no remedy is no answer to "is there a workaround?".
function hasRemedy({ candidate }: Passage): boolean {
  return candidate.ranked.indexed.article.sentences.some(({ kind, text }) => kind === 'code' || REMEDY.test(text));
}

// A remedy is often a command that stands in a block of its own.
function findCommand({ candidate }: Passage, shown: readonly Passage[], isAnywhere: boolean): string | undefined {
  const { sentences } = candidate.ranked.indexed.article;
  const announced = shown
    .map(({ sentence }) => sentence + 1)
    .find((place) => sentences[place - 1]?.text.endsWith(':') && sentences[place]?.kind === 'code');
  const code =
    announced === undefined && isAnywhere ? sentences.find(({ kind }) => kind === 'code') : sentences[announced ?? -1];
  return code && code.text.length <= MAX_QUOTE ? code.text : undefined;
}

function citePassages(understanding: Understanding, best: Passage, shown: readonly Passage[]): Citation[] {
  const { indexed } = best.candidate.ranked;
  const linkScores = scoreLinks(understanding, best.candidate);
  // A remedy stands behind its problem, and news come in a row: there the neighbours are shown too.
  const inARow = understanding.kind === 'workaround' || understanding.kind === 'whats-new';
  const wanted = inARow ? [...indexed.article.sentences.keys()] : shown.map(({ sentence }) => sentence);
  const citations: Citation[] = [];
  for (const { sentence } of shown) {
    const text = indexed.article.sentences[sentence]?.text ?? '';
    if (citations.some(({ quote }) => quote.includes(text))) continue;
    citations.push(cite(indexed, chooseQuote(indexed.article, sentence, '', wanted), linkScores));
  }
  const announced = indexed.article.sentences[best.sentence]?.text.endsWith(':') ? best.sentence + 1 : undefined;
  if (announced !== undefined && indexed.article.sentences[announced]?.kind === 'quote')
    citations.splice(
      1,
      0,
      cite(indexed, chooseQuote(indexed.article, announced, '', [...indexed.article.sentences.keys()])),
    );
  const command = findCommand(best, shown, inARow);
  if (command) citations.splice(1, 0, cite(indexed, command, linkScores));
  return citations.slice(0, MAX_PASSAGES);
}
