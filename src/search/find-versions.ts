import type { FactIndex } from './fact-index.ts';

const VERSION = /^(\d+)\.\d/;
const versionsOf = new WeakMap<FactIndex, ReadonlyMap<string, readonly number[]>>();

/** The terms of all versions whose first number is this one: of "8", those of "8.1" and "8.0.2". */
export function findVersions(index: FactIndex, major: string): readonly number[] {
  const versions = versionsOf.get(index) ?? readVersions(index);
  versionsOf.set(index, versions);
  return versions.get(major) ?? [];
}

function readVersions({ termIds }: FactIndex): ReadonlyMap<string, readonly number[]> {
  const versions = new Map<string, number[]>();
  for (const [term, id] of termIds) {
    const major = VERSION.exec(term)?.[1];
    if (major === undefined) continue;
    const list = versions.get(major);
    if (list) list.push(id);
    else versions.set(major, [id]);
  }
  return versions;
}
