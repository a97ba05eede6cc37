import type { ContentProblem } from '#newsletter/issue.ts';

/** A problem for which a file or folder can't be used at all. */
export function contentFault(file: string, message: string, remedy: string): ContentProblem {
  return { file, severity: 'error', message, remedy };
}

/** What a failed call to the file system says to an editor, without the path (it stands in front). */
export function describeSystemError(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'EACCES' || code === 'EPERM') return 'no permission to read it';
  if (code === 'ENOENT') return 'it does not exist';
  if (code === 'ELOOP') return 'links that lead to each other';
  if (code === 'EMFILE' || code === 'ENFILE') return 'too many files are open';
  return code === '' ? String(error) : `the system said ${code}`;
}
