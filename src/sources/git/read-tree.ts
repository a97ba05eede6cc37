import { type FsClient, readBlob, readTree } from 'isomorphic-git';
import { SourceError } from '#sources/content-source.ts';

/** A commit that was fetched into a folder of Git's own. */
export interface FetchedCommit {
  readonly fs: FsClient;
  readonly gitdir: string;
  readonly oid: string;
  /** The library's, so that a pack is opened once. */
  readonly cache: object;
}

/** A file of a tree that may belong to a newsletter. */
export interface TreeFile {
  /** From the folder that was asked for, with slashes. */
  readonly path: string;
  readonly oid: string;
}

/** What a folder of a commit holds. */
export interface TreeReading {
  /** Equal as long as nothing under the folder has changed. */
  readonly oid: string;
  readonly files: readonly TreeFile[];
  /** Sentences about what is left out. */
  readonly remarks: readonly string[];
}

const MAX_FILES = 20_000;
const MAX_DEPTH = 20;
/** What the archive reads, and what it says that it does not read. */
const WANTED = /\.(?:md|markdown|mdown|mkdn?|mdx|mdtext|txt|ya?ml)$/i;

/** Lists the files of a folder, its folders included; undefined when there is no such folder. */
export async function readFolderTree(commit: FetchedCommit, folder: string): Promise<TreeReading | undefined> {
  const files: TreeFile[] = [];
  const remarks: string[] = [];
  const root = await findTree(commit, folder);
  if (root === undefined) return undefined;
  await visit(root, '', 0);
  return { oid: root, files, remarks };

  async function visit(oid: string, path: string, depth: number): Promise<void> {
    const { tree } = await readTree({ ...commit, oid });
    for (const { path: name, mode, oid: child, type } of tree) {
      const inner = path === '' ? name : `${path}/${name}`;
      // What the archive passes over is not worth copying.
      if (name.startsWith('.') || name === 'node_modules') continue;
      if (!isSafeName(name)) remarks.push(`a name that no file may have: ${JSON.stringify(inner).slice(0, 80)}`);
      else if (mode === '120000') remarks.push(`a link is not followed: ${inner}`);
      else if (type === 'tree' && depth < MAX_DEPTH) await visit(child, inner, depth + 1);
      else if (type === 'tree') remarks.push(`folders are too deep: ${inner.slice(0, 80)}…`);
      else if (type === 'blob' && WANTED.test(name)) files.push({ path: inner, oid: child });
      if (files.length > MAX_FILES) {
        throw new SourceError(`CONTENT_GIT: there are more than ${MAX_FILES} files.`, {
          remedy: 'Name the folder of the issues: …#branch:folder.',
        });
      }
    }
  }
}

/** The bytes of a file. */
export async function readTreeFile(commit: FetchedCommit, oid: string): Promise<Uint8Array> {
  return (await readBlob({ ...commit, oid })).blob;
}

/** The files of a folder itself, by name. */
export async function listFolder(commit: FetchedCommit, folder: string): Promise<readonly TreeFile[]> {
  const oid = await findTree(commit, folder);
  if (oid === undefined) return [];
  const { tree } = await readTree({ ...commit, oid });
  return tree
    .filter(({ type, mode }) => type === 'blob' && mode !== '120000')
    .map(({ path, oid: own }) => ({ path, oid: own }));
}

async function findTree(commit: FetchedCommit, folder: string): Promise<string | undefined> {
  let { oid } = await readTree(commit);
  for (const name of folder.split('/').filter(Boolean)) {
    const { tree } = await readTree({ ...commit, oid });
    const found = tree.find((entry) => entry.path === name && entry.type === 'tree');
    if (found === undefined) return undefined;
    oid = found.oid;
  }
  return oid;
}

/** A repository can be made by a program, with names that lead out of a folder. */
function isSafeName(name: string): boolean {
  return name !== '' && name !== '..' && !/[/\\:\p{Cc}]/u.test(name) && Buffer.byteLength(name) <= 255;
}
