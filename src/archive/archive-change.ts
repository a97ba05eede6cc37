import type { Issue } from '#newsletter/issue.ts';

/** What a new reading of the folder changed, as issue ids, oldest first. */
export interface ArchiveChange {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
}

/** Compares two readings; an issue that was not parsed anew is the same object, and unchanged. */
export function findArchiveChange(before: readonly Issue[], after: readonly Issue[]): ArchiveChange {
  const old = new Map(before.map((issue) => [issue.id, issue]));
  const kept = new Set(after.map(({ id }) => id));
  return {
    added: after.filter(({ id }) => !old.has(id)).map(({ id }) => id),
    changed: after.filter((issue) => old.has(issue.id) && old.get(issue.id) !== issue).map(({ id }) => id),
    removed: before.filter(({ id }) => !kept.has(id)).map(({ id }) => id),
  };
}
