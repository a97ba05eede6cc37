import type { Dirent } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import type { ContentProblem } from '#newsletter/issue.ts';
import { isUndatedName } from '#newsletter/issues/parse-issue-name.ts';
import { contentFault, describeSystemError } from './content-fault.ts';
import { factEndings } from './read-issue-file.ts';

/** The Markdown files under a folder that may be issues, by path, and what stood in the way of others. */
export interface FoundFiles {
  readonly files: readonly string[];
  /** Fact files, by path. */
  readonly factFiles: readonly string[];
  /** The list of subjects: in the folder itself, or else in the one above it. */
  readonly subjectsFile: string | undefined;
  readonly problems: readonly ContentProblem[];
  /** False when the folder itself could not be read: then nothing is known about the issues. */
  readonly isReadable: boolean;
}

/** What the list of subjects is called. */
export const subjectsName = 'subjects.yaml';
const skippedFolders = ['node_modules'];
/** Endings that other programs take for Markdown, or that a system adds without showing it. */
const OTHER_ENDING = /\.(?:md|markdown|mdown|mkdn?|mdx|mdtext|mdtxt)(?:\.txt)?$|(?<=W\d{2}|\d{2}-\d{2})\.txt$/i;

/** Lists `*.md` at any depth; skips README.md, dotfiles and node_modules; refuses links that lead out of the folder. */
export async function findIssueFiles(folder: string): Promise<FoundFiles> {
  const files: string[] = [];
  const factFiles: string[] = [];
  const problems: ContentProblem[] = [];
  let root: string;
  try {
    root = await realpath(folder);
    if (!(await stat(root)).isDirectory()) {
      return unreadable('expected a folder, found a file', 'give the folder that holds the issues');
    }
    await visit(folder, await readdir(folder, { withFileTypes: true }));
  } catch (error) {
    return unreadable(`cannot read the folder: ${describeSystemError(error)}`, 'correct the path or its permissions');
  }
  const subjectsFile = (await findSubjects(folder)) ?? (await findSubjects(join(folder, '..')));
  return { files: files.sort(), factFiles: factFiles.sort(), subjectsFile, problems, isReadable: true };

  async function visit(path: string, entries: readonly Dirent[]): Promise<void> {
    for (const entry of entries) {
      const { name } = entry;
      if (name.startsWith('.') || name.toLowerCase() === 'readme.md' || skippedFolders.includes(name)) continue;
      const child = join(path, name);
      if (name.endsWith('.md')) await addFile(child, entry, files);
      else if (factEndings.some((ending) => name.endsWith(ending))) await addFile(child, entry, factFiles);
      else if (
        !entry.isDirectory() &&
        OTHER_ENDING.test(name.slice(-40)) &&
        !isUndatedName(name.replace(OTHER_ENDING, ''))
      )
        refuse(
          child,
          `the ending ${JSON.stringify(name.slice(name.replace(OTHER_ENDING, '').length))} is not read`,
          'give the file the ending .md, in small letters',
        );
      else if (entry.isDirectory()) await visitFolder(child);
      else if (entry.isSymbolicLink() && (await isFolder(child))) {
        refuse(child, 'a link to a folder is not followed', 'put the folder itself here');
      }
    }
  }

  async function visitFolder(path: string): Promise<void> {
    let entries: Dirent[];
    try {
      entries = await readdir(path, { withFileTypes: true });
    } catch (error) {
      refuse(path, `cannot read the folder: ${describeSystemError(error)}`, 'correct its permissions');
      return;
    }
    await visit(path, entries);
  }

  async function findSubjects(from: string): Promise<string | undefined> {
    const path = join(from, subjectsName);
    const isThere = await stat(path).then(
      (found) => found.isFile(),
      () => false,
    );
    if (!isThere) return undefined;
    // It may have gone meanwhile.
    const [own, target] = await Promise.all([from, path].map((one) => realpath(one).catch(() => undefined)));
    if (own === undefined || target === undefined) return undefined;
    if (target.startsWith(own.endsWith(sep) ? own : own + sep)) return path;
    refuse(path, 'a link that leads out of its folder', 'put the file itself here');
    return undefined;
  }

  async function addFile(path: string, entry: Dirent, list: string[]): Promise<void> {
    if (entry.isFile()) list.push(path);
    else if (entry.isDirectory()) refuse(path, 'expected a file, found a folder', 'give the folder another ending');
    else if (!entry.isSymbolicLink()) refuse(path, 'expected a file, found a pipe or device', 'remove it');
    else await addLink(path, list);
  }

  async function addLink(path: string, list: string[]): Promise<void> {
    try {
      const target = await realpath(path);
      if (!target.startsWith(root.endsWith(sep) ? root : root + sep)) {
        refuse(path, 'a link that leads out of the content folder', 'put the file itself here');
      } else if ((await stat(target)).isFile()) list.push(path);
      else refuse(path, 'a link to something that is not a file', 'put the file itself here');
    } catch (error) {
      refuse(path, `a broken link: ${describeSystemError(error)}`, 'put the file itself here, or remove the link');
    }
  }

  function refuse(path: string, message: string, remedy: string): void {
    problems.push(contentFault(path, message, remedy));
  }

  function unreadable(message: string, remedy: string): FoundFiles {
    return {
      files: [],
      factFiles: [],
      subjectsFile: undefined,
      problems: [contentFault(folder, message, remedy)],
      isReadable: false,
    };
  }
}

async function isFolder(path: string): Promise<boolean> {
  // A link that leads nowhere and is not named .md is none of our business.
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}
