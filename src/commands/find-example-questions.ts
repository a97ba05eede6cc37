import { findTargetById } from '#claims/vocabulary.ts';
import type { Snapshot } from '#search/snapshot.ts';
import { commandList } from './command-list.ts';

/** A name of one word makes a plain example; longer ones may be half a heading. */
const plainName = /^\p{Lu}[\p{L}\d.+-]{2,20}$/u;
/** Claims this strong are said in so many words. */
const minStrength = 3;

/**
 * Questions that this archive answers with yes, newest first, each of another subject; the first example of the command
 * list where the archive has none that is plain enough.
 */
export function findExampleQuestions(snapshot: Snapshot, limit: number): readonly string[] {
  const bySubject = new Map<string, string>();
  for (const { subject, status, strength, targets } of snapshot.claims.toReversed()) {
    if (bySubject.size >= limit) break;
    const target = targets.find(({ id }) => findTargetById(id)?.kind === 'architecture');
    const isPlain = plainName.test(subject) && status === 'works' && strength >= minStrength;
    if (isPlain && target !== undefined && !bySubject.has(subject)) {
      bySubject.set(subject, `does ${subject} run on ${target.label}?`);
    }
  }
  return bySubject.size > 0 ? [...bySubject.values()] : [commandList[0].examples[0]];
}
