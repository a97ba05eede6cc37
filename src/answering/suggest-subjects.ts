import { completeSubject } from '#search/complete-subject.ts';
import { measureEditDistance } from '#search/edit-distance.ts';
import type { Snapshot } from '#search/snapshot.ts';
import type { Understanding } from './understand-question.ts';

const MAX_SUGGESTIONS = 3;
const MAX_WORDS = 3;
const MIN_LENGTH = 4;
// A name is like another when at most a third of its letters differ, or when it begins like it.
const MAX_EDIT_SHARE = 1 / 3;
const SAME_BEGINNING = 4;

/** Subjects of the archive that are spelt like what was asked about, as commands. */
export function suggestSubjects(understanding: Understanding, snapshot: Snapshot): string[] {
  const unknown = new Set(
    understanding.content.filter(({ isName, raw }) => isName && raw.length >= MIN_LENGTH).map(({ word }) => word),
  );
  const names = [...unknown]
    .slice(0, MAX_WORDS)
    .flatMap((word) => completeSubject(snapshot, word, MAX_SUGGESTIONS * 2).filter((name) => isLike(word, name)));
  return [...new Set(names)].slice(0, MAX_SUGGESTIONS).map((name) => `status ${name}`);
}

function isLike(word: string, name: string): boolean {
  return name
    .toLowerCase()
    .split(/[^\p{L}\p{N}.+#-]+/u)
    .some((part) => {
      const limit = Math.floor(Math.max(word.length, part.length) * MAX_EDIT_SHARE);
      const isBeginning = part.length >= SAME_BEGINNING && word.startsWith(part.slice(0, SAME_BEGINNING));
      return isBeginning || measureEditDistance(word, part, limit) <= limit;
    });
}
