import Fuse from 'fuse.js';
import type { Snapshot } from './snapshot.ts';

const MAX_TYPED = 60;
// Fuse's scale: 0 is the same, 1 has nothing in common.
const MAX_DISTANCE = 0.4;

interface Subjects {
  /** Oldest first. */
  readonly names: readonly string[];
  /** The same in lower case, in the same order. */
  readonly lower: readonly string[];
  readonly fuse: Fuse<string>;
}

const subjectsOf = new WeakMap<Snapshot, Subjects>();

/** The names of subjects that somebody may be typing, nearest first, typing errors forgiven. */
export function completeSubject(snapshot: Snapshot, typed: string, limit: number): string[] {
  const { names, lower, fuse } = readSubjects(snapshot);
  const wanted = typed.trim().slice(0, MAX_TYPED);
  if (!wanted) return names.slice(-limit).reverse();
  const start = wanted.toLowerCase();
  const starts = names.filter((_, place) => lower[place]?.startsWith(start));
  const near = fuse.search(wanted, { limit: limit * 2 }).map(({ item }) => item);
  return [...new Set([...starts, ...near])].slice(0, limit);
}

/** Every subject that a claim is about, oldest first, each once. */
export function listSubjects(snapshot: Snapshot): readonly string[] {
  return readSubjects(snapshot).names;
}

// Made when first asked for: most questions name what the archive has.
function readSubjects(snapshot: Snapshot): Subjects {
  const known = subjectsOf.get(snapshot);
  if (known) return known;
  const byLower = new Map<string, string>();
  for (const { subject } of snapshot.claims) {
    if (subject && subject.length <= MAX_TYPED) byLower.set(subject.toLowerCase(), subject);
  }
  const names = [...byLower.values()];
  const fuse = new Fuse(names, { threshold: MAX_DISTANCE, ignoreLocation: true });
  const subjects: Subjects = { names, lower: [...byLower.keys()], fuse };
  subjectsOf.set(snapshot, subjects);
  return subjects;
}
