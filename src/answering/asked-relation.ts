import type { ClaimStatus } from '#claims/claim.ts';
import { relateTargets, type TargetRelation } from '#claims/relate-targets.ts';
import type { Target } from '#claims/target.ts';
import type { AskedTarget } from './understand-question.ts';

/** How what a claim speaks of answers what was asked about. */
export interface AskedRelation {
  /** 0 (says nothing of it) to 1 (speaks of just that). */
  readonly strength: number;
  /** Sentences for the asker: the inferences that the answer rests on. */
  readonly notes: readonly string[];
}

// How sure an answer is that rests on each relation. Above MIN_RELATION it may carry a verdict.
const STRENGTHS: Readonly<Record<TargetRelation, number>> = {
  same: 1,
  'asked-includes-said': 0.9,
  'device-runs': 0.85,
  'runs-on-device': 0.8,
  'usually-means': 0.75,
  'every-architecture': 0.6,
  'device-also-runs': 0.6,
  'said-includes-asked': 0.55,
  'device-may-run': 0.4,
  'processor-only': 0.2,
  'included-but-not-meant': 0.1,
  none: 0,
};
// A target named elsewhere in the sentence or in the heading is likely what the clause is about, but less surely.
const FROM_CONTEXT = 0.8;
// Nothing was asked about: every claim is as good.
const UNASKED: AskedRelation = { strength: 0.5, notes: [] };

/** Weighs a claim's targets, and those named around it, against all that was asked about. */
export function relateAsked(
  asked: readonly AskedTarget[],
  said: readonly Target[],
  context: readonly Target[],
  status: ClaimStatus,
): AskedRelation {
  if (asked.length === 0) return UNASKED;
  let sum = 0;
  let weakest = 1;
  const notes: string[] = [];
  for (const { target } of asked) {
    const own = bestRelation(target, said, status, 1);
    const around = bestRelation(target, context, status, FROM_CONTEXT);
    const best = own.strength >= around.strength ? own : around;
    sum += best.strength;
    weakest = Math.min(weakest, best.strength);
    const note = best.said && explain(target, best.said, best.relation);
    if (note) notes.push(note);
  }
  // Each asked target must be answered; how well the others are is worth little then.
  const mean = sum / asked.length;
  return { strength: weakest === 0 ? 0 : (mean + weakest) / 2, notes };
}

interface BestRelation {
  readonly strength: number;
  readonly said: Target | undefined;
  readonly relation: TargetRelation;
}

function bestRelation(asked: Target, said: readonly Target[], status: ClaimStatus, factor: number): BestRelation {
  let best: BestRelation = { strength: 0, said: undefined, relation: 'none' };
  for (const target of said) {
    const relation = relateTargets(asked, target);
    // What a family lacks, each of its members lacks.
    const carriesOver = relation === 'included-but-not-meant' && status === 'does-not';
    const strength = (carriesOver ? STRENGTHS['said-includes-asked'] : STRENGTHS[relation]) * factor;
    if (strength > best.strength) best = { strength, said: target, relation };
  }
  return best;
}

function explain(asked: Target, said: Target, relation: TargetRelation): string | undefined {
  switch (relation) {
    case 'device-runs':
      return `A ${asked.label} is ${said.label}.`;
    case 'device-also-runs':
      return `A ${asked.label} runs programs for ${said.label} too.`;
    case 'runs-on-device':
      return `The text speaks of the ${said.label}, which is ${asked.label}.`;
    case 'device-may-run':
      return `The text speaks of the ${said.label}, which can run ${asked.label}.`;
    case 'usually-means':
      return `The text says just “${said.label}”; in this newsletter that means ${asked.label}.`;
    case 'every-architecture':
      return `The text speaks of all architectures and does not name ${asked.label}.`;
    case 'said-includes-asked':
      return `The text says “${said.label}” and does not name ${asked.label}.`;
    default:
      return undefined;
  }
}
