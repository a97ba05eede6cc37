import type { Snapshot } from '#search/snapshot.ts';
import type { Question } from './question.ts';

/** Questions, and the archive that they are asked of. */
export interface EvaluationSet {
  readonly name: 'content' | 'invented' | `others ${string}` | 'newsletter' | 'unseen';
  readonly questions: readonly Question[];
  readonly snapshot: Snapshot;
}
