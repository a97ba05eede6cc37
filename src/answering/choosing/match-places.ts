import type { Topic } from '#answering/question/topic.ts';
import type { FactStatus } from '#facts/fact.ts';
import { foldName } from '#facts/fold-name.ts';
import { aboutTargetsOf, type FactPlace, type IndexedFact } from '#search/indexed-fact.ts';
import { isSystem, type Named } from '#search/reading/names.ts';
import { relateTargets, type TargetRelation } from '#targets/relate-targets.ts';
import type { Target } from '#targets/target.ts';
import { getTarget } from '#targets/vocabulary.ts';

/** How far what is said of one target holds for another, 0 to 1. */
export const strengths: Record<TargetRelation, number> = {
  same: 1,
  'asked-includes-said': 0.95,
  'device-runs': 0.95,
  'runs-on-device': 0.85,
  'usually-means': 0.85,
  'every-architecture': 0.8,
  'device-also-runs': 0.75,
  'said-includes-asked': 0.7,
  'device-may-run': 0.4,
  'processor-only': 0.3,
  'system-only': 0.3,
  'included-but-not-meant': 0.1,
  none: 0,
};

/** From here on, what is said of the one answers for the other. */
export const ANSWERS = 0.7;

/** The place of a fact that one topic fits best. */
export interface PlaceMatch {
  /** How far it holds there, 0 to 1. */
  readonly onLevel: number;
  readonly place: FactPlace | undefined;
  /** How the place relates to what was asked. */
  readonly relation: TargetRelation | undefined;
}

/** The place of a fact that fits one topic best, and how far. */
export function matchPlaces(topic: Topic, fact: IndexedFact): PlaceMatch {
  let best: FactPlace | undefined;
  let relation: TargetRelation | undefined;
  let onLevel = 0;
  for (const place of fact.on) {
    const match = matchPlace(place, topic, fact);
    if (match.level <= onLevel) continue;
    onLevel = match.level;
    relation = match.relation;
    best = place;
  }
  return { onLevel, place: best, relation };
}

/** Whether what is said of one target may answer for the other, as far as the two tell. */
export const mayAnswer = (asked: Target, said: Target): boolean => strengths[relateTargets(asked, said)] >= ANSWERS;

// An architecture as such, not one of its machines ("Arm at Millsoft").
const isBare = ({ words, targets }: FactPlace) => targets.length === 1 && !/\s(?:on|at|with|of|by|in)\s/i.test(words);

const NOWHERE = { level: 0, relation: undefined };
const VERY_PLACE = { level: 1, relation: undefined };

function matchPlace(
  place: FactPlace,
  { words, named, target }: Topic,
  fact: IndexedFact,
): { level: number; relation: TargetRelation | undefined } {
  if (named !== undefined && place.names.includes(named)) return VERY_PLACE;
  if (target === undefined || place.targets.length === 0) return NOWHERE;
  const { status } = fact.fact;
  let relation: TargetRelation | undefined;
  let isElsewhere = false;
  for (const said of place.targets) {
    const one = relateTargets(target, said);
    // "arm64 on a Raspberry Pi 3" says nothing of another board.
    if (said.kind === 'device' && strengths[one] < WIDER) isElsewhere = true;
    if (relation === undefined || strengths[one] > strengths[relation]) relation = one;
  }
  if (relation === undefined || relation === 'none') return { level: 0, relation };
  const isDevice = target.kind === 'device';
  if (relation === 'same' && target.isOfModels && !isThatModel(words, place.words, target)) return NOWHERE;
  // A program for arm64 runs on an arm64 board; a system needs to know the very board, and without arm64 runs on none of it.
  const isGuess =
    isDevice &&
    isOfSystem(fact) &&
    !(status === 'no' && isBare(place)) &&
    place.targets.every(({ kind }) => kind !== 'device');
  const strength = underWay.has(status) ? strengths[relation] : strengthOf(relation, target);
  const isLess =
    isGuess ||
    (isElsewhere && place.targets.length > 1) ||
    (relation === 'said-includes-asked' && namesOtherMember(place, target, fact)) ||
    EXTENSION.test(place.words) !== EXTENSION.test(words) ||
    (target.isOnManyProcessors && isOfProcessor(words) && !place.targets.some(isArm)) ||
    (isDevice && isOfMachine(place, named, fact)) ||
    (status !== 'yes' && status !== 'partly' && isNarrower(relation, target, place, status, named));
  return { level: isLess ? Math.min(strength, WIDER) : strength, relation };
}

