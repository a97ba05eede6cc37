import type { Claim } from '#claims/claim.ts';
import type { Target } from '#claims/target.ts';
import type { Article } from '#newsletter/issue.ts';
import type { QueryWord } from '#search/query.ts';
import type { Snapshot } from '#search/snapshot.ts';
import { type AskedRelation, relateAsked, type SaidContext } from './asked-relation.ts';
import { readAskedStatus } from './asked-status.ts';
import { topicOfBlock } from './block-topic.ts';
import { type Candidate, subjectWords } from './candidate.ts';
import { isAboutOther, isNamedInPassing, subjectOfClaim } from './clause-subject.ts';
import { clauseTerms } from './clause-terms.ts';
import { deniesOtherThing } from './denies-other-thing.ts';
import { matchContext } from './local-context.ts';
import { type Matches, matchTerms, mergeMatches, shareMatched } from './match-words.ts';
import { isOfOtherVersion } from './other-version.ts';
import { askedTerms, countOtherNames, shareOfHeading } from './specificity.ts';
import type { Understanding } from './understand-question.ts';

/** One claim weighed against a question: does it speak of the same thing, on the same target? */
export interface Evidence {
  readonly candidate: Candidate;
  readonly claim: Claim;
  /** How the claim's targets answer the asked ones. */
  readonly relation: AskedRelation;
  /** The share of the subject's words in the sentence or the heading above it. */
  readonly coverage: number;
  /** The share of the words that the heading lacks in the claim's own clause; undefined when the heading has them all. */
  readonly focus: number | undefined;
  /** The same of every word but the subject's own, light ones and words of asking too: is this what was asked of it? */
  readonly part: number | undefined;
  /** The share of the heading's telling words that the question has: is the article about this alone? */
  readonly aboutness: number;
  readonly score: number;
}

// What decides which claim answers, in order: it speaks of the asked target; its article is about the subject; its own
// words are the question's; it says it plainly.
const WEIGHTS = {
  relation: 2.4,
  relevance: 2,
  coverage: 2.3,
  said: 1.95,
  focus: 0.4,
  askedStatus: 2,
  predicate: 0.65,
  predicateAlone: 3,
  item: 0.55,
  otherThing: 0.8,
  narrower: 0.3,
  inPassing: 0.6,
  otherNames: 0.12,
  aboutness: 0.8,
  strength: 0.22,
  heading: 0.3,
  label: 0.4,
  relative: 0.6,
  elsewhere: 1,
  excluded: 0.5,
  calledOtherwise: 0.5,
  otherVersion: 0.6,
  named: 0.2,
};
const OF_PART = 0.5;
// Less plain than this, a heading only puts two names together.
const MENTION = 1.5;
const OWN_BLOCK = 0.8;
const FROM_HEADING = 0.85;
const MAX_OTHER_NAMES = 5;
// How plainly something is said counts in full only where it is said of the asked target.
const OFF_TARGET = 0.4;
// "Work in progress: …": a heading that says so plainly speaks for the whole article.
const LABEL_STRENGTH = 4;
const MIN_FOCUS_WEIGHT = 0.3;
// "it ships with X" speaks of what is in the box.
const COMES_WITH = /\bship(?:s|ping|ped)?\s+with\b/i;
// "…, which is capable of running it": said of something beside the subject.
const RELATIVE_CLAUSE = /^(?:which|who|where)\b/i;

/** Every claim of the candidates that may answer, best first. */
export function weighEvidence(
  understanding: Understanding,
  candidates: readonly Candidate[],
  snapshot: Snapshot,
): Evidence[] {
  return candidates
    .flatMap((candidate) => weighClaims(understanding, candidate, snapshot))
    .sort((a, b) => b.score - a.score);
}

