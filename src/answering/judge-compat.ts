import type { VerdictWord } from '#conversation/reply.ts';
import type { Snapshot } from '#search/snapshot.ts';
import { type Candidate, findCandidates } from './candidate.ts';
import { decideVerdict } from './decide-verdict.ts';
import { type Evidence, weighEvidence } from './evidence.ts';
import { matchTerms, mergeMatches, shareMatched } from './match-words.ts';
import { newestOf } from './timeline.ts';
import type { Understanding } from './understand-question.ts';

/** What the archive gives to a question that yes or no can answer. */
export interface Judgement {
  readonly candidates: readonly Candidate[];
  /** All that is sure enough to answer, best first. */
  readonly evidence: readonly Evidence[];
  /** What the verdict rests on; undefined when the archive is silent. */
  readonly holds: Evidence | undefined;
  readonly verdict: VerdictWord;
}

// Below these the archive is taken to be silent. Measured: see docs/answer-quality.md.
/** "Is this the subject?": the share of the question's telling words that the article must have. */
export const MIN_SUBJECT = 0.55;
/** The share of its names, devices and systems. */
export const MIN_NAMED = 0.55;
/** "Does this sentence say it?": the share of the telling words in the sentence, its context and its heading. */
export const MIN_SAID = 0.4;
/** How surely the sentence's targets are the asked ones. */
export const MIN_RELATION = 0.35;

/** Where nothing to run on is asked: the share of what is asked of the subject in the very sentence. */
export const MIN_PART = 0.3;

/** Weighs all that the archive says and decides; the newest word on the same matter holds. */
export function judgeCompat(understanding: Understanding, snapshot: Snapshot): Judgement {
  const candidates = findCandidates(understanding, snapshot);
  const isNamed = understanding.missingNames.length === 0;
  // "is it free?" names nothing to run on: then the very thing asked must be said.
  const asksPart = understanding.targets.length === 0;
  const saysIt = ({ part }: Evidence) => !asksPart || part === undefined || part >= MIN_PART;
  const weighed = isNamed ? weighEvidence(understanding, candidates, snapshot) : [];
  const evidence = weighed.filter((one) => isEnough(one) && saysIt(one) && hasRest(understanding, one));
  const holds = newestOf(evidence);
  return { candidates, evidence, holds, verdict: holds ? decideVerdict(holds, understanding, evidence) : 'unknown' };
}

const MIN_REST = 0.5;
const REST_WEIGHT = 0.4;

// "a1 on the spot market": where a device is all that is named, the article must have the rest of what is asked.
function hasRest({ content, targets }: Understanding, { candidate }: Evidence): boolean {
  const isNamed = content.some(({ isName }) => isName);
  const rest = content.filter(({ weight }) => weight >= REST_WEIGHT);
  if (isNamed || rest.length === 0 || !targets.some(({ target }) => target.kind === 'device')) return true;
  const { headingTerms, sentenceTerms } = candidate.ranked.indexed;
  const matches = [headingTerms, ...sentenceTerms].map((terms) => matchTerms(rest, terms));
  return (
    shareMatched(
      rest,
      matches.reduce((best, one) => mergeMatches(best, one)),
    ) >= MIN_REST
  );
}

// What excludes says it of the very subject.
const MIN_SAID_TO_EXCLUDE = 0.75;
const MIN_RELEVANCE_TO_EXCLUDE = 0.8;

function isEnough({ candidate, coverage, relation }: Evidence): boolean {
  if (relation.isExcluded && coverage < MIN_SAID_TO_EXCLUDE && candidate.relevance < MIN_RELEVANCE_TO_EXCLUDE)
    return false;
  return (
    candidate.named >= MIN_NAMED &&
    candidate.coverage >= MIN_SUBJECT &&
    coverage >= MIN_SAID &&
    relation.strength >= MIN_RELATION
  );
}
