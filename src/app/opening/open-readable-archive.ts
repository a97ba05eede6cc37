import { createTextLog } from '#app/logging/text-log.ts';
import { describeProblem } from '#archive/build-content-report.ts';
import { type Archive, openArchive } from '#archive/open-archive.ts';
import { openReadingStore } from './open-reading-store.ts';

/** More would push the answer off the screen; `check-content` shows all. */
const MAX_PROBLEMS_SHOWN = 3;

/**
 * Opens the archive of a folder. Files that cannot be used whole are told in one line on standard error; when nothing at all
 * can be read, the first reasons are, and the result is undefined.
 */
export async function openReadableArchive(
  folder: string,
  { errors }: { readonly errors: { write(text: string): unknown } },
): Promise<Archive | undefined> {
  const archive = await openArchive({ dir: folder, log: createTextLog(errors), store: openReadingStore(folder) });
  const faults = archive.problems.filter(({ severity }) => severity === 'error');
  const hint = `"npm run check-content -- ${folder}" shows every problem.`.replace(/\p{Cc}/gu, ' ');
  if (archive.current.issues.length > 0) {
    // Of one file there may be many faults, and the rest of it is used.
    const files = new Set(faults.map(({ file }) => file)).size;
    const some = files === 1 ? 'a file' : `${files} files`;
    if (files > 0) errors.write(`Not all of ${some} of the archive can be used. ${hint}\n`);
    return archive;
  }
  const reasons = faults.slice(0, MAX_PROBLEMS_SHOWN).map((problem) => `${describeProblem(problem)}\n`);
  errors.write(`There is no issue to answer from.\n${reasons.join('')}${hint}\n`);
  await archive[Symbol.asyncDispose]();
  return undefined;
}