// Not yet on one machine is not "not yet" on all of Arm, nor on another model of it, and gone from armv6 not from a board that
// runs armv6 as well.
const isNarrower = (
  relation: TargetRelation,
  { kind }: Target,
  { targets, names }: FactPlace,
  status: FactStatus | undefined,
  asked: Named | undefined,
) =>
  (relation === 'device-also-runs' && status === 'no') ||
  (kind === 'family' && targets.some((said) => said.kind === 'device')) ||
  (kind === 'device' &&
    asked !== undefined &&
    names.some(({ name }) => foldName(name).startsWith(foldName(asked.name))));

// That the extensions of Armv8.9 are still to come is not said of all of arm64, nor the other way round.
const EXTENSION = /v8\.[1-9]/i;

// "Windows on Arm": what is said of Windows as such says nothing of it.
const isOfProcessor = (words: string) => /\b(?:arm\w*|aarch64|woa)\b/i.test(words);
const isArm = ({ id, kind }: Target) =>
  id === 'arm' || (kind === 'architecture' && (getTarget('arm').members?.includes(id) ?? false));

// "on: [armv7, 32-bit Arm]": the family is said of that member.
const namesOtherMember = ({ targets }: FactPlace, asked: Target, { on }: IndexedFact): boolean =>
  asked.kind === 'architecture' &&
  targets.some(({ members = [] }) =>
    on.some((other) => other.targets.some(({ id }) => id !== asked.id && members.includes(id))),
  );

// "on: [Millserver 70, Arm]", "Arm servers": that machine, and what its processor is called; nothing is said of another one.
function isOfMachine(place: FactPlace, asked: Named | undefined, { on }: IndexedFact): boolean {
  const isFamily = place.targets.length > 0 && place.targets.every(({ kind }) => kind === 'family');
  if (!isFamily) return false;
  const isServer = asked?.kind.some((kind) => SERVER.test(kind)) ?? false;
  return on.some(
    ({ words, targets, names }) =>
      (!isServer && SERVER.test(words)) ||
      targets.some(({ kind }) => kind === 'device') ||
      names.some(({ kind }) => kind.some((one) => MACHINE.test(one))),
  );
}

const SERVER = /\bservers?\b/i;
const MACHINE = /\b(?:server|supercomputer|computer|laptop|board)\b/;

// "Millboard Zero" is no "Millboard One", though both are 32-bit Millboards; "Millboard" may be any.
function isThatModel(asked: string, said: string, { label }: Target): boolean {
  const model = foldName(asked.slice(asked.lastIndexOf(' ') + 1));
  return foldName(said) === foldName(label) || foldName(said).includes(model);
}

// What is said of Linux says nothing sure of Gentoo, nor what is said of "the Raspberry Pi" of the Zero; of 32-bit Arm it does of armv6.
function strengthOf(relation: TargetRelation, { kind }: Target): number {
  const isWider = relation === 'said-includes-asked' && (kind === 'operating-system' || kind === 'device');
  return isWider ? WIDER : strengths[relation];
}

const WIDER = 0.5;
// A port to a line of boards that is still to come is to come for each of them.
const underWay: ReadonlySet<FactStatus | undefined> = new Set(['planned', 'in-progress']);

const isOfSystem = (fact: IndexedFact) =>
  (fact.about[0] !== undefined && isSystem(fact.about[0])) || aboutTargetsOf(fact)[0]?.kind === 'operating-system';
