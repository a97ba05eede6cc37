import Fuse from 'fuse.js';
import { foldName } from '#facts/fold-name.ts';
import { findWordFrom } from '#search/words/find-from.ts';
import { buildSpelling, type Spelling } from '#search/words/spelling.ts';
import { measureEditDistance } from '#spelling/edit-distance.ts';
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

interface Completables {
  /** What most is known of comes first. */
  readonly all: readonly Completable[];
  readonly fuse: Fuse<Completable>;
  readonly byKey: ReadonlyMap<string, Completable>;
  /** All keys, sorted. */
  readonly keys: readonly string[];
  readonly spelling: Spelling;
}

const completablesOf = new WeakMap<Snapshot, Completables>();

/** The names of subjects that somebody may be typing: the very name first, then what begins so, then what is nearly so. */
export function completeSubject(snapshot: Snapshot, typed: string, limit: number): string[] {
  const { all, fuse } = readCompletables(snapshot);
  const wanted = foldName(typed.slice(0, MAX_TYPED));
  if (wanted === '' && typed.trim() !== '') return [];
  if (wanted === '') return all.slice(0, limit).map(({ name }) => name);
  const same = all.filter(({ keys }) => keys.includes(wanted));
  const starts = all.filter(({ keys }) => keys.some((key) => key.startsWith(wanted)));
  const near = fuse.search(wanted, { limit }).map(({ item }) => item);
  const swapped = all.filter(({ keys }) => keys.some((key) => measureEditDistance(wanted, key, 1) <= 1));
  return [...new Set([...same, ...starts, ...swapped, ...near].map(({ name }) => name))].slice(0, limit);
}

/** The names of subjects that a whole name may stand for: those that begin with it, then those that are spelt nearly so. */
export function findNearSubjects(snapshot: Snapshot, name: string, limit: number): string[] {
  const { byKey, spelling } = readCompletables(snapshot);
  const wanted = foldName(name.slice(0, MAX_TYPED));
  if (wanted.length < MIN_WRITTEN) return [];
  const near = spelling.suggest(wanted).map(({ word }) => word);
  // The last letter is where a name is guessed.
  const guessed = wanted.length < MIN_GUESSED ? [] : findBeginning(snapshot, wanted.slice(0, -1));
  const found = [...findBeginning(snapshot, wanted), ...near, ...guessed].flatMap((key) => byKey.get(key) ?? []);
  return [...new Set(found.map((one) => one.name))].slice(0, limit);
}

function findBeginning(snapshot: Snapshot, wanted: string): string[] {
  const { keys } = readCompletables(snapshot);
  const from = findWordFrom(keys.length, (place) => keys[place] as string, wanted);
  return keys.slice(from, from + MAX_BEGINNING).filter((key) => key.startsWith(wanted));
}

const MIN_WRITTEN = 2;
const MIN_GUESSED = 6;
const MAX_BEGINNING = 20;

// Where a word is, or would be, in a sorted list.
// Made when first asked for.
function readCompletables(snapshot: Snapshot): Completables {
  const known = completablesOf.get(snapshot);
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
  const byKey = new Map<string, Completable>();
  for (const one of all) for (const key of one.keys) if (!byKey.has(key)) byKey.set(key, one);
  const made = {
    all,
    fuse: new Fuse<Completable>(all, { keys: ['keys'], threshold: MAX_DISTANCE }),
    byKey,
    keys: [...byKey.keys()].sort(),
    spelling: buildSpelling(() => byKey.keys()),
  };
  completablesOf.set(snapshot, made);
  return made;
}
