import { completeSubject } from '#search/complete-subject.ts';
import type { Snapshot } from '#search/snapshot.ts';
import type { Understanding } from './understand-question.ts';

const MAX_SUGGESTIONS = 3;
const MIN_LENGTH = 4;

/** Subjects of the archive that are spelt like what was asked about, as questions. */
export function suggestSubjects(understanding: Understanding, snapshot: Snapshot): string[] {
  const unknown = understanding.content
    .filter(({ isName, raw }) => isName && raw.length >= MIN_LENGTH)
    .map(({ word }) => word);
  const names = unknown.flatMap((word) => completeSubject(snapshot, word, MAX_SUGGESTIONS));
  return [...new Set(names)].slice(0, MAX_SUGGESTIONS).map((name) => `status ${name}`);
}
