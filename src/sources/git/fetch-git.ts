import fs from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { addRemote, fetch, init } from 'isomorphic-git';
import { type GitSource, SourceError } from '#sources/content-source.ts';
import type { FetchedContent } from '#sources/fetched-content.ts';
import { explainGitError, findCommit } from './find-commit.ts';
import { createGitHttp } from './git-http.ts';
import { type FetchedCommit, listFolder, readFolderTree, readTreeFile } from './read-tree.ts';

/** What is kept of a fetch to tell the next whether anything is new. */
export interface GitState {
  readonly kind: 'git';
  readonly commit: string;
  readonly tree: string;
}

const MAX_BYTES = 200 * 2 ** 20;
const subjectsName = 'subjects.yaml';
const LFS_POINTER = 'version https://git-lfs';

/**
 * Writes the files of the source's folder into `folder/content`, unless they are those that `known` tells of. Of the
 * repository only the newest commit is fetched, and of that only texts are written.
 *
 * @throws SourceError
 */
export async function fetchGit(
  source: GitSource,
  known: GitState | undefined,
  folder: string,
): Promise<FetchedContent<GitState>> {
  const http = createGitHttp(source);
  const { ref, oid } = await findCommit(source, http);
  if (known?.commit === oid) return { kind: 'unchanged', state: known };
  await mkdir(folder, { recursive: true });
  const gitdir = await mkdtemp(join(folder, 'git-'));
  try {
    await init({ fs, gitdir, bare: true });
    await addRemote({ fs, gitdir, remote: 'origin', url: source.address });
    const wanted = { remote: 'origin', ref, remoteRef: ref, singleBranch: true, depth: 1 };
    const { fetchHead } = await fetch({ fs, http, gitdir, ...wanted });
    // A branch may have moved on meanwhile; what a tag leads to is not what it is.
    const newest = ref.startsWith('refs/tags/') ? oid : (fetchHead ?? oid);
    const commit: FetchedCommit = { fs, gitdir, oid: newest, cache: {} };
    return await writeFolder(source, commit, known, folder);
  } catch (error) {
    throw explainGitError(error, source);
  } finally {
    await rm(gitdir, { recursive: true, force: true });
  }
}

async function writeFolder(
  source: GitSource,
  commit: FetchedCommit,
  known: GitState | undefined,
  folder: string,
): Promise<FetchedContent<GitState>> {
  const reading = await readFolderTree(commit, source.folder);
  if (reading === undefined) {
    throw new SourceError(`CONTENT_GIT: there is no folder "${source.folder}" in the repository.`, {
      remedy: 'Correct what follows the colon in it: #branch:folder, or #:folder.',
    });
  }
  // The list of subjects may stand above the issues.
  const above = source.folder === '' ? [] : await listFolder(commit, dirname(source.folder).replace(/^\.$/, ''));
  const subjects = above.find(({ path }) => path === subjectsName);
  const state: GitState = { kind: 'git', commit: commit.oid, tree: `${reading.oid} ${subjects?.oid ?? ''}`.trim() };
  if (known?.tree === state.tree) return { kind: 'unchanged', state };
  const content = join(folder, 'content');
  await mkdir(content, { recursive: true });
  let size = 0;
  let pointers = 0;
  const write = async (file: string, oid: string) => {
    const bytes = await readTreeFile(commit, oid);
    size += bytes.length;
    if (size > MAX_BYTES) {
      throw new SourceError(`CONTENT_GIT: its texts are larger than ${MAX_BYTES} bytes.`, {
        remedy: 'Name the folder of the issues: …#branch:folder.',
      });
    }
    if (Buffer.from(bytes.subarray(0, LFS_POINTER.length)).toString() === LFS_POINTER) pointers += 1;
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, bytes);
  };
  for (const { path, oid } of reading.files) await write(join(content, path), oid);
  if (subjects !== undefined) await write(join(folder, subjectsName), subjects.oid);
  const lfs = pointers === 0 ? [] : [`files that Git LFS keeps elsewhere cannot be read: ${pointers}`];
  return { kind: 'fetched', state, remarks: [...reading.remarks, ...lfs] };
}
