import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import { type Archive, type ArchiveLog, openArchive } from '#archive/open-archive.ts';
import type { ReadingStore } from '#archive/reading-store.ts';
import { openKeptFolder, saveWhole } from './kept-archive.ts';
import { type TemporaryFolder, writeFacts, writeIssue } from './temporary-folder.ts';
import { quiet } from './watch-archive.ts';

/** As many as are read before the first answer, and some. */
const FIRST = 250;
const OLDER = 8;
const WEEKS = 52;
const nameOf = (place: number) =>
  `${2000 + Math.floor(place / WEEKS)}-W${String((place % WEEKS) + 1).padStart(2, '0')}`;
const oldest = nameOf(0);
const newest = nameOf(FIRST + OLDER - 1);
/** In a snapshot's words: nothing in this process has worked it out. */
const MARK = 'zzelsewhere';

const largeArchive = Object.fromEntries(
  // The newest stand first among the files: it is their names that tell.
  Array.from({ length: FIRST + OLDER }, (_, place) => [
    `${place < FIRST ? 'z' : 'a'}/${nameOf(place)}.md`,
    writeIssue(`Quernd ${place}`, `Quernd ${place} runs on arm64.`),
  ]),
);

/** A large folder, and another process's part played by another archive of the same folder, which marks what it keeps. */
async function openLargeFolder(files: Readonly<Record<string, string>> = largeArchive) {
  const folder = await openKeptFolder(files);
  const calls: AbortSignal[] = [];
  const { promise: mayRead, resolve: letRead } = Promise.withResolvers<void>();
  const readElsewhere = async (signal: AbortSignal) => {
    calls.push(signal);
    const isOver = new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()));
    await Promise.race([mayRead, isOver]);
    signal.throwIfAborted();
    await keepMarked(folder.store, folder.content);
  };
  const open = (log: ArchiveLog = quiet, read = readElsewhere) =>
    openArchive({ dir: folder.content.path, log, store: folder.store, readElsewhere: read, restAfterMs: 0 });
  return { ...folder, calls, letRead, open };
}

async function keepMarked(store: ReadingStore, content: TemporaryFolder): Promise<void> {
  await using other = await openArchive({ dir: content.path, log: quiet, store });
  await other[Symbol.asyncDispose]();
  const kept = store.load();
  assert.ok(kept);
  saveWhole(store, { ...kept, workedOut: { ...kept.workedOut, words: new Set([...kept.workedOut.words, MARK]) } });
}

function describe({ current, unread }: Archive) {
  const { issues, words } = current;
  return { count: issues.length, first: issues[0]?.id, last: issues.at(-1)?.id, unread, isMarked: words.has(MARK) };
}

const whole = { count: FIRST + OLDER, first: oldest, last: newest, unread: 0 };

