import type { ContentProblem, Issue } from '#newsletter/issue.ts';

/** What one file of the archive gave. */
export interface FileReport {
  /** Path as it was reached from the folder that the caller gave. */
  readonly file: string;
  /** As read; undefined when it could not be. */
  readonly text: string | undefined;
  readonly issue: Issue | undefined;
  /** At least one error when there is no issue. */
  readonly problems: readonly ContentProblem[];
}
