import type { ContentProblem } from './issue.ts';

/** What is wrong in a line, where its file is known already. */
export type LineFlaw = Required<Pick<ContentProblem, 'line' | 'message' | 'remedy'>>;

/** A warning about a line of a file. */
export function contentWarning(file: string, line: number, message: string, remedy: string): ContentProblem {
  return { file, line, severity: 'warning', message, remedy };
}

/** The same for what keeps the issue from being posted. */
export function holdingWarning(file: string, line: number, message: string, remedy: string): ContentProblem {
  return { ...contentWarning(file, line, message, remedy), keepsFromPosting: true };
}
