import assert from 'node:assert/strict';
import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import type { Archive } from '#archive/open-archive.ts';
import { makeTemporaryFolder, writeFacts, writeIssue } from './temporary-folder.ts';
import { openFolder, timeout, watchArchive } from './watch-archive.ts';

const nothing = { added: [], changed: [], removed: [] };

// By issue, what its facts are about.
const facts = ({ current }: Archive) =>
  current.issues.map(({ id }) => current.factsOf(id).map(({ about }) => about[0]));

const makeFolder = () =>
  makeTemporaryFolder({
    '2031-W07.md': writeIssue('Quernd'),
    '2031-W07.facts.yaml': writeFacts('Quernd'),
    '2031-W08.md': writeIssue('Foodb'),
    '2031-W08.facts.yaml': writeFacts('Foodb'),
    'subjects.yaml': '- name: Quernd\n',
  });

suite('while watched', { timeout }, () => {
  test('a fact file that changes is read anew, it alone, and the snapshot is swapped', async () => {
    await using folder = await makeFolder();
    await using archive = await openFolder(folder);
    const { after } = await watchArchive(archive);
    const before = archive.current;
    const [quernd, foodb] = archive.reports;
    const change = await after(() => folder.write('2031-W08.facts.yaml', writeFacts('Foodb').repeat(2)));
    assert.deepEqual(change, nothing);
    assert.notEqual(archive.current, before);
    assert.deepEqual(facts(archive), [['Quernd'], ['Foodb', 'Foodb']]);
    assert.equal(archive.reports[0], quernd);
    assert.notEqual(archive.reports[1], foodb);
    assert.deepEqual(archive.current.issues, before.issues);
    assert.equal(archive.current.issues[1], before.issues[1]);
    assert.equal(before.factsOf('2031-W08').length, 1);
  });

  test('a fact file that comes, goes and comes under its other ending is followed', async () => {
    await using folder = await makeTemporaryFolder({ '2031-W07.md': writeIssue('Quernd') });
    await using archive = await openFolder(folder);
    const { after } = await watchArchive(archive);
    assert.deepEqual(facts(archive), [[]]);
    await after(() => folder.write('2031-W07.facts.yaml', writeFacts('Quernd')));
    assert.deepEqual(facts(archive), [['Quernd']]);
    await after(() => rm(join(folder.path, '2031-W07.facts.yaml')));
    assert.deepEqual(facts(archive), [[]]);
    await after(() => folder.write('2031-W07.facts.yml', writeFacts('Quernd')));
    assert.deepEqual(facts(archive), [['Quernd']]);
    assert.deepEqual(archive.problems, []);
  });

  test('a fact that breaks is named and left out; the other facts and issues stay', async () => {
    await using folder = await makeFolder();
    await using archive = await openFolder(folder);
    const { after } = await watchArchive(archive);
    const broken = writeFacts('Foodb').replace('status: yes', 'status: works');
    await after(() => folder.write('2031-W08.facts.yaml', broken + writeFacts('Foodb')));
    assert.deepEqual(facts(archive), [['Quernd'], ['Foodb']]);
    assert.deepEqual(archive.problems, [
      {
        file: join(folder.path, '2031-W08.facts.yaml'),
        line: 5,
        severity: 'error',
        message: 'status: expected one of yes, partly, in-progress, planned, no, found “works”',
        remedy: 'correct it; content/README.md shows how',
      },
    ]);
    await after(() => folder.write('2031-W08.facts.yaml', writeFacts('Foodb')));
    assert.deepEqual(archive.problems, []);
  });

  test('a fact file that cannot be read any more leaves its issue and its last good facts, and no problem once it is gone', async () => {
    await using folder = await makeFolder();
    await using archive = await openFolder(folder);
    const { after } = await watchArchive(archive);
    const [, before] = archive.current.issues;
    await after(() => folder.write('2031-W08.facts.yaml', Buffer.from(writeFacts('Foodb'), 'utf16le')));
    assert.deepEqual(facts(archive), [['Quernd'], ['Foodb']]);
    assert.equal(archive.current.issues[1], before);
    assert.deepEqual(
      archive.problems.map(({ message }) => message),
      ['not UTF-8 text'],
    );
    await after(() => folder.write('2031-W08.facts.yaml', writeFacts('Foodb')));
    assert.deepEqual(archive.problems, []);
    await after(() => folder.write('2031-W08.facts.yaml', '- article: [Foodb'));
    assert.deepEqual(facts(archive), [['Quernd'], ['Foodb']]);
    await after(() => rm(join(folder.path, '2031-W08.facts.yaml')));
    assert.deepEqual(archive.problems, []);
    assert.deepEqual(facts(archive), [['Quernd'], []]);
    assert.equal(archive.current.issues[1], before);
  });

  test('an issue that breaks keeps its last good version, and the facts of it', async () => {
    await using folder = await makeFolder();
    await using archive = await openFolder(folder);
    const { after } = await watchArchive(archive);
    await after(() => folder.write('2031-W08.md', ''));
    assert.deepEqual(facts(archive), [['Quernd'], ['Foodb']]);
    await after(() => folder.write('2031-W07.facts.yaml', writeFacts('Quernd').repeat(2)));
    assert.deepEqual(facts(archive), [['Quernd', 'Quernd'], ['Foodb']]);
    await after(() => rm(join(folder.path, '2031-W08.md')));
    assert.deepEqual(facts(archive), [['Quernd', 'Quernd']]);
    assert.deepEqual(
      archive.problems.map(({ message }) => message),
      ['facts without their issue'],
    );
  });

  test('facts are checked anew against an issue that changes', async () => {
    await using folder = await makeFolder();
    await using archive = await openFolder(folder);
    const { after } = await watchArchive(archive);
    const change = await after(() => folder.write('2031-W08.md', writeIssue('Foodb', 'The program runs on armv7.')));
    assert.deepEqual(change.changed, ['2031-W08']);
    assert.deepEqual(facts(archive), [['Quernd'], []]);
    assert.match(archive.problems[0]?.message ?? '', /^says: does not stand in the article/);
  });

  test('facts that move to another issue’s name go with it', async () => {
    await using folder = await makeFolder();
    await using archive = await openFolder(folder);
    const { after } = await watchArchive(archive);
    await after(async () => {
      await rename(join(folder.path, '2031-W08.md'), join(folder.path, '2031-W09.md'));
      await rename(join(folder.path, '2031-W08.facts.yaml'), join(folder.path, '2031-W09.facts.yaml'));
    });
    while (archive.problems.length > 0) await after(async () => {});
    assert.deepEqual(
      archive.current.factsOf('2031-W09').map(({ id }) => id),
      ['2031-W09~0'],
    );
  });

  test('the list of subjects is read anew, and the snapshot is swapped', async () => {
    await using folder = await makeFolder();
    await using archive = await openFolder(folder);
    const { after } = await watchArchive(archive);
    assert.equal(archive.current.names.find('Foodmill'), undefined);
    const change = await after(() => folder.write('subjects.yaml', '- name: Foodb\n  also: [Foodmill]\n'));
    assert.deepEqual(change, nothing);
    assert.deepEqual(
      archive.subjects.map(({ name }) => name),
      ['Foodb'],
    );
    assert.equal(archive.current.names.find('Foodmill')?.name, 'Foodb');
  });
});
