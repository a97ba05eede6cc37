import type { FactIndex } from '#search/fact-index.ts';
import type { IndexedFact } from '#search/indexed-fact.ts';
import type { Named } from '#search/reading/names.ts';

/** By subject, the places of the facts that say how it stands, oldest first. */
export type FactsBySubject = ReadonlyMap<Named, readonly number[]>;

/** Those of the given places, which rise; one that comes twice counts once. */
export function groupBySubject(
  ats: Iterable<number>,
  isWanted: (subject: Named) => boolean,
  { facts }: FactIndex,
): FactsBySubject {
  const groups = new Map<Named, number[]>();
  let last = -1;
  for (const at of ats) {
    const indexed = facts[at] as IndexedFact;
    if (at === last || indexed.status === undefined) continue;
    const { whole: subject } = indexed;
    if (subject === undefined || !isWanted(subject)) continue;
    last = at;
    const group = groups.get(subject);
    if (group) group.push(at);
    else groups.set(subject, [at]);
  }
  return groups;
}

/** Those of a whole kind; gone through when it is first asked for. `kind`: the same for the same subjects. */
export function groupByKind(kind: string, isOfKind: (subject: Named) => boolean, index: FactIndex): FactsBySubject {
  const known = ofKinds.get(index) ?? new Map<string, FactsBySubject>();
  ofKinds.set(index, known);
  const groups = known.get(kind) ?? groupBySubject(index.facts.keys(), isOfKind, index);
  known.set(kind, groups);
  return groups;
}

const ofKinds = new WeakMap<FactIndex, Map<string, FactsBySubject>>();

/** The places of the facts that are first of all about it; far more may be on it, where it is an architecture. */
export function listAbout(named: Named, { byName, facts }: FactIndex): readonly number[] {
  const known = ofSubjects.get(named);
  if (known !== undefined) return known;
  const list = (byName.get(named.id) ?? []).filter((at) => facts[at]?.whole === named);
  ofSubjects.set(named, list);
  return list;
}

const ofSubjects = new WeakMap<Named, readonly number[]>();
