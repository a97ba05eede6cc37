import { answerQuestion } from '#answering/answer-question.ts';
import { findCandidates } from '#answering/candidate.ts';
import { weighEvidence } from '#answering/evidence.ts';
import { weighPassages } from '#answering/passage.ts';
import { type Understanding, understandQuestion } from '#answering/understand-question.ts';
import type { Snapshot } from '#search/snapshot.ts';
import { isAnswerable, type Question } from './question.ts';
import { type Gate, type Measure, thresholds } from './thresholds.ts';

/** How strong one piece of evidence is, by each measure of its gate. */
export type Strength = Readonly<Partial<Record<Measure, number>>>;

/** A question with all the evidence that there is for an answer to it. */
export interface MeasuredQuestion {
  readonly gate: Gate;
  readonly isAnswerable: boolean;
  /** Asked of something that the archive never names: no threshold is needed to keep silent. */
  readonly isOfUnknownName: boolean;
  /** Empty when something other than the thresholds keeps the bot silent. */
  readonly evidence: readonly Strength[];
}

/** Measures a question's evidence; undefined for lists and links, which are not gated by all these thresholds. */
export function measureEvidence(question: Question, snapshot: Snapshot): MeasuredQuestion | undefined {
  const understanding = understandQuestion(question.q, snapshot);
  const gate = gateOf(understanding);
  if (gate === undefined) return undefined;
  const isOfUnknownName = understanding.missingNames.length > 0;
  const all = isOfUnknownName ? [] : strengthsOf(gate, understanding, snapshot);
  // Some sentences are refused for what they say ("how much memory": a number, but not of memory). Where that decided,
  // no threshold did.
  const isRefused = isEnough(all, thresholds[gate]) && !answerQuestion(question.q, snapshot).answered;
  return { gate, isAnswerable: isAnswerable(question), isOfUnknownName, evidence: isRefused ? [] : all };
}

/** Would anything pass, if these were the thresholds? */
export function isEnough(evidence: readonly Strength[], asked: ReadonlyMap<Measure, number>): boolean {
  return evidence.some((strength) => asked.entries().every(([measure, least]) => (strength[measure] ?? 0) >= least));
}

function gateOf({ kind }: Understanding): Gate | undefined {
  if (kind === 'compat') return 'compat';
  return ['fact', 'when', 'since', 'workaround', 'whats-new'].includes(kind) ? 'fact' : undefined;
}

function strengthsOf(gate: Gate, understanding: Understanding, snapshot: Snapshot): Strength[] {
  const candidates = findCandidates(understanding, snapshot);
  if (gate === 'compat') {
    return weighEvidence(understanding, candidates, snapshot).map(({ candidate, coverage, relation }) => ({
      MIN_SUBJECT: candidate.coverage,
      MIN_NAMED: candidate.named,
      MIN_SAID: coverage,
      MIN_RELATION: relation.strength,
    }));
  }
  const takesAny = understanding.wanted === 'any' || understanding.wanted === 'reason';
  return weighPassages(understanding, candidates, snapshot)
    .filter(({ holdsWanted }) => holdsWanted || takesAny)
    .map(({ candidate, coverage }) => ({
      MIN_SUBJECT: candidate.coverage,
      MIN_NAMED: candidate.named,
      MIN_SAID: coverage,
    }));
}