function weighClaims(understanding: Understanding, candidate: Candidate, snapshot: Snapshot): Evidence[] {
  const words = subjectWords(understanding);
  const { article } = candidate.ranked.indexed;
  const { heading } = candidate.matched;
  const reading = snapshot.readings.get(article.id);
  if (!reading) return [];
  const { claims, targets } = reading;
  const focusWords = words.map((word, i) => (isInHeading(word, heading[i]) ? { ...word, weight: 0 } : word));
  const hasFocus = focusWords.some(({ weight }) => weight > 0);
  // How much of the part asked for one sentence has: a claim of another sentence is likelier about another part.
  const bestFocus = hasFocus
    ? Math.max(0, ...candidate.matched.sentences.map((matches) => shareMatched(focusWords, matches)))
    : 0;
  const asked = askedTerms(words);
  const aboutness = shareOfHeading(candidate.ranked.indexed, asked, snapshot);
  // Of an article on several things, the paragraph on this one is as good as an article of its own.
  const namesPart = words.some(({ isName }, i) => isName && (heading[i] ?? 0) < 0.5);
  const isAboutAnother = aboutness === 0 && countOtherNames(candidate.ranked.indexed.headingTerms, asked, snapshot) > 0;
  // "is X shipping?" asks of nothing to run on: the predicate is all that is asked.
  const isAboutPredicate = understanding.targets.every(
    ({ target }) => target.kind === 'device' && targets.heading.includes(target),
  );
  const askedStatus = readAskedStatus(understanding.question);
  return claims.map((claim) => {
    const isHeading = claim.sentence < 0;
    // What a heading says is said of the whole article, unless it names its own targets.
    const near = isHeading ? [] : (targets.sentences[claim.sentence] ?? []);
    const own: Matches = isHeading ? heading : (candidate.matched.sentences[claim.sentence] ?? heading);
    const inClause = matchTerms(words, clauseTerms(claim, snapshot));
    const focus = hasFocus ? shareMatched(focusWords, inClause) : undefined;
    // "Foodb 2 is still for x86 only" is said of Foodb, whatever runs elsewhere.
    const isOfPart = (focus !== undefined && focus >= OF_PART) || isSubjectOf(claim, words);
    const context: SaidContext = { heading: targets.heading, near, far: targets.all, isOfPart };
    const relation = relateAsked(understanding.targets, claim, context);
    const topic =
      namesPart && !isHeading ? topicOfBlock(candidate.ranked.indexed, claim.sentence, words, snapshot) : undefined;
    const around = matchContext(candidate, Math.max(0, claim.sentence), FROM_HEADING, isAboutAnother, topic);
    const coverage = shareMatched(words, mergeMatches(own, around));
    const predicate = sharePredicates(understanding.predicates, claim, snapshot);
    const score =
      WEIGHTS.relation * relation.strength +
      WEIGHTS.relevance * (topic === 'asked' ? Math.max(candidate.relevance, OWN_BLOCK) : candidate.relevance) +
      WEIGHTS.coverage * coverage +
      (relation.isExcluded ? WEIGHTS.excluded : 0) +
      (!isHeading && understanding.targets.some(({ target }) => claim.targets.includes(target)) ? WEIGHTS.named : 0) +
      WEIGHTS.focus * (focus ?? 1) +
      (claim.status === askedStatus ? WEIGHTS.askedStatus : 0) +
      WEIGHTS.said * shareMatched(words, mergeMatches(inClause, around)) +
      (isAboutPredicate ? WEIGHTS.predicateAlone : WEIGHTS.predicate) * predicate +
      WEIGHTS.strength * claim.strength * (OFF_TARGET + (1 - OFF_TARGET) * relation.strength) +
      (isHeading && claim.strength >= MENTION
        ? WEIGHTS.heading + (claim.strength >= LABEL_STRENGTH ? WEIGHTS.label : 0)
        : 0) -
      weighAgainst(claim, candidate, understanding, asked, snapshot) -
      WEIGHTS.elsewhere *
        Math.max(0, bestFocus - shareMatched(focusWords, mergeMatches(own, around))) *
        (1 - predicate) +
      WEIGHTS.aboutness * (topic === 'asked' ? Math.max(aboutness, OWN_BLOCK) : aboutness);
    const part = sharePart([...words, ...understanding.predicates], heading, claim, own, snapshot);
    return {
      candidate,
      claim,
      relation,
      coverage,
      focus,
      part,
      aboutness: topic === 'asked' ? Math.max(aboutness, OWN_BLOCK) : aboutness,
      score,
    };
  });
}

