import { isNameCondition } from './name-conditions.ts';
import { normalizeName } from './normalize-name.ts';
import type { Target } from './target.ts';

const groups = ['members', 'runs', 'usually', 'silentOn'] as const;
const SHAPE_OF_ID = /^[a-z0-9]+(?:[_-][a-z0-9]+)*$/;

/** What is wrong with a vocabulary, one sentence each, naming the entry and the remedy; empty when nothing is. */
export function checkVocabulary(targets: readonly Target[]): string[] {
  return [...checkIds(targets), ...checkNames(targets), ...checkReferences(targets), ...checkKinds(targets)];
}

function checkIds(targets: readonly Target[]): string[] {
  const problems: string[] = [];
  const seen = new Set<string>();
  for (const { id } of targets) {
    if (seen.has(id)) problems.push(`"${id}": two entries have this id; give one of them another.`);
    if (!SHAPE_OF_ID.test(id)) problems.push(`"${id}": an id is lower-case letters, digits, "-" and "_" only.`);
    seen.add(id);
  }
  return problems;
}

function checkNames(targets: readonly Target[]): string[] {
  const problems: string[] = [];
  const owners = new Map<string, Target>();
  for (const target of targets) {
    const ambiguous = target.ambiguousNames ?? [];
    for (const name of [target.label, ...target.names, ...ambiguous.map((entry) => entry.name)]) {
      const key = normalizeName(name);
      const owner = owners.get(key);
      if (key === '') problems.push(`"${target.id}": the name "${name}" has neither letters nor digits.`);
      else if (owner !== undefined && owner !== target)
        problems.push(`"${target.id}": the name "${name}" already belongs to "${owner.id}"; remove one of the two.`);
      owners.set(key, target);
    }
    for (const { name, onlyWhen } of ambiguous)
      for (const condition of onlyWhen.flatMap((entry) => entry.split('+')))
        if (!isNameCondition(condition))
          problems.push(`"${target.id}": "${condition}", asked of the name "${name}", is not a known condition.`);
  }
  return problems;
}

function checkReferences(targets: readonly Target[]): string[] {
  const ids = new Set(targets.map((target) => target.id));
  return targets.flatMap((target) => {
    const listed = groups.flatMap((field) => (target[field] ?? []).map((id) => ({ field, id })));
    if (target.isA !== undefined) listed.push({ field: 'isA' as never, id: target.isA });
    if (target.system !== undefined) listed.push({ field: 'system' as never, id: target.system });
    return listed
      .filter(({ id }) => !ids.has(id))
      .map(({ field, id }) => `"${target.id}": ${field} names "${id}", which is no entry; correct the id or add one.`);
  });
}

function checkKinds(targets: readonly Target[]): string[] {
  return targets.flatMap((target) => {
    if (target.kind === 'device' && !target.runs?.length)
      return [`"${target.id}": a device needs "runs", the architectures it runs, its native one first.`];
    if (target.kind === 'family' && !target.members?.length)
      return [`"${target.id}": a family needs "members", the ids of its architectures.`];
    return [];
  });
}
