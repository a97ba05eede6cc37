import type { FactList } from '#facts/fact.ts';
import type { ContentProblem, Issue } from '#newsletter/issue.ts';

/** What one file of the archive gave. */
export interface FileReport {
  /** Path as it was reached from the folder that the caller gave. */
  readonly file: string;
  /** Of its text as read; undefined when it could not be. The text itself is of no further use, and an archive has megabytes. */
  readonly hash: string | undefined;
  readonly issue: Issue | undefined;
  /** Of the fact file beside it, those that can be used. */
  readonly facts: FactList;
  /** Of the fact file's text; undefined where there is none, or it could not be read. */
  readonly factsHash: string | undefined;
  /** The facts are those of an earlier version: the file's own cannot be read. */
  readonly keepsFacts?: true;
  /** At least one error when there is no issue, or the note that the file is none. */
  readonly problems: readonly ContentProblem[];
}
