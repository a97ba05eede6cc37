import Fuse from 'fuse.js';
import type { Snapshot } from './snapshot.ts';

const MAX_TYPED = 60;
// Fuse's scale: 0 is the same, 1 has nothing in common.
const MAX_DISTANCE = 0.4;

const subjectsOf = new WeakMap<Snapshot, Fuse<string>>();

/** The names of subjects that somebody may be typing, nearest first, typing errors forgiven. */
export function completeSubject(snapshot: Snapshot, typed: string, limit: number): string[] {
  const fuse =
    subjectsOf.get(snapshot) ?? new Fuse(listSubjects(snapshot), { threshold: MAX_DISTANCE, ignoreLocation: true });
  subjectsOf.set(snapshot, fuse);
  const wanted = typed.trim().slice(0, MAX_TYPED);
  if (!wanted) return listSubjects(snapshot).slice(-limit).reverse();
  const starts = listSubjects(snapshot).filter((name) => name.toLowerCase().startsWith(wanted.toLowerCase()));
  const near = fuse.search(wanted, { limit: limit * 2 }).map(({ item }) => item);
  return [...new Set([...starts, ...near])].slice(0, limit);
}

/** Every subject that a claim is about, oldest first, each once. */
export function listSubjects(snapshot: Snapshot): string[] {
  const names = new Map<string, string>();
  for (const { subject } of snapshot.claims)
    if (subject && subject.length <= MAX_TYPED) names.set(subject.toLowerCase(), subject);
  return [...names.values()];
}
