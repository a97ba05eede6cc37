import assert from 'node:assert/strict';
import { rename, rm, stat, utimes } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { suite, test } from 'node:test';
import { type Archive, openArchive } from '#archive/open-archive.ts';
import type { KeptReading } from '#archive/reading-store.ts';
import { askAll, type KeptFolder, openKeptFolder, saveWhole, smallArchive } from './kept-archive.ts';
import { type TemporaryFolder, writeFacts, writeIssue } from './temporary-folder.ts';
import { quiet } from './watch-archive.ts';

const MARK = 'zzkept';

/** Starts once, and marks what was kept: a title shows whose issue was not parsed anew, a word that nothing was worked out. */
async function keepMarked(folder: KeptFolder): Promise<void> {
  const kept = await folder.startOnce();
  assert.ok(kept);
  saveWhole(folder.store, {
    ...kept,
    reports: kept.reports.map((report) =>
      report.issue ? { ...report, issue: { ...report.issue, title: MARK } } : report,
    ),
    workedOut: { ...kept.workedOut, words: new Set([...kept.workedOut.words, MARK]) },
  });
}

function* noteIn(saves: KeptReading[], reading: KeptReading): Generator<void> {
  saves.push(reading);
  yield;
}

const markedIn = ({ current }: Archive) => current.issues.filter(({ title }) => title === MARK).map(({ id }) => id);
const usesWorkedOut = ({ current }: Archive) => current.words.has(MARK);

function describeArchive(archive: Archive) {
  const { current, problems, subjects } = archive;
  const headings = current.issues.map(({ id, articles }) => [id, ...articles.map(({ heading }) => heading)]);
  return {
    answers: askAll(archive),
    headings,
    problems,
    subjects,
    facts: current.issues.map(({ id }) => [id, current.factsOf(id)]),
    words: [...current.words],
  };
}

/** The archive of the folder as it is now, for which nothing was kept. */
async function readAfresh({ content }: KeptFolder) {
  await using archive = await openArchive({ dir: content.path, log: quiet });
  return describeArchive(archive);
}

const { 'subjects.yaml': _, ...withoutSubjects } = smallArchive;

for (const [name, files] of [
  ['a folder', smallArchive],
  ['a folder without a list of subjects', withoutSubjects],
  ['a folder that has a page beside its issues', { ...smallArchive, '_about.md': '# About\n\nWho we are.\n' }],
] as const) {
  test(`of ${name} that has not changed, nothing is parsed anew or worked out again, nor saved`, async () => {
    await using folder = await openKeptFolder(files);
    await keepMarked(folder);
    const saves: KeptReading[] = [];
    const store = { load: folder.store.load, save: (reading: KeptReading) => noteIn(saves, reading) };
    {
      await using archive = await openArchive({ dir: folder.content.path, log: quiet, store });
      assert.deepEqual(markedIn(archive), ['2031-W07', '2031-W08']);
      assert.ok(usesWorkedOut(archive));
    }
    assert.deepEqual(saves, []);
  });

  test(`of ${name}, what was kept answers as what is read does`, async () => {
    await using folder = await openKeptFolder(files);
    await folder.startOnce();
    await using archive = await folder.open();
    assert.deepEqual(describeArchive(archive), await readAfresh(folder));
  });
}

test('what does not go together with an earlier issue is told at each start, by the name that its file has then', async () => {
  const backwards = writeFacts('Quernd').replace('status: yes', 'status: planned');
  await using folder = await openKeptFolder({
    ...smallArchive,
    '2031-W08.md': writeIssue('Quernd'),
    '2031-W08.facts.yaml': backwards,
  });
  const tell = async () => {
    await using archive = await folder.open();
    return archive.problems.map(({ file, message }) => [basename(file), message.replace(/:.*/, '')]);
  };
  const told = 'Quernd on arm64 is “planned”, and was “yes” in 2031-W07';
  assert.deepEqual(await tell(), [['2031-W08.facts.yaml', told]]);
  assert.deepEqual(await tell(), [['2031-W08.facts.yaml', told]]);
  const path = join(folder.content.path, '2031-W08.facts.y');
  await rename(`${path}aml`, `${path}ml`);
  assert.deepEqual(await tell(), [['2031-W08.facts.yml', told]]);
  await folder.content.write('2031-W08.facts.yml', writeFacts('Quernd'));
  assert.deepEqual(await tell(), []);
  await folder.content.write('2031-W08.facts.yml', backwards);
  assert.deepEqual(await tell(), [['2031-W08.facts.yml', told]]);
});

