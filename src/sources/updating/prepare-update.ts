import { cp, rm } from 'node:fs/promises';
import { basename, join, relative } from 'node:path';
import { describeProblem } from '#archive/build-content-report.ts';
import { type FolderReading, readFolder } from '#archive/read-folder.ts';
import { type ContentSource, copyFolderOf, SourceError, settingOf } from '#sources/content-source.ts';
import { type FeedState, fetchFeed } from '#sources/feed/fetch-feed.ts';
import type { FetchedContent } from '#sources/fetched-content.ts';
import { fetchGit, type GitState } from '#sources/git/fetch-git.ts';
import { addFacts, type FactsFolder, readFactsFolder } from './add-facts.ts';
import { COPY_FORM, type CopyRecord, makeVersionFolder, readCurrentCopy, writeRecord } from './copy-folder.ts';

/** What came of looking at a source. All of it is plain data, for another process. */
export type PreparedUpdate =
  | { readonly kind: 'unchanged' }
  /** A new copy lies ready to be swapped in. */
  | { readonly kind: 'ready'; readonly version: string; readonly issues: number; readonly remarks: readonly string[] }
  | { readonly kind: 'failed'; readonly message: string; readonly remedy: string };

type CurrentCopy = Awaited<ReturnType<typeof readCurrentCopy>>;

/** Fetches what is new of a source into a folder of its own and checks it; what is in use stays as it is. Never rejects. */
export async function prepareUpdate(source: ContentSource): Promise<PreparedUpdate> {
  let folder: string | undefined;
  try {
    const copyFolder = copyFolderOf(source);
    const copy = await readCurrentCopy(copyFolder);
    const facts = await readFactsFolder(source.factsFolder);
    folder = await makeVersionFolder(copyFolder);
    const update = await prepare(source, copy, facts, folder);
    if (update.kind !== 'ready') await rm(folder, { recursive: true, force: true });
    return update;
  } catch (error) {
    if (folder !== undefined) await rm(folder, { recursive: true, force: true }).catch(() => {});
    if (error instanceof SourceError) return { kind: 'failed', message: error.message, remedy: error.remedy };
    return describeFault(error, source);
  }
}

async function prepare(
  source: ContentSource,
  copy: CurrentCopy,
  facts: FactsFolder,
  folder: string,
): Promise<PreparedUpdate> {
  const fetched = await fetchContent(source, copy, folder);
  if (fetched.kind === 'unchanged' && copy !== undefined) {
    const record = { ...copy.record, state: fetched.state };
    if (facts.look === record.factsLook) {
      if (JSON.stringify(record) !== JSON.stringify(copy.record)) await writeRecord(copy.folder, record);
      return { kind: 'unchanged' };
    }
    await copyWithoutFacts(copy, folder);
  }
  const content = join(folder, 'content');
  const reading = await readFolder(content);
  check(reading, source, copy?.record);
  const record: CopyRecord = {
    form: COPY_FORM,
    state: fetched.state,
    issues: reading.issues.length,
    addedFacts: await addFacts(content, facts, reading.reports),
    factsLook: facts.look,
    remarks: fetched.kind === 'fetched' ? fetched.remarks : (copy?.record.remarks ?? []),
  };
  await writeRecord(folder, record);
  return { kind: 'ready', version: basename(folder), issues: record.issues, remarks: record.remarks };
}

function fetchContent(
  source: ContentSource,
  copy: CurrentCopy,
  folder: string,
): Promise<FetchedContent<GitState | FeedState>> {
  const state = copy?.record.state;
  if (source.kind === 'git') return fetchGit(source, state?.kind === 'git' ? state : undefined, folder);
  const known =
    copy !== undefined && state?.kind === 'feed' ? { state, content: join(copy.folder, 'content') } : undefined;
  return fetchFeed(source, known, folder);
}

/** The content as it was fetched; what the folder of facts took the place of comes with the next change of the source. */
async function copyWithoutFacts({ folder, record }: NonNullable<CurrentCopy>, into: string): Promise<void> {
  const content = join(folder, 'content');
  const added = new Set(record.addedFacts);
  await cp(content, join(into, 'content'), { recursive: true, filter: (path) => !added.has(relative(content, path)) });
  await cp(join(folder, 'subjects.yaml'), join(into, 'subjects.yaml')).catch(() => {});
}

/** A repository that was emptied or moved by mistake takes no issue with it. */
function check(
  { issues, problems, reports }: FolderReading,
  source: ContentSource,
  before: CopyRecord | undefined,
): void {
  const setting = settingOf(source);
  if (issues.length === 0) {
    const [problem] = problems.filter(({ severity }) => severity === 'error');
    const why = problem === undefined || reports.length === 0 ? '' : ` (${describeProblem(problem)})`;
    throw new SourceError(`${setting}: there is no issue in it that can be read${why}.`, {
      remedy:
        source.kind === 'git'
          ? 'Name the folder of the issues: …#branch:folder; an issue is named like 2017-W41.md or 2026-03-11.md.'
          : 'An item needs a date, and a text that is no longer than an issue.',
    });
  }
  if (before !== undefined && issues.length * 2 < before.issues) {
    throw new SourceError(`${setting}: it has ${issues.length} issues now, and ${before.issues} in the copy before.`, {
      remedy: `Put the others back. If they are gone for good, remove the folder ${copyFolderOf(source)}: the next look fetches anew.`,
    });
  }
}

function describeFault(error: unknown, source: ContentSource): PreparedUpdate {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const isOfDisk = ['EACCES', 'EPERM', 'EROFS', 'ENOSPC', 'EDQUOT', 'ENOTDIR'].includes(code);
  return {
    kind: 'failed',
    message: isOfDisk
      ? `${settingOf(source)}: the copy cannot be written to ${source.copiesFolder} (${code}).`
      : `${settingOf(source)}: the update failed (${String(error).slice(0, 200)}).`,
    remedy: isOfDisk
      ? 'Make room, or set CONTENT_COPIES to a folder that this user may write to.'
      : 'The next look tries again; report it if it stays.',
  };
}
