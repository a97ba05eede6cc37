import type { Sentence } from '#newsletter/issue.ts';

/** What a sentence says of SUBJECT on TARGET. Silence is never a claim. */
export type ClaimStatus = 'works' | 'does-not' | 'partly' | 'planned' | 'in-progress';

/** SUBJECT works / does not work / is planned … on TARGET, with the sentence that says so. */
export interface Claim {
  /** As the text names it. */
  readonly subject: string;
  /** Other names in the text for the same subject (heading, product name, abbreviation). */
  readonly otherNames: readonly string[];
  /** Id from the vocabulary (`arm64`, `windows`, `raspberry-pi-3`), or undefined when the claim names no target. */
  readonly target: string | undefined;
  readonly status: ClaimStatus;
  readonly sentence: Sentence;
  readonly articleId: string;
  readonly issueId: string;
}