suite('of a large archive', () => {
  test('the newest issues answer at once, and all when another process has read them', async () => {
    await using folder = await openLargeFolder();
    await using archive = await folder.open();
    assert.deepEqual(describe(archive), {
      count: FIRST,
      first: nameOf(OLDER),
      last: newest,
      unread: OLDER,
      isMarked: false,
    });
    assert.equal(folder.store.load(), undefined);
    let changes = 0;
    archive.onChange(() => changes++);
    folder.letRead();
    await archive.whole;
    assert.deepEqual(describe(archive), { ...whole, isMarked: true });
    assert.equal(changes, 1);
    await archive.watch();
    assert.equal(folder.calls.length, 1);
  });

  test('facts that go together with those of an older issue are no problem while that is not read', async () => {
    await using folder = await openLargeFolder({
      ...largeArchive,
      [`z/${oldest}.facts.yaml`]: writeFacts('Quernd 0', 'Quernd 0 runs on arm64.'),
      [`a/${newest}.facts.yaml`]: writeFacts(
        `Quernd ${FIRST + OLDER - 1}`,
        `Quernd ${FIRST + OLDER - 1} runs on arm64.`,
      ),
    });
    await using archive = await folder.open();
    assert.deepEqual(archive.problems, []);
  });

  test('a later start reads what was kept, and starts no other process', async () => {
    await using folder = await openLargeFolder();
    await keepMarked(folder.store, folder.content);
    await using archive = await folder.open();
    assert.deepEqual(describe(archive), { ...whole, isMarked: true });
    assert.equal(folder.calls.length, 0);
  });

  test('an issue that came since the last start is answered from at once', async () => {
    await using folder = await openLargeFolder();
    await keepMarked(folder.store, folder.content);
    await folder.content.write('2031-W07.md', writeIssue('Sieve'));
    await using archive = await folder.open();
    const { count, last, unread, isMarked } = describe(archive);
    assert.deepEqual([count, last, unread, isMarked], [FIRST, '2031-W07', OLDER + 1, false]);
    folder.letRead();
    await archive.whole;
    assert.deepEqual(describe(archive), { ...whole, count: whole.count + 1, last: '2031-W07', isMarked: true });
  });

  test('a change is worked out by another process, and what was there answers meanwhile', async () => {
    await using folder = await openLargeFolder();
    folder.letRead();
    await using archive = await folder.open();
    await archive.whole;
    const before = archive.current;
    await folder.content.write('2031-W07.md', writeIssue('Sieve'));
    const refreshed = archive.refresh();
    assert.equal(archive.current, before);
    await refreshed;
    assert.deepEqual(describe(archive), { ...whole, count: whole.count + 1, last: '2031-W07', isMarked: true });
    assert.equal(folder.calls.length, 2);
  });

  test('an issue that breaks keeps its last version, which another process does not know', async () => {
    await using folder = await openLargeFolder();
    folder.letRead();
    await using archive = await folder.open();
    await archive.whole;
    await folder.content.write(`z/${oldest}.md`, Buffer.from([0xff, 0xfe, 0x00]));
    await folder.content.write('2031-W07.md', writeIssue('Sieve'));
    await archive.refresh();
    assert.deepEqual(describe(archive), { ...whole, count: whole.count + 1, last: '2031-W07', isMarked: false });
    assert.equal(folder.calls.length, 1);
  });

  for (const [what, readElsewhere, reason] of [
    ['fails', () => Promise.reject(new Error('its process ended with 1: no room')), /no room/],
    ['keeps nothing', () => Promise.resolve(), /not kept/],
  ] as const) {
    test(`is read here, and why is told, where the other process ${what}`, async () => {
      await using folder = await openLargeFolder();
      const told: string[] = [];
      const warn: ArchiveLog['warn'] = (message, fields) => told.push(`${message}: ${fields.reason}`);
      await using archive = await folder.open({ info() {}, warn }, readElsewhere);
      await archive.whole;
      assert.deepEqual(describe(archive), { ...whole, isMarked: false });
      assert.equal(told.length, 1);
      assert.match(told[0] ?? '', reason);
    });
  }

  test('what is read elsewhere ends with the archive, which waits for nothing', async () => {
    await using folder = await openLargeFolder();
    const archive = await folder.open(
      quiet,
      (signal) => new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason))),
    );
    await archive[Symbol.asyncDispose]();
    await archive.whole;
    assert.equal(describe(archive).unread, OLDER);
    assert.equal(folder.store.load(), undefined);
  });
});

test('a small archive is read whole before it answers, by one process', async () => {
  const small = Object.entries(largeArchive).slice(0, FIRST);
  await using folder = await openLargeFolder(Object.fromEntries(small));
  await using archive = await folder.open();
  assert.deepEqual([archive.current.issues.length, archive.unread], [FIRST, 0]);
  await rm(join(folder.content.path, `z/${oldest}.md`));
  await archive.refresh();
  assert.equal(archive.current.issues.length, FIRST - 1);
  assert.equal(folder.calls.length, 0);
});
