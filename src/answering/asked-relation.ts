import type { Claim, ClaimStatus } from '#claims/claim.ts';
import { relateTargets, type TargetRelation } from '#claims/relate-targets.ts';
import type { Target } from '#claims/target.ts';
import type { AskedTarget } from './understand-question.ts';
import { withArticleFirst } from './with-article.ts';

/** How what a claim speaks of answers what was asked about. */
export interface AskedRelation {
  /** 0 (says nothing of it) to 1 (speaks of just that). */
  readonly strength: number;
  /** Sentences for the asker: the inferences that the answer rests on. */
  readonly notes: readonly string[];
  /** True when the claim says only where it does run, and the asked target is not there: it answers "no". */
  readonly isExcluded: boolean;
}

/** Targets named around a claim: in the rest of its sentence or in the heading, and anywhere in the article. */
export interface SaidContext {
  readonly heading: readonly Target[];
  readonly near: readonly Target[];
  readonly far: readonly Target[];
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
// A clause that names no target is likely about the one named around it; one that names others is likely about those.
const FROM_HEADING = 0.95;
const FROM_NEAR = 0.78;
const FROM_FAR = 0.6;
// … and where the article speaks of nothing else, it is what all of it is about.
const FROM_ALL = 0.85;
const RELATED = 0.5;
const FROM_AROUND_OTHERS = 0.3;
const EXCLUDED_STRENGTH = 0.7;
// Nothing was asked about: every claim is as good.
const UNASKED: AskedRelation = { strength: 0.5, notes: [], isExcluded: false };

/** Weighs a claim's targets, and those named around it, against all that was asked about. */
export function relateAsked(asked: readonly AskedTarget[], claim: Claim, context: SaidContext): AskedRelation {
  if (asked.length === 0) return UNASKED;
  if (claim.isExclusive && asked.some(({ target }) => isExcludedBy(target, claim.targets, context.far))) {
    return { strength: EXCLUDED_STRENGTH, notes: [], isExcluded: true };
  }
  let sum = 0;
  let weakest = 1;
  const notes: string[] = [];
  for (const { target } of asked) {
    const wantsBoard =
      claim.status !== 'does-not' &&
      target.kind === 'device' &&
      asked.some((one) => one.target.kind === 'operating-system');
    const namesOthers = claim.targets.some((one) => isSameSort(one, target));
    const best = strongest([
      bestRelation(target, boardsIf(wantsBoard, claim.targets), claim.status, 1),
      bestRelation(
        target,
        boardsIf(wantsBoard, context.heading),
        claim.status,
        namesOthers ? FROM_AROUND_OTHERS : FROM_HEADING,
      ),
      bestRelation(
        target,
        boardsIf(wantsBoard, context.near),
        claim.status,
        namesOthers ? FROM_AROUND_OTHERS : FROM_NEAR,
      ),
      bestRelation(
        target,
        boardsIf(wantsBoard, context.far),
        claim.status,
        namesOthers ? 0 : isAllAbout(target, context.far) ? FROM_ALL : FROM_FAR,
      ),
    ]);
    // Nearly everything here runs Linux, so not to name it says nothing; a distribution that is not named is a weaker case.
    const strength = Math.max(best.strength, impliedStrength(target, asked.length));
    sum += strength;
    weakest = Math.min(weakest, strength);
    const note = best.said && explain(target, best.said, best.relation);
    if (note) notes.push(note);
  }
  // Each asked target must be answered; how well the others are is worth little then.
  const mean = sum / asked.length;
  return { strength: weakest > 0 ? (mean + weakest) / 2 : 0, notes, isExcluded: false };
}

function impliedStrength(target: Target, count: number): number {
  if (count < 2) return 0;
  if (target.id === 'linux') return 0.7;
  return target.kind === 'operating-system' && target.isA === 'linux' ? 0.35 : 0;
}

// Only a target of the same sort is excluded (an architecture by architectures), and only where the article never grants it.
function isExcludedBy(asked: Target, said: readonly Target[], granted: readonly Target[]): boolean {
  return said.some((one) => isSameSort(one, asked)) && bestRelation(asked, granted, 'works', 1).strength === 0;
}

function isSameSort(a: Target, b: Target): boolean {
  return (a.kind === 'operating-system') === (b.kind === 'operating-system');
}

function strongest(relations: readonly BestRelation[]): BestRelation {
  return relations.reduce((best, one) => (one.strength > best.strength ? one : best));
}

function isAllAbout(asked: Target, said: readonly Target[]): boolean {
  const others = said.filter((one) => isSameSort(one, asked));
  return others.every((one) => STRENGTHS[relateTargets(asked, one)] >= RELATED);
}

// A system boots on a board only if somebody made it do so: that the processor fits is not enough.
function boardsIf(wantsBoard: boolean, said: readonly Target[]): readonly Target[] {
  return wantsBoard ? said.filter(({ kind }) => kind === 'device') : said;
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
    const carriesOver = relation === 'included-but-not-meant' && status === 'does-not' && factor >= FROM_HEADING;
    // "Multi-arch" in a newsletter on Arm stands for the Arm architectures and the PC; of others it says nothing sure.
    const isExotic = relation === 'every-architecture' && !isUsualArchitecture(asked);
    if (isExotic) continue;
    const strength = (carriesOver ? STRENGTHS['said-includes-asked'] : STRENGTHS[relation]) * factor;
    if (strength > best.strength) best = { strength, said: target, relation };
  }
  return best;
}

function isUsualArchitecture({ id, kind }: Target): boolean {
  return kind !== 'architecture' || /^(?:arm|x86|i386)/.test(id);
}

function explain(asked: Target, said: Target, relation: TargetRelation): string | undefined {
  switch (relation) {
    case 'device-runs':
      return said.kind === 'operating-system'
        ? `${withArticleFirst(asked)} runs ${said.label}.`
        : `${withArticleFirst(asked)} is ${said.label}.`;
    case 'device-also-runs':
      return `${withArticleFirst(asked)} runs programs for ${said.label} too.`;
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
