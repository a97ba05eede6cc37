import assert from 'node:assert/strict';
import { chmod, mkdir, rename, rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import { describeProblem } from '#archive/build-content-report.ts';
import { readFolder } from '#archive/read-folder.ts';
import { makeTemporaryFolder, type TemporaryFolder, writeFacts, writeIssue } from './temporary-folder.ts';

const isRoot = process.getuid?.() === 0;
const isWindows = process.platform === 'win32';

async function read(folder: TemporaryFolder, dir = '.') {
  const { reports, subjects, problems } = await readFolder(join(folder.path, dir));
  return {
    facts: reports.map(({ facts }) => Array.from(facts, ({ about }) => about[0])),
    subjects: subjects.map(({ name }) => name),
    problems: problems.map((problem) => describeProblem(problem).replaceAll(join(folder.path, '/'), '')),
  };
}

test('reads the facts beside each issue, in any folder, whatever the ending', async () => {
  await using folder = await makeTemporaryFolder({
    '2031-W07.md': writeIssue('Quernd'),
    '2031-W07.facts.yaml': writeFacts('Quernd'),
    '2031/2031-W08.md': writeIssue('Foodb'),
    '2031/2031-W08.facts.yml': writeFacts('Foodb'),
    '2031/2031-W09.md': writeIssue('Hopperfs'),
  });
  assert.deepEqual(await read(folder), { facts: [['Quernd'], ['Foodb'], []], subjects: [], problems: [] });
});

suite('a bad fact file leaves its issue and the others as they are, and says what to do', () => {
  type Spoil = (path: string) => Promise<unknown>;
  const cases: readonly (readonly [what: string, content: string | Uint8Array | Spoil, fault: string])[] = [
    [
      '2 MB',
      Buffer.alloc(2_000_001, '#'),
      'too large: 2000001 bytes, 2000000 are allowed — split it, or take out what is not needed',
    ],
    ['UTF-16', Buffer.from(`\ufeff${writeFacts('Foodb')}`, 'utf16le'), 'not UTF-8 text — save the file as UTF-8'],
    ['UTF-16 without its mark', Buffer.from(writeFacts('Foodb'), 'utf16le'), 'not UTF-8 text — save the file as UTF-8'],
    ['an empty file', '', 'the file is empty — fill it, or delete it'],
    ['a folder', (path) => mkdir(path), 'expected a file, found a folder — give the folder another ending'],
    [
      'a link that leads nowhere',
      (path) => symlink('nowhere', path),
      'a broken link: it does not exist — put the file itself here, or remove the link',
    ],
    [
      'a link out of the folder',
      (path) => symlink(import.meta.filename, path),
      'a link that leads out of the content folder — put the file itself here',
    ],
  ];
  for (const [what, content, fault] of cases) {
    test(what, { skip: isWindows && 'links need rights' }, async () => {
      await using folder = await makeTemporaryFolder({
        '2031-W07.md': writeIssue('Quernd'),
        '2031-W07.facts.yaml': writeFacts('Quernd'),
        '2031-W08.md': writeIssue('Foodb'),
      });
      const name = '2031-W08.facts.yaml';
      if (typeof content === 'function') await content(join(folder.path, name));
      else await folder.write(name, content);
      assert.deepEqual(await read(folder), {
        facts: [['Quernd'], []],
        subjects: [],
        problems: [`${name}: error: ${fault}`],
      });
    });
  }

  test('a file that nobody may read', { skip: (isRoot || isWindows) && 'needs a user who may not' }, async () => {
    await using folder = await makeTemporaryFolder({ '2031-W07.md': writeIssue('Quernd') });
    await chmod(await folder.write('2031-W07.facts.yaml', writeFacts('Quernd')), 0);
    assert.deepEqual((await read(folder)).problems, [
      '2031-W07.facts.yaml: error: cannot read it: no permission to read it — correct its permissions, or delete it',
    ]);
  });

  test('no list', async () => {
    await using folder = await makeTemporaryFolder({
      '2031-W07.md': writeIssue('Quernd'),
      '2031-W07.facts.yaml': 'Quernd runs.\n',
    });
    assert.deepEqual((await read(folder)).problems, [
      '2031-W07.facts.yaml:1: error: expected a list — begin each entry with a hyphen at the margin: "- article: …"',
    ]);
  });
});

test('of a file with one broken entry, and of one with a thousand, uses what it can', async () => {
  await using folder = await makeTemporaryFolder({
    '2031-W07.md': writeIssue('Quernd'),
    '2031-W07.facts.yaml': `${writeFacts('Quernd')}- says: it: runs\n${writeFacts('Quernd')}`,
    '2031-W08.md': writeIssue('Foodb'),
    '2031-W08.facts.yaml': writeFacts('Foodb').repeat(1000),
  });
  const { facts, problems } = await read(folder);
  assert.deepEqual(
    facts.map(({ length }) => length),
    [2, 400],
  );
  assert.equal(problems.length, 2);
  assert.match(problems[0] ?? '', /^2031-W07\.facts\.yaml:7: error: not YAML: .*; this entry is left out — put a text/);
  assert.equal(
    problems[1],
    '2031-W08.facts.yaml:2401: error: 1000 facts, 400 are allowed; the rest is left out — keep what people ask',
  );
});

test('names facts without their issue, and a second file for one issue', async () => {
  await using folder = await makeTemporaryFolder({
    '2031-W07.md': writeIssue('Quernd'),
    '2031-W07.facts.yaml': writeFacts('Quernd'),
    '2031-W07.facts.yml': writeFacts('Foodb'),
    'a/2031-W07.facts.yaml': writeFacts('Quernd'),
  });
  assert.deepEqual(await read(folder), {
    facts: [['Quernd']],
    subjects: [],
    problems: [
      '2031-W07.facts.yml: error: the facts of this issue are also in 2031-W07.facts.yaml — keep one of the two files',
      'a/2031-W07.facts.yaml: error: facts without their issue — put the issue beside it, under the same name with .md',
    ],
  });
});

test('asks about a status that goes backwards from one issue to the next, by file and line', async () => {
  await using folder = await makeTemporaryFolder({
    '2031-W07.md': writeIssue('Quernd'),
    '2031-W07.facts.yaml': writeFacts('Quernd'),
    '2031-W08.md': writeIssue('Quernd'),
    '2031-W08.facts.yaml': `# ours\n${writeFacts('Quernd').replace('status: yes', 'status: planned')}`,
  });
  const { facts, problems } = await read(folder);
  assert.deepEqual(facts, [['Quernd'], ['Quernd']]);
  assert.equal(problems.length, 1);
  assert.match(
    problems[0] ?? '',
    /^2031-W08\.facts\.yaml:2: warning: Quernd on arm64 is “planned”, and was “yes” in 2031-W07/,
  );
});

suite('the list of subjects', () => {
  test('is read from the folder', async () => {
    await using folder = await makeTemporaryFolder({
      '2031-W07.md': writeIssue('Quernd'),
      'subjects.yaml': '- name: Quernd\n',
    });
    assert.deepEqual((await read(folder)).subjects, ['Quernd']);
  });

  test('is read from the folder above when a year’s folder is given; a nearer one goes first', async () => {
    await using folder = await makeTemporaryFolder({
      'subjects.yaml': '- name: Quernd\n',
      '2031/2031-W07.md': writeIssue('Quernd'),
      '2032/2032-W07.md': writeIssue('Foodb'),
      '2032/subjects.yaml': '- name: Foodb\n',
    });
    assert.deepEqual((await read(folder, '2031')).subjects, ['Quernd']);
    assert.deepEqual((await read(folder, '2032')).subjects, ['Foodb']);
  });

  test('names a subject that is there twice, by file, line and remedy', async () => {
    await using folder = await makeTemporaryFolder({
      '2031-W07.md': writeIssue('Quernd'),
      'subjects.yaml': '- name: Quernd\n- name: Foodb\n- name: quernd\n',
    });
    assert.deepEqual(await read(folder), {
      facts: [[]],
      subjects: ['Quernd', 'Foodb'],
      problems: [
        'subjects.yaml:3: error: “quernd” is a name of “Quernd” in line 1 already; this entry is left out — give the name to one of them only',
      ],
    });
  });

  test('in UTF-16 is refused, and the issues are read all the same', async () => {
    await using folder = await makeTemporaryFolder({
      '2031-W07.md': writeIssue('Quernd'),
      '2031-W07.facts.yaml': writeFacts('Quernd'),
    });
    await folder.write('subjects.yaml', Buffer.from('- name: Quernd\n', 'utf16le'));
    assert.deepEqual(await read(folder), {
      facts: [['Quernd']],
      subjects: [],
      problems: ['subjects.yaml: error: not UTF-8 text — save the file as UTF-8'],
    });
  });
});

test('what is asked of two issues together is of the files as they are now, whatever was read before', async () => {
  await using folder = await makeTemporaryFolder({
    '2031-W07.md': writeIssue('Quernd'),
    '2031-W07.facts.yaml': writeFacts('Quernd'),
    '2031-W08.md': writeIssue('Quernd'),
    '2031-W08.facts.yaml': writeFacts('Quernd').replace('status: yes', 'status: planned'),
  });
  const at = (name: string) => join(folder.path, name);
  let known = await readFolder(folder.path);
  const askedOf = async () => {
    known = await readFolder(folder.path, { ...known, subjects: known.readSubjects });
    return known.history.map(({ file }) => file);
  };
  assert.deepEqual(await askedOf(), [at('2031-W08.facts.yaml')]);
  await rename(at('2031-W08.facts.yaml'), at('2031-W08.facts.yml'));
  assert.deepEqual(await askedOf(), [at('2031-W08.facts.yml')]);
  await rm(at('2031-W07.md'));
  await rm(at('2031-W07.facts.yaml'));
  assert.deepEqual(await askedOf(), []);
});
