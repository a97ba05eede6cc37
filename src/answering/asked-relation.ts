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
  /** True when the claim's clause speaks of the very part that is asked for: what is granted elsewhere is of other parts. */
  readonly isOfPart: boolean;
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
// … the more surely where the clause names the other thing that was asked for.
const NAMED_EXCLUDED_STRENGTH = 1;
// Nothing was asked about: every claim is as good.
const UNASKED: AskedRelation = { strength: 0.5, notes: [], isExcluded: false };

/** Weighs a claim's targets, and those named around it, against all that was asked about. */
export function relateAsked(asked: readonly AskedTarget[], claim: Claim, context: SaidContext): AskedRelation {
  if (asked.length === 0) return UNASKED;
  if (claim.isMinimum && asked.some(({ target }) => isOlder(target, claim.targets)))
    return { strength: EXCLUDED_STRENGTH, notes: [], isExcluded: true };
  // "RHEL packages are for x86 only": asked of RHEL, what is granted to others grants nothing.
  const isOfPart = context.isOfPart || asked.some(({ target }) => claim.targets.includes(target));
  const granted = isOfPart ? claim.targets : context.far;
  if (claim.isExclusive && asked.some(({ target }) => isExcludedBy(target, claim.targets, granted))) {
    const isNamed = asked.some(({ target }) => claim.targets.includes(target));
    return { strength: isNamed ? NAMED_EXCLUDED_STRENGTH : EXCLUDED_STRENGTH, notes: [], isExcluded: true };
  }
  let sum = 0;
  let weakest = 1;
  const notes: string[] = [];
  for (const { target } of asked) {
    const wantsBoard =
      claim.status !== 'does-not' &&
      target.kind === 'device' &&
      asked.some((one) => one.target.kind === 'operating-system' && one.target.id !== target.system);
    // A Mac has its own system: what is said of Linux is said of others.
    const hasSystem = target.system !== undefined;
    const namesOthers = claim.targets.some(
      (one) => isSameSort(one, target) || (hasSystem && one.kind === 'operating-system'),
    );
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
        namesOthers ? 0 : farFactor(target, context),
      ),
    ]);
    // Nearly everything here runs Linux, so not to name it says nothing; a distribution that is not named is a weaker case.
    const others = [...claim.targets, ...context.heading];
    const strength = Math.max(best.strength, impliedStrength(target, asked.length, others));
    sum += strength;
    weakest = Math.min(weakest, strength);
    const note = best.said && explain(target, best.said, best.relation);
    if (note) notes.push(note);
  }
  // Each asked target must be answered; how well the others are is worth little then.
  const mean = sum / asked.length;
  return { strength: weakest > 0 ? (mean + weakest) / 2 : 0, notes, isExcluded: false };
}

// Linux may go unsaid, unless the text is about another system.
function impliedStrength(target: Target, count: number, said: readonly Target[]): number {
  if (count < 2 || said.some((one) => one.kind === 'operating-system' && relateTargets(target, one) === 'none'))
    return 0;
  if (target.id === 'linux') return 0.7;
  return target.kind === 'operating-system' && target.isA === 'linux' ? 0.35 : 0;
}

// Only a target of the same sort is excluded (an architecture by architectures), and only where the article never grants it.
function isExcludedBy(asked: Target, said: readonly Target[], granted: readonly Target[]): boolean {
  // "still for amd64 only" is no several of them.
  if (asked.id === 'multi-arch') return said.length === 1;
  return said.some((one) => isSameSort(one, asked)) && bestRelation(asked, granted, 'works', 1).strength === 0;
}

// Of the Arm architectures, the oldest first.
const BY_AGE = ['armv4', 'armv5', 'armv6', 'armv7', 'arm64'];

function isOlder(asked: Target, said: readonly Target[]): boolean {
  const oldest = Math.min(...said.map(({ id }) => BY_AGE.indexOf(id)).filter((age) => age >= 0));
  const ages = [asked.id, ...(asked.kind === 'device' ? (asked.runs ?? []) : [])].map((id) => BY_AGE.indexOf(id));
  return Number.isFinite(oldest) && Math.max(...ages) >= 0 && Math.max(...ages) < oldest;
}

function isSameSort(a: Target, b: Target): boolean {
  return (a.kind === 'operating-system') === (b.kind === 'operating-system');
}

function strongest(relations: readonly BestRelation[]): BestRelation {
  return relations.reduce((best, one) => (one.strength > best.strength ? one : best));
}

// Under "Pi 4 graphics", what names no board is not about the Pi 3 that is named somewhere else.
function farFactor(asked: Target, { heading, far }: SaidContext): number {
  const isOther = (one: Target) => one.kind === 'device' && STRENGTHS[relateTargets(asked, one)] === 0;
  if (asked.kind === 'device' && heading.some(isOther)) return FROM_AROUND_OTHERS;
  return isAllAbout(asked, far) ? FROM_ALL : FROM_FAR;
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
    const carriesOver = relation === 'included-but-not-meant' && status === 'does-not' && factor === 1;
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
      return said.kind === 'device'
        ? `${withArticleFirst(asked)} is ${said.label}; the text names no model.`
        : `The text says just “${said.label}”; in this newsletter that means ${asked.label}.`;
    case 'every-architecture':
      return `The text speaks of all architectures and does not name ${asked.label}.`;
    case 'said-includes-asked':
      return `The text says “${said.label}” and does not name ${asked.label}.`;
    default:
      return undefined;
  }
}
