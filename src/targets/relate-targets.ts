import type { Target } from './target.ts';
import { getTarget } from './vocabulary.ts';

/**
 * How a statement about one target bears on a question about another. From the surest to the weakest:
 * - `same`: it is the very target.
 * - `asked-includes-said`: said of one of those that were asked about (asked Arm, said armv7; asked Linux, said Ubuntu).
 * - `device-runs`: asked of a device, said of its native architecture or its operating system.
 * - `runs-on-device`: asked of an architecture, said of a device of which it is the native one.
 * - `usually-means`: said of a family whose bare name usually means this ("Arm" is 64-bit Arm in a server newsletter).
 * - `every-architecture`: said of all architectures ("multi-arch"), this one not named.
 * - `device-also-runs`: asked of a device, said of an older architecture whose programs it runs too (Pi 3, armv6).
 * - `said-includes-asked`: said of a family or line that includes it, without naming it (32-bit Arm, armv6).
 * - `device-may-run`: asked of an architecture, said of a device that runs it, though not natively or not in every model.
 * - `processor-only`: the processor fits, but the device has an operating system of its own (M1 Mac, arm64).
 * - `system-only`: the system fits, but it exists for other processors, too (M1 Mac, macOS).
 * - `included-but-not-meant`: the family includes it, but its bare name does not mean it (Arm, armv6): only a "no" carries over.
 * - `none`: one says nothing of the other.
 */
export type TargetRelation = (typeof relationsBestFirst)[number];

/** All relations, the surest first. */
export const relationsBestFirst = [
  'same',
  'asked-includes-said',
  'device-runs',
  'runs-on-device',
  'usually-means',
  'every-architecture',
  'device-also-runs',
  'said-includes-asked',
  'device-may-run',
  'processor-only',
  'system-only',
  'included-but-not-meant',
  'none',
] as const;

const everyArchitecture = 'multi-arch';

// There are some hundred targets, and a question is held against hundreds of facts.
const relations = new WeakMap<Target, WeakMap<Target, TargetRelation>>();

/** How what is said of `said` bears on a question about `asked`. */
export function relateTargets(asked: Target, said: Target): TargetRelation {
  let known = relations.get(asked);
  if (known === undefined) {
    known = new WeakMap();
    relations.set(asked, known);
  }
  let relation = known.get(said);
  if (relation === undefined) {
    relation = findRelation(asked, said);
    known.set(said, relation);
  }
  return relation;
}

function findRelation(asked: Target, said: Target): TargetRelation {
  if (asked.id === said.id) return 'same';
  // One architecture, or one board, does not make what is for many.
  if (asked.id === everyArchitecture) return 'none';
  if (asked.kind === 'device') return said.kind === 'device' ? relateKinds(asked, said) : relateDevice(asked, said);
  if (said.kind === 'device') return relateToDevice(asked, said);
  const isSystem = asked.kind === 'operating-system';
  // An operating system says nothing of an architecture, nor the other way round.
  if (isSystem !== (said.kind === 'operating-system')) return relateSystemOfBoards(asked, said);
  return isSystem ? relateKinds(asked, said) : relateProcessors(asked, said);
}

// A system that exists for some processors alone (Raspberry Pi OS) runs what is made for these.
function relateSystemOfBoards(asked: Target, said: Target): TargetRelation {
  const fits = (asked.runs ?? []).some((id) => id === said.id || (said.usually ?? []).includes(id));
  return fits ? 'device-also-runs' : 'none';
}

// Distributions and lines of devices: one Linux shows that it works on Linux; Ubuntu shows nothing for Debian.
function relateKinds(asked: Target, said: Target): TargetRelation {
  if (isKindOf(said, asked)) return 'asked-includes-said';
  if (isKindOf(asked, said)) return isPartOf([asked.id], said.usually ?? []) ? 'usually-means' : 'said-includes-asked';
  return 'none';
}

// Architectures and families: the data says which members a bare family name means, and of which it is silent.
function relateProcessors(asked: Target, said: Target): TargetRelation {
  const askedMembers = membersOf(asked);
  const saidMembers = membersOf(said);
  if (isPartOf(saidMembers, askedMembers)) return 'asked-includes-said';
  if (!isPartOf(askedMembers, saidMembers)) return said.id === everyArchitecture ? 'every-architecture' : 'none';
  if (said.id === everyArchitecture) return 'every-architecture';
  if (isPartOf(askedMembers, said.usually ?? [])) return 'usually-means';
  return isPartOf(askedMembers, said.silentOn ?? []) ? 'included-but-not-meant' : 'said-includes-asked';
}

// A device answers through what it runs: its native architecture surely, older ones as a rule.
function relateDevice(device: Target, said: Target): TargetRelation {
  if (said.kind === 'operating-system')
    return device.system === undefined ? 'none' : relateOwnSystem(getTarget(device.system), said);
  const relations = (device.runs ?? []).map((id, place) => relateRun(id, said, place === 0 && !device.members));
  const best = findBest(relations);
  const isFit = best !== 'none' && best !== 'included-but-not-meant';
  // On a Mac or an iPhone a program for arm64 Linux is of no use.
  return isFit && device.system !== undefined ? 'processor-only' : best;
}

// "It runs on macOS", written of Macs with an Intel processor, says nothing of an M1.
function relateOwnSystem(system: Target, said: Target): TargetRelation {
  if (!isKindOrSame(system, said)) return 'none';
  return system.isOnManyProcessors ? 'system-only' : 'device-runs';
}

function relateRun(id: string, said: Target, isNative: boolean): TargetRelation {
  if (id === said.id) return isNative ? 'device-runs' : 'device-also-runs';
  return relateProcessors(getTarget(id), said);
}

// A statement about a board shows its native architecture; what else it can run, it only makes possible.
function relateToDevice(asked: Target, device: Target): TargetRelation {
  if (asked.kind === 'operating-system') {
    const system = device.system === undefined ? undefined : getTarget(device.system);
    return system !== undefined && isKindOrSame(system, asked) ? 'asked-includes-said' : 'none';
  }
  const members = membersOf(asked);
  const natives = nativesOf(device);
  if (isPartOf(natives, members)) return asked.kind === 'family' ? 'asked-includes-said' : 'runs-on-device';
  return (device.runs ?? []).some((id) => members.includes(id)) ? 'device-may-run' : 'none';
}

// Of a line of devices, the native architectures of all its models.
function nativesOf(device: Target): readonly string[] {
  if (device.members) return device.members.flatMap((id) => nativesOf(getTarget(id)));
  return (device.runs ?? []).slice(0, 1);
}

const membersOf = (target: Target): readonly string[] => target.members ?? [target.id];

const isPartOf = (ids: readonly string[], all: readonly string[]) =>
  ids.length > 0 && ids.every((id) => all.includes(id));

function isKindOf(one: Target, other: Target): boolean {
  for (let kind = one.isA; kind !== undefined; kind = getTarget(kind).isA) if (kind === other.id) return true;
  return false;
}

const isKindOrSame = (one: Target, other: Target) => one.id === other.id || isKindOf(one, other);

const findBest = (relations: readonly TargetRelation[]): TargetRelation =>
  relationsBestFirst.find((relation) => relations.includes(relation)) ?? 'none';