// One of several names of a target may be of one of several things ("M6g" and "C6g" are both Graviton2): the very name counts more.
function isCalledOtherwise(claim: Claim, { targets }: Understanding, { sentences }: Article): boolean {
  const asked = targets.filter(({ target }) => target.kind === 'device' && claim.targets.includes(target));
  const lower = claim.clause.toLowerCase();
  return asked.some(({ words }) => {
    const name = words.toLowerCase();
    return !lower.includes(name) && sentences.some(({ text }) => text.toLowerCase().includes(name));
  });
}

function isSubjectOf(claim: Claim, words: readonly QueryWord[]): boolean {
  const subject = subjectOfClaim(claim)?.words.toLowerCase();
  return subject !== undefined && words.some(({ isName, word }) => isName && subject.includes(word));
}

// What tells that a clause is about something near the subject rather than the subject itself.
function weighAgainst(
  claim: Claim,
  { ranked: { indexed } }: Candidate,
  understanding: Understanding,
  asked: ReadonlySet<number>,
  snapshot: Snapshot,
): number {
  const words = subjectWords(understanding);
  const otherNames = countOtherNames(clauseTerms(claim, snapshot), asked, snapshot);
  return (
    (indexed.article.sentences[claim.sentence]?.kind === 'item' ? WEIGHTS.item : 0) +
    (isAboutOther(claim, indexed, understanding, snapshot) ? WEIGHTS.otherThing : 0) +
    (isCalledOtherwise(claim, understanding, indexed.article) ? WEIGHTS.calledOtherwise : 0) +
    (isOfOtherVersion(claim.clause, understanding.question, indexed.article) ? WEIGHTS.otherVersion : 0) +
    (isNarrower(claim, understanding) ? WEIGHTS.narrower : 0) +
    (isNamedInPassing(claim, words, snapshot) ? WEIGHTS.inPassing : 0) +
    (deniesOtherThing(claim, words, snapshot) ? WEIGHTS.otherThing : 0) +
    WEIGHTS.otherNames * Math.min(MAX_OTHER_NAMES, otherNames) +
    (RELATIVE_CLAUSE.test(claim.clause) ? WEIGHTS.relative : 0)
  );
}

// "the Alpine image for arm64" says less of arm64 than a claim that names no system.
function isNarrower({ targets }: Claim, { targets: asked }: Understanding): boolean {
  const isSystem = ({ kind }: Target) => kind === 'operating-system';
  return (
    targets.some(isSystem) &&
    asked.length > 0 &&
    !asked.some(({ target }) => target.kind !== 'architecture' && target.kind !== 'family')
  );
}

const MIN_PART_WEIGHT = 0.16;

function sharePart(
  asked: readonly QueryWord[],
  heading: Matches,
  claim: Claim,
  sentence: Matches,
  snapshot: Snapshot,
): number | undefined {
  const inClause = matchTerms(asked, clauseTerms(claim, snapshot));
  const parts = asked.map((word, i) =>
    (heading[i] ?? 0) > 0.5 || word.weight < MIN_PART_WEIGHT ? { ...word, weight: 0 } : word,
  );
  return parts.some(({ weight }) => weight > 0) ? shareMatched(parts, mergeMatches(inClause, sentence)) : undefined;
}

function isInHeading(word: QueryWord, factor = 0): boolean {
  return factor > 0.5 || word.weight < MIN_FOCUS_WEIGHT;
}

// "is it shipping?" is answered by the sentence that speaks of shipping.
function sharePredicates(predicates: readonly QueryWord[], claim: Claim, snapshot: Snapshot): number {
  if (predicates.length === 0 || COMES_WITH.test(claim.clause)) return 0;
  const matches = matchTerms(predicates, clauseTerms(claim, snapshot));
  return matches.reduce((sum, one) => sum + one, 0) / matches.length;
}
