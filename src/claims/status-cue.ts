import type { ClaimStatus } from './claim.ts';

/** Words that say how something stands. */
export interface StatusCue {
  readonly status: ClaimStatus;
  /** Where several cues meet in one clause the strongest holds: 5 a plain denial, 1 a word that merely goes with support. */
  readonly strength: number;
  readonly pattern: RegExp;
}

/** A cue for what matches, whatever its case. */
export function cue(status: ClaimStatus, strength: number, source: string): StatusCue {
  return { status, strength, pattern: new RegExp(source, 'i') };
}
