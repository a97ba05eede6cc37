/** A question with a known answer: one line of a set. The fields are described in `test/fixtures/evaluation/README.md`. */
export interface Question {
  readonly id: string;
  readonly q: string;
  readonly type: string;
  readonly style: string;
  /** The right verdict. */
  readonly verdict: string | null;
  /** Every verdict that a fair second reader would let pass; absent where it is the right one alone. */
  readonly verdicts?: readonly (string | null)[];
  /** Each a right first citation, `ISSUE :: HEADING`; an empty heading stands for any article of the issue. */
  readonly articles: readonly string[];
  /** The addresses in those articles, by which one is known again under another heading. */
  readonly links?: readonly string[];
  /** What a right answer shows; of several, one. None where the verdict is the answer, or silence. */
  readonly key?: string | readonly string[] | null;
}

/** True when the archive holds an answer; else the right answer is that it does not say. */
export function isAnswerable({ type }: Question): boolean {
  return type !== 'unanswerable';
}
