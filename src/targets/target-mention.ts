import type { Target } from './target.ts';

/** A place in a text that names a target. */
export interface TargetMention {
  readonly target: Target;
  readonly start: number;
  /** Exclusive; a plural "s" belongs to it, a possessive does not. */
  readonly end: number;
  /** As the text has it. */
  readonly words: string;
}
