import { completeSubject } from '#search/complete-subject.ts';
import type { Snapshot } from '#search/snapshot.ts';

const ENOUGH = 10;

/** Whether a word is the name of a subject of the archive, in any letter case. */
export function isSubject(word: string, snapshot: Snapshot): boolean {
  const name = word.toLowerCase();
  return completeSubject(snapshot, name, ENOUGH).some((subject) => subject.toLowerCase() === name);
}