suite('a change between two starts is seen, and what it does not touch is not parsed anew', () => {
  type Change = (content: TemporaryFolder) => Promise<unknown>;
  const remove = (name: string) => (content: TemporaryFolder) => rm(join(content.path, name));
  const write = (name: string, text: string) => (content: TemporaryFolder) => content.write(name, text);
  const both = ['2031-W07', '2031-W08'];
  const cases: readonly (readonly [name: string, change: Change, marked: readonly string[]])[] = [
    ['a changed issue', write('2031-W08.md', writeIssue('Foodb', 'Foodb no longer runs on armv7.')), ['2031-W07']],
    [
      'an issue that is as large and as old as before',
      async (content) => {
        const file = join(content.path, '2031-W08.md');
        const { atime, mtime } = await stat(file);
        await content.write('2031-W08.md', writeIssue('Foodb', 'Foodb runs on armv6.'));
        await utimes(file, atime, mtime);
      },
      ['2031-W07'],
    ],
    ['a new issue', write('2031-W09.md', writeIssue('Sieve')), both],
    ['an issue that is gone', remove('2031-W08.md'), ['2031-W07']],
    [
      'an issue under another name',
      (content) => rename(join(content.path, '2031-W08.md'), join(content.path, '2031-W09.md')),
      ['2031-W07'],
    ],
    [
      'a changed fact file',
      write('2031-W07.facts.yaml', writeFacts('Quernd').replace('status: yes', 'status: partly')),
      both,
    ],
    ['a new fact file', write('2031-W08.facts.yaml', writeFacts('Foodb', 'Foodb runs on armv7.')), both],
    ['a fact file that is gone', remove('2031-W07.facts.yaml'), both],
    ['a fact file that broke', write('2031-W07.facts.yaml', '- article: [\n'), ['2031-W08']],
    ['changed subjects', write('subjects.yaml', '- name: Quernd\n  kind: [grinder]\n'), both],
    ['subjects that are gone', remove('subjects.yaml'), both],
    ['subjects that broke', write('subjects.yaml', 'Quernd'), both],
    ['an issue that broke', write('2031-W08.md', writeIssue('Foodb', 'x'.repeat(160_000))), ['2031-W07']],
  ];
  for (const [name, change, marked] of cases)
    test(name, async () => {
      await using folder = await openKeptFolder();
      await keepMarked(folder);
      await change(folder.content);
      {
        await using archive = await folder.open();
        assert.deepEqual(markedIn(archive), marked);
        assert.ok(!usesWorkedOut(archive));
      }
      await using other = await openKeptFolder();
      await other.startOnce();
      await change(other.content);
      await using again = await other.open();
      assert.deepEqual(describeArchive(again), await readAfresh(other));
    });

  test('new subjects', async () => {
    await using folder = await openKeptFolder(withoutSubjects);
    await keepMarked(folder);
    await folder.content.write('subjects.yaml', smallArchive['subjects.yaml']);
    await using archive = await folder.open();
    assert.deepEqual(
      archive.subjects.map((one) => one.name),
      ['Quernd'],
    );
    assert.ok(!usesWorkedOut(archive));
  });
});

suite('what this process alone still has of a version before is not kept for the next', () => {
  const cases: readonly (readonly [name: string, file: string, broken: string])[] = [
    ['an issue', '2031-W07.md', writeIssue('Quernd', 'x'.repeat(160_000))],
    ['the subjects', 'subjects.yaml', 'Quernd'],
    ['facts', '2031-W07.facts.yaml', '- article: [\n'],
  ];
  for (const [name, file, broken] of cases)
    test(name, async () => {
      await using folder = await openKeptFolder();
      {
        await using archive = await folder.open();
        await folder.content.write(file, broken);
        await folder.content.write('2031-W08.md', writeIssue('Foodb', 'Foodb runs on armv7 and armv6.'));
        await archive.refresh();
        assert.match(askAll(archive)[0] ?? '', /2031-W07/, 'this process goes on with what it had');
      }
      await using archive = await folder.open();
      assert.deepEqual(describeArchive(archive), await readAfresh(folder));
    });
});

test('a folder that is away at a start takes nothing of what is kept with it', async () => {
  await using folder = await openKeptFolder();
  await keepMarked(folder);
  const { path } = folder.content;
  await rename(path, `${path}-away`);
  {
    await using archive = await folder.open();
    assert.deepEqual(archive.current.issues, []);
  }
  await rename(`${path}-away`, path);
  await using archive = await folder.open();
  assert.ok(usesWorkedOut(archive));
});

test('a folder that changes while it is watched is kept as it is then', async () => {
  await using folder = await openKeptFolder();
  {
    await using archive = await folder.open();
    await folder.content.write('2031-W08.md', writeIssue('Foodb', 'Foodb runs on armv6.'));
    await archive.refresh();
  }
  const kept = folder.store.load();
  assert.ok(kept?.reports.some(({ issue }) => JSON.stringify(issue).includes('armv6')));
  assert.ok(kept?.workedOut.words.has('armv6'));
});
