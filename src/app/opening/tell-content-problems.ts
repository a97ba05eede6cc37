import type { Archive } from '#archive/open-archive.ts';
import type { Log } from '#conversation/ports/log.ts';
import type { ContentProblem } from '#newsletter/issue.ts';

/** Of one reading; the rest is for `check-content`. */
const MOST_LINES = 20;

/**
 * Logs each file that is left out, and each issue that will not be posted: once, not at each look, and anew if it comes again.
 * `isTold`: of those that are there now, the reader has been told.
 */
export function tellContentProblems(archive: Archive, log: Log, { isTold = false } = {}): void {
  let told = new Set<string>(isTold ? archive.problems.map(keyOf) : []);
  tell();
  archive.onChange(tell);

  function tell(): void {
    const problems = archive.problems.filter(
      ({ severity, keepsFromPosting }) => severity === 'error' || keepsFromPosting,
    );
    const fresh = problems.filter((problem) => !told.has(keyOf(problem)));
    for (const { file, line, message, remedy } of fresh.slice(0, MOST_LINES)) {
      log.warn('A file of the newsletter is left out, or not posted.', { file, line, problem: message, remedy });
    }
    const left = fresh.length - MOST_LINES;
    if (left > 0) log.warn('More files have problems; "npm run check-content" shows all.', { left });
    told = new Set(problems.map(keyOf));
  }
}

function keyOf({ file, line, message }: ContentProblem): string {
  return JSON.stringify([file, line, message]);
}
