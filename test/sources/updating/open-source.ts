import { mkdir, mkdtempDisposable, readdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ContentSource, contentFolderOf, copyFolderOf } from '#sources/content-source.ts';
import { swapIn } from '#sources/updating/copy-folder.ts';
import { prepareUpdate } from '#sources/updating/prepare-update.ts';

/** A source whose copies lie in a folder that is gone at the end of the scope. */
export async function openSource(source: Partial<ContentSource> & Pick<ContentSource, 'kind' | 'address'>) {
  const folder = await mkdtempDisposable(join(tmpdir(), 'source-'));
  const factsFolder = join(folder.path, 'facts');
  await mkdir(factsFolder);
  const whole = {
    folder: '',
    copiesFolder: join(folder.path, 'copies'),
    allowsPrivate: true,
    userAgent: 'test',
    factsFolder,
    ...source,
  } as ContentSource;
  return {
    source: whole,
    copyFolder: copyFolderOf(whole),
    addFacts: (name: string, text: string) => writeFile(join(factsFolder, name), text),
    /** What a look comes to, and the names of all files that are in use then. */
    async look() {
      const update = await prepareUpdate(whole);
      if (update.kind === 'ready') await swapIn(copyFolderOf(whole), update.version, Date.now());
      const content = contentFolderOf(whole);
      const files = (await readdir(content, { recursive: true }).catch(() => [])).sort();
      return { update, files };
    },
    [Symbol.asyncDispose]: () => folder[Symbol.asyncDispose](),
  };
}
