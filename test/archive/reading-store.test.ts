import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { chmod, chown, mkdir, readdir, readFile, rm, stat, symlink, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import { promisify } from 'node:util';
import { createReadingStore, type KeptReading, nameReadingFile } from '#archive/reading-store.ts';
import { openKeptFolder, saveWhole } from './kept-archive.ts';
import { makeTemporaryFolder } from './temporary-folder.ts';

const run = promisify(execFile);
const isRoot = process.getuid?.() === 0;
const isWindows = process.platform === 'win32';

const withFacts = (reading: KeptReading) => [reading, reading.reports.map(({ facts }) => [...facts])];

/** What a small archive gave, and where it is kept. */
async function keepSmall() {
  const folder = await openKeptFolder();
  const kept = await folder.startOnce();
  assert.ok(kept);
  return { ...folder, kept };
}

test('what is kept comes back as it was, maps and lists of numbers included', async () => {
  await using folder = await keepSmall();
  saveWhole(folder.store, folder.kept);
  const loaded = createReadingStore(folder.file, 'version 1').load();
  assert.ok(loaded);
  assert.deepEqual(withFacts(loaded), withFacts(folder.kept));
  assert.ok(loaded?.workedOut.texts.lists.numbers instanceof Uint32Array);
});

test('what comes back holds nothing of the file but itself', async () => {
  await using folder = await keepSmall();
  saveWhole(folder.store, folder.kept);
  const workedOut = folder.store.load()?.workedOut;
  assert.ok(workedOut);
  const { texts, terms, links } = workedOut;
  for (const part of [texts, texts.lists, terms, terms.holders, links.about, links.on])
    for (const array of Object.values(part).filter((value) => ArrayBuffer.isView(value)))
      assert.equal(array.buffer.byteLength, array.byteLength);
});

test('sentences are made when somebody looks at them, and are kept again as they were', async () => {
  await using folder = await keepSmall();
  saveWhole(folder.store, folder.kept);
  const loaded = folder.store.load();
  assert.ok(loaded);
  const article = loaded.reports
    .flatMap(({ issue }) => issue?.articles ?? [])
    .find(({ sentences }) => sentences.length > 0);
  assert.ok(article, 'an article with sentences');
  assert.equal(article.sentences, article.sentences, 'made once');
  saveWhole(folder.store, loaded);
  const again = folder.store.load();
  assert.ok(again);
  assert.deepEqual(withFacts(again), withFacts(folder.kept));
});

test('only whoever keeps it can read it', { skip: isWindows && 'Windows has no such modes' }, async () => {
  await using folder = await keepSmall();
  assert.equal((await stat(folder.file)).mode & 0o777, 0o600);
  assert.equal((await stat(folder.storeFolder)).mode & 0o777, 0o700);
});

suite('passes over, without a word, whatever is not what it has kept', () => {
  type Spoil = (file: string, bytes: Buffer) => Promise<unknown>;
  const turnOver = (bytes: Buffer, at: number) => {
    const changed = Buffer.from(bytes);
    changed[at] = (changed[at] ?? 0) ^ 1;
    return changed;
  };
  const cases: readonly (readonly [name: string, spoil: Spoil, skip?: string | false])[] = [
    ['a file that was cut short', (file, bytes) => writeFile(file, bytes.subarray(0, -1))],
    ['a file of which the first bytes alone arrived', (file, bytes) => writeFile(file, bytes.subarray(0, 20))],
    ['a file that is nothing but its sum', (file, bytes) => writeFile(file, bytes.subarray(0, 32))],
    ['an empty file', (file) => writeFile(file, '')],
    ['a file that goes on', (file, bytes) => writeFile(file, Buffer.concat([bytes, Buffer.from([0])]))],
    ['a changed sum', (file, bytes) => writeFile(file, turnOver(bytes, 0))],
    ['a change at the start', (file, bytes) => writeFile(file, turnOver(bytes, 32))],
    ['a change in the middle', (file, bytes) => writeFile(file, turnOver(bytes, bytes.length >> 1))],
    ['a change at the end', (file, bytes) => writeFile(file, turnOver(bytes, bytes.length - 1))],
    ['zeros, as after a power cut', (file, bytes) => writeFile(file, Buffer.alloc(bytes.length))],
    ['no file', (file) => rm(file)],
    ['a folder', (file) => rm(file).then(() => mkdir(file))],
    [
      'a link that leads nowhere',
      (file) => rm(file).then(() => symlink('nowhere', file)),
      isWindows && 'links need rights on Windows',
    ],
    ['a pipe', (file) => rm(file).then(() => run('mkfifo', [file])), isWindows && 'Windows has no such pipes'],
    [
      'a file that may not be read',
      (file) => chmod(file, 0),
      (isRoot || isWindows) && 'root reads everything, and Windows has no such modes',
    ],
    [
      'a file of another user',
      (file) => chown(file, 65_534, 65_534),
      (!isRoot || isWindows) && 'only root can give a file away',
    ],
  ];
  for (const [name, spoil, skip = false] of cases)
    test(name, { skip }, async () => {
      await using folder = await keepSmall();
      await spoil(folder.file, await readFile(folder.file));
      assert.equal(folder.store.load(), undefined);
    });

  test('what another version has kept, until this one keeps its own', async () => {
    await using folder = await keepSmall();
    const other = createReadingStore(folder.file, 'version 2');
    assert.equal(other.load(), undefined);
    saveWhole(other, folder.kept);
    assert.deepEqual(other.load(), folder.kept);
    assert.equal(folder.store.load(), undefined);
  });
});

suite('where nothing can be kept', { skip: isWindows && 'Windows tells other errors' }, () => {
  test('a file in the place of the folder stops nobody', async () => {
    await using folder = await keepSmall();
    await rm(folder.storeFolder, { recursive: true });
    await writeFile(folder.storeFolder, 'in the way');
    saveWhole(folder.store, folder.kept);
    assert.equal(folder.store.load(), undefined);
    assert.equal(await readFile(folder.storeFolder, 'utf8'), 'in the way');
  });

  test('a folder in the place of the file stops nobody, and nothing half done is left', async () => {
    await using folder = await keepSmall();
    await rm(folder.file);
    await mkdir(join(folder.file, 'in the way'), { recursive: true });
    saveWhole(folder.store, folder.kept);
    assert.deepEqual(await readdir(folder.storeFolder), [folder.file.slice(folder.storeFolder.length + 1)]);
  });

  test('a folder that may not be written stops nobody', { skip: isRoot && 'root writes everywhere' }, async () => {
    await using folder = await keepSmall();
    await chmod(folder.storeFolder, 0o500);
    saveWhole(folder.store, folder.kept);
    await chmod(folder.storeFolder, 0o700);
    assert.equal((await readdir(folder.storeFolder)).length, 1);
  });
});

test('a link that somebody put in the way of the file is replaced, and what it leads to stays', {
  skip: isWindows && 'links need rights on Windows',
}, async () => {
  await using folder = await keepSmall();
  const other = await folder.content.write('other.txt', 'mine');
  await rm(folder.file);
  await symlink(other, folder.file);
  saveWhole(folder.store, folder.kept);
  assert.equal(await readFile(other, 'utf8'), 'mine');
  const again = folder.store.load();
  assert.ok(again);
  assert.deepEqual(withFacts(again), withFacts(folder.kept));
});

test('processes that save at once leave one whole reading, and none is ever seen in part', async () => {
  await using folder = await makeTemporaryFolder();
  const file = nameReadingFile(join(folder.path, 'archives'), 'content');
  const store = createReadingStore(file, 'version 1');
  const script = join(import.meta.dirname, 'save-many-readings.ts');
  const numbers = ['1', '2', '3'];
  let isOver = false;
  const saving = Promise.all(numbers.map((number) => run(process.execPath, [script, file, 'version 1', number, '40'])));
  void saving.finally(() => {
    isOver = true;
  });
  const seen = new Set<string>();
  let isThere = false;
  while (!isOver) {
    const loaded = store.load();
    assert.ok(loaded !== undefined || !isThere, 'once there, a whole one is always there');
    if (loaded !== undefined) {
      isThere = true;
      seen.add([...new Set(loaded.reports.map((report) => report.file))].join());
    }
    await new Promise((resolve) => setImmediate(resolve));
  }
  await saving;
  seen.add(store.load()?.reports[0]?.file ?? 'none');
  for (const number of seen) assert.ok(numbers.includes(number), number);
  assert.equal((await readdir(join(folder.path, 'archives'))).length, 1);
});

test('of a process that ends while it writes, nothing is read, and what was kept before stays', async () => {
  await using folder = await keepSmall();
  for (let steps = 0; steps < 7; steps++) {
    const writing = folder.store.save({ ...folder.kept, reports: [] });
    for (let step = 0; step < steps; step++) writing.next();
    assert.deepEqual(folder.store.load(), folder.kept, `after ${steps} steps`);
  }
});

suite('the folder is kept small', () => {
  const dayMs = 24 * 60 * 60 * 1000;
  const makeOld = async (path: string, days: number) => {
    const at = new Date(Date.now() - days * dayMs);
    await utimes(path, at, at);
  };

  test('of more than eight archives, those that were kept longest ago go', async () => {
    await using folder = await keepSmall();
    const files = Array.from({ length: 12 }, (_, i) => nameReadingFile(folder.storeFolder, `content ${i}`));
    for (const [days, file] of files.entries()) {
      await writeFile(file, '');
      await makeOld(file, 12 - days);
    }
    saveWhole(folder.store, folder.kept);
    const kept = (await readdir(folder.storeFolder)).map((name) => join(folder.storeFolder, name));
    assert.deepEqual(kept.sort(), [...files.slice(-7), folder.file].sort());
  });

  test('what a process that was killed has left goes, and what another is writing stays', async () => {
    await using folder = await keepSmall();
    const left = ['1234', 'a0b1c2d3-0000-4000-8000-000000000000'].map((ending) => `${folder.file}.${ending}`);
    for (const path of left) {
      await writeFile(path, 'half');
      await makeOld(path, 1.1 / 24);
    }
    const writing = `${folder.file}.b0b1c2d3-0000-4000-8000-000000000000`;
    await writeFile(writing, 'half');
    await makeOld(writing, 0.9 / 24);
    saveWhole(folder.store, folder.kept);
    const found = (await readdir(folder.storeFolder)).map((name) => join(folder.storeFolder, name));
    assert.deepEqual(found.sort(), [folder.file, writing].sort());
  });

  test('what is no reading is left alone', async () => {
    await using folder = await keepSmall();
    const other = join(folder.storeFolder, 'README.md');
    await writeFile(other, 'mine');
    await makeOld(other, 100);
    saveWhole(folder.store, folder.kept);
    assert.equal(await readFile(other, 'utf8'), 'mine');
  });
});

test('each content folder has a file of its own, whatever its name', () => {
  const names = ['content', 'content/', '/content', '../content', 'a\0b', 'é'.repeat(5_000)];
  const files = new Set(names.map((name) => nameReadingFile('archives', name)));
  assert.equal(files.size, names.length);
  for (const file of files) assert.match(file, /^archives[/\\][\da-f]{16}\.reading$/);
});
