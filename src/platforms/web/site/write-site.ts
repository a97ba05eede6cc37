import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Catalogue } from '#catalogue/catalogue.ts';
import { composeSite } from './static-pages.ts';

/** The folder cannot be written to as it is; the message says what to do. */
export class SiteError extends Error {
  override readonly name = 'SiteError';
}

/** Lists what was written, so that the next time what is gone from the archive goes from here, and nothing else does. */
const listFile = 'site-files.txt';

/**
 * Writes the whole site into a folder: a new or empty one, or one that a site was written into before. What others put
 * there stays.
 *
 * @throws SiteError
 */
export async function writeSite(
  folder: string,
  catalogue: Catalogue,
  { answersAt }: { readonly answersAt: string | undefined },
): Promise<{ readonly files: number; readonly removed: number }> {
  const before = await readList(folder);
  const written = new Set<string>();
  try {
    for (const { path, text } of composeSite(catalogue, answersAt)) {
      if (written.has(path)) continue;
      const file = join(folder, ...path.split('/'));
      await makeFolder(dirname(file));
      await writeFile(file, text);
      written.add(path);
    }
    const old = before.filter((path) => !written.has(path));
    for (const path of old) await rm(join(folder, ...path.split('/')), { force: true });
    await writeFile(join(folder, listFile), `${[...written].join('\n')}\n`);
    return { files: written.size, removed: old.length };
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    throw new SiteError(
      `The site could not be written into ${folder}: ${message}. Give a folder that can be written to.`,
      {
        cause: error,
      },
    );
  }
}

// With its parents; Node never comes back from that below a folder that takes no new ones (/proc), so each is made by itself.
async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') return;
    if (code !== 'ENOENT' || (await isThere(dirname(folder)))) throw error;
    await makeFolder(dirname(folder));
    await mkdir(folder);
  }
}

const isThere = (path: string) =>
  stat(path).then(
    () => true,
    () => false,
  );

/** The files of the site that is there; none in a folder that is new or empty. */
async function readList(folder: string): Promise<string[]> {
  const there = await readdir(folder).catch((error: NodeJS.ErrnoException): string[] => {
    if (error.code === 'ENOENT') return [];
    throw new SiteError(`${folder} is no folder that can be read. Give another one.`, { cause: error });
  });
  if (there.length === 0) return [];
  if (!there.includes(listFile)) {
    throw new SiteError(`${folder} holds other files, and no site. Give a new or an empty folder.`);
  }
  const list = await readFile(join(folder, listFile), 'utf8');
  // Whoever edited the list gets nothing of theirs removed from elsewhere.
  return list.split('\n').filter((path) => path !== '' && !path.split(/[\\/]/).includes('..'));
}
