import { findNearSubjects } from '#search/complete-subject.ts';
import type { Snapshot } from '#search/snapshot.ts';
import type { Understanding } from './understand-question.ts';

const MAX_SUGGESTIONS = 3;

/** Whole questions that may have been meant, by names that are written nearly like what is unknown. */
export function suggestQuestions({ topics, unknownNames, question }: Understanding, snapshot: Snapshot): string[] {
  const place = topics.find(({ target }) => target !== undefined)?.target;
  const near = unknownNames.flatMap((name) => findNearSubjects(snapshot, name, MAX_SUGGESTIONS));
  const others = near.filter((name) => !question.toLowerCase().includes(name.toLowerCase()));
  return others
    .slice(0, MAX_SUGGESTIONS)
    .map((name) => (place ? `does ${name} run on ${place.label}?` : `status ${name}`));
}
