import { lstat, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A folder of its own for one test, removed when disposed of. */
export interface TemporaryFolder extends AsyncDisposable {
  readonly path: string;
  /** Writes a file, folders included. */
  write(name: string, content: string | Uint8Array): Promise<string>;
}

/** Makes a temporary folder that holds the files given. */
export async function makeTemporaryFolder(files: Readonly<Record<string, string>> = {}): Promise<TemporaryFolder> {
  const path = await mkdtemp(join(tmpdir(), 'archive-test-'));
  let writes = 0;
  const folder: TemporaryFolder = {
    path,
    async write(name, content) {
      const file = join(path, name);
      await mkdir(dirname(file), { recursive: true });
      // Whole at once: on a busy machine, what watches would see a file that is empty still.
      const isPlain = (await lstat(file).catch(() => undefined))?.isFile() ?? true;
      const written = isPlain ? `${path}-${writes++}` : file;
      await writeFile(written, content);
      if (isPlain) await rename(written, file);
      return file;
    },
    [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }),
  };
  for (const [name, content] of Object.entries(files)) await folder.write(name, content);
  return folder;
}

/** A small issue with one article. */
export function writeIssue(heading: string, text = 'The program runs on arm64.'): string {
  return `### ${heading}\n\n${text}\n`;
}

/** The entry of a fact file for such an article; six lines. */
export function writeFacts(heading: string, says = 'The program runs on arm64.'): string {
  return `- article: ${heading}
  says: ${says}
  about: [${heading}]
  on: [arm64]
  status: yes
  asks: [does it run on arm64?]
`;
}
