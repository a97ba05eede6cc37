/** One reason for which Slack would refuse; `code` is the error that the call answers with. */
export interface BlockProblem {
  readonly code: string;
  readonly pointer: string;
  readonly message: string;
}
