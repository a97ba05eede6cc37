import type { ContentProblem } from './issue.ts';

/** A warning about a line of a file. */
export function contentWarning(file: string, line: number, message: string, remedy: string): ContentProblem {
  return { file, line, severity: 'warning', message, remedy };
}

/** The same for what keeps the issue from being posted. */
export function holdingWarning(file: string, line: number, message: string, remedy: string): ContentProblem {
  return { ...contentWarning(file, line, message, remedy), keepsFromPosting: true };
}
