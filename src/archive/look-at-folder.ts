import { realpath, stat } from 'node:fs/promises';
import { findIssueFiles } from './find-issue-files.ts';

/** What a folder looks like from outside: equal as long as no file of it was touched. Never throws. */
export async function lookAtFolder(folder: string): Promise<string> {
  const root = await realpath(folder).catch(() => '');
  const { files, factFiles, subjectsFile, problems } = await findIssueFiles(folder);
  const seen = [root, ...problems.map(({ file, message }) => `${file} ${message}`)];
  // One after the other: a look is never in a hurry, and leaves the disk to whoever is.
  for (const file of [...files, ...factFiles, ...(subjectsFile === undefined ? [] : [subjectsFile])]) {
    const found = await stat(file).catch(() => undefined);
    seen.push(`${file} ${found?.ino} ${found?.size} ${found?.mtimeMs} ${found?.mode}`);
  }
  return seen.join('\n');
}
