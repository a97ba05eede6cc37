import Fuse from 'fuse.js';
import { foldName } from '#facts/parse-subjects.ts';
import { measureEditDistance } from './edit-distance.ts';
import type { Snapshot } from './snapshot.ts';

const MAX_TYPED = 60;
// Fuse's scale: 0 is the same, 1 has nothing in common.
const MAX_DISTANCE = 0.3;

interface Completable {
  readonly name: string;
  /** All its names, folded. */
  readonly keys: readonly string[];
  readonly facts: number;
}

const completableOf = new WeakMap<
  Snapshot,
  { readonly all: readonly Completable[]; readonly fuse: Fuse<Completable> }
>();

/** The names of subjects that somebody may be typing: the very name first, then what begins so, then what is nearly so. */
export function completeSubject(snapshot: Snapshot, typed: string, limit: number): string[] {
  const { all, fuse } = readCompletable(snapshot);
  const wanted = foldName(typed.slice(0, MAX_TYPED));
  if (wanted === '' && typed.trim() !== '') return [];
  if (wanted === '') return all.slice(0, limit).map(({ name }) => name);
  const same = all.filter(({ keys }) => keys.includes(wanted));
  const starts = all.filter(({ keys }) => keys.some((key) => key.startsWith(wanted)));
  const near = fuse.search(wanted, { limit }).map(({ item }) => item);
  const swapped = all.filter(({ keys }) => keys.some((key) => measureEditDistance(wanted, key, 1) <= 1));
  return [...new Set([...same, ...starts, ...swapped, ...near].map(({ name }) => name))].slice(0, limit);
}

// Made when first asked for; what most is known of comes first.
function readCompletable(snapshot: Snapshot) {
  const known = completableOf.get(snapshot);
  if (known) return known;
  const { names, index } = snapshot;
  const all: Completable[] = names.all
    .map(({ id, name, also }) => ({
      name,
      keys: [name, ...also].map(foldName),
      facts: index.byName.get(id)?.length ?? 0,
    }))
    .filter(({ facts, name }) => facts > 0 && name.length <= MAX_TYPED)
    .sort((a, b) => b.facts - a.facts);
  const fuse: Fuse<Completable> = new Fuse<Completable>(all, { keys: ['keys'], threshold: MAX_DISTANCE });
  completableOf.set(snapshot, { all, fuse });
  return { all, fuse };
}
