/** A question with a known answer: one line of a set. The fields are described in `test/fixtures/evaluation/README.md`. */
export interface Question {
  readonly id: string;
  readonly q: string;
  readonly type: string;
  readonly style: string;
  readonly verdict: string | null;
  /** Each a right first citation, `ISSUE :: HEADING`; an empty heading stands for any article of the issue. */
  readonly articles: readonly string[];
  readonly key: string | readonly string[] | null;
}

/** True when the archive holds an answer; else the right answer is that it does not say. */
export function isAnswerable({ type }: Question): boolean {
  return type !== 'unanswerable';
}
