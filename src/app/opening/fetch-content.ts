import { join } from 'node:path';
import { programFile, projectFolder } from '#app/process/project-files.ts';
import type { ProcessStreams } from '#app/process/streams.ts';
import { type ContentSource, copyFolderOf } from '#sources/content-source.ts';
import { readCurrentCopy } from '#sources/updating/copy-folder.ts';
import { updateCopy } from '#sources/updating/update-copy.ts';

/** The program that an update is started as. */
export const updateProgram = join(projectFolder, programFile);

/** What a command has to read: what is there now, what was fetched before, or nothing. */
export type FetchedFor = 'now' | 'before' | 'nothing';

/**
 * Fetches a source where it has to be, for a command that ends soon: what is there now where that is wanted (`isFresh`), else what
 * was fetched before will do. Why it could not be stands on standard error.
 */
export async function fetchContent(
  source: ContentSource,
  { isFresh, errors }: Pick<ProcessStreams, 'errors'> & { readonly isFresh: boolean },
): Promise<FetchedFor> {
  const copy = await readCurrentCopy(copyFolderOf(source));
  if (copy !== undefined && !isFresh) return 'now';
  const { signal } = new AbortController();
  const { update } = await updateCopy(source, { programFile: updateProgram, signal, now: Date.now });
  if (update.kind !== 'failed') return 'now';
  errors.write(`${update.message} ${update.remedy}${copy === undefined ? '' : ' What was fetched before is used.'}\n`);
  return copy === undefined ? 'nothing' : 'before';
}
