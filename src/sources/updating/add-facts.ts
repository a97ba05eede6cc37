import { createHash } from 'node:crypto';
import { copyFile, readFile, rm } from 'node:fs/promises';
import { basename, join, relative } from 'node:path';
import type { FileReport } from '#archive/file-report.ts';
import { findIssueFiles, subjectsName } from '#archive/find-issue-files.ts';
import { factEndings } from '#archive/read-issue-file.ts';
import { SourceError } from '#sources/content-source.ts';

/** A folder of facts for issues that are fetched. */
export interface FactsFolder {
  /** Fact files and the list of subjects, by path. */
  readonly files: readonly string[];
  /** Equal as long as nothing in it has changed. */
  readonly look: string;
}

/** Looks into the folder of `CONTENT_FACTS`; one that is not set has nothing in it. */
export async function readFactsFolder(folder: string | undefined): Promise<FactsFolder> {
  if (folder === undefined) return { files: [], look: '' };
  const { factFiles, subjectsFile, problems, isReadable } = await findIssueFiles(folder);
  if (!isReadable) {
    throw new SourceError(`CONTENT_FACTS: ${problems[0]?.message ?? 'cannot read the folder'}.`, {
      remedy: 'Correct the folder or its permissions; relative to where the bot is started.',
    });
  }
  const files = [...factFiles, ...(subjectsFile === undefined ? [] : [subjectsFile])];
  const hash = createHash('sha256');
  for (const file of files)
    hash
      .update(`${basename(file)}\0`)
      .update(await readFile(file))
      .update('\0');
  return { files, look: hash.digest('base64url') };
}

/**
 * Puts each fact file beside the issue that it is named after, in place of one that was fetched; one of no issue lies in
 * the content folder itself, where a check of it names it. Resolves to what was put there, from the content folder.
 */
export async function addFacts(
  content: string,
  { files }: FactsFolder,
  reports: readonly FileReport[],
): Promise<readonly string[]> {
  const stems = new Map(reports.map(({ file, issue }) => [issue?.id, file.replace(/\.md$/, '')]));
  const added: string[] = [];
  for (const file of files) {
    const name = basename(file);
    const ending = factEndings.find((one) => name.endsWith(one));
    const stem = ending === undefined ? undefined : stems.get(name.slice(0, -ending.length));
    if (stem !== undefined) for (const other of factEndings) await rm(stem + other, { force: true });
    const target = name === subjectsName || stem === undefined ? join(content, name) : `${stem}${ending}`;
    await copyFile(file, target);
    added.push(relative(content, target));
  }
  return added;
}
