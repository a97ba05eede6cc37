import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type Archive, openArchive } from '#archive/open-archive.ts';
import { createReadingStore, type KeptReading, nameReadingFile, type ReadingStore } from '#archive/reading-store.ts';
import { answerLine } from '#commands/running/run-command.ts';
import { replyToText } from '#conversation/wording/reply-to-text.ts';
import { makeTemporaryFolder, type TemporaryFolder, writeFacts, writeIssue } from './temporary-folder.ts';
import { quiet } from './watch-archive.ts';

/** A folder of issues, and one beside it in which what they gave is kept. */
export interface KeptFolder extends AsyncDisposable {
  readonly content: TemporaryFolder;
  readonly storeFolder: string;
  readonly file: string;
  readonly store: ReadingStore;
  /** Opens the archive and closes it again, as a start of the program does; what was kept then. */
  readonly startOnce: () => Promise<KeptReading | undefined>;
  readonly open: () => Promise<Archive>;
  readonly listStore: () => Promise<readonly string[]>;
}

/** Two issues, one with facts, and a list of subjects. */
export const smallArchive = {
  '2031-W07.md': writeIssue('Quernd'),
  '2031-W08.md': writeIssue('Foodb', 'Foodb runs on armv7.'),
  '2031-W07.facts.yaml': writeFacts('Quernd'),
  'subjects.yaml': '- name: Quernd\n  kind: [mill]\n',
};

export async function openKeptFolder(files: Readonly<Record<string, string>> = smallArchive): Promise<KeptFolder> {
  const content = await makeTemporaryFolder(files);
  const beside = await makeTemporaryFolder();
  const storeFolder = join(beside.path, 'archives');
  const file = nameReadingFile(storeFolder, content.path);
  const store = createReadingStore(file, 'version 1');
  const open = () => openArchive({ dir: content.path, log: quiet, debounceMs: 30, store });
  return {
    content,
    storeFolder,
    file,
    store,
    open,
    async startOnce() {
      await (await open())[Symbol.asyncDispose]();
      return store.load();
    },
    listStore: () => readdir(storeFolder),
    async [Symbol.asyncDispose]() {
      await content[Symbol.asyncDispose]();
      await beside[Symbol.asyncDispose]();
    },
  };
}

/** Saves a reading, all steps in one go. */
export function saveWhole(store: ReadingStore, reading: KeptReading): void {
  store.save(reading).toArray();
}

/** What the bot says of some lines. */
export function askAll({ current: snapshot }: Archive): readonly string[] {
  const lines = ['does quernd run on arm64?', 'does foodb run on armv7?', 'which mills run on arm64?', 'search foodb'];
  const context = { snapshot, today: '2031-03-01', version: '1' };
  return lines.map((line) => replyToText(answerLine(line, context).reply, 9_000));
}
