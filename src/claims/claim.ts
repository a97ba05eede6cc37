import type { Target } from './target.ts';

/** What a sentence says of SUBJECT on TARGET. Silence is never a claim. */
export type ClaimStatus = 'works' | 'does-not' | 'partly' | 'planned' | 'in-progress';

/** SUBJECT works / does not work / is planned … on TARGETS, and the words that say so. */
export interface Claim {
  /** As the article names it. */
  readonly subject: string;
  /** What it is said of; empty when the words name no target ("not intended for production use"). */
  readonly targets: readonly Target[];
  readonly status: ClaimStatus;
  /** How plainly it is said: 1 (a mere mention) to 5 ("there is no … for …"). */
  readonly strength: number;
  /** True when it names what it works on and nothing else ("Intel based", "only for amd64"). */
  readonly isExclusive: boolean;
  /** True when it names the oldest that it works on ("armv7 or later"). */
  readonly isMinimum: boolean;
  /** The part of the sentence that says it. */
  readonly clause: string;
  /** Place of the sentence in its article; -1 when the heading says it. */
  readonly sentence: number;
  readonly articleId: string;
}
