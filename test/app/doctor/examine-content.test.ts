import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { examineContent } from '#app/doctor/examine-content.ts';
import { makeTemporaryFolder, writeIssue } from '../../archive/temporary-folder.ts';

const dayMs = (day: string) => Date.parse(`${day}T12:00:00Z`);

async function examine(files: Readonly<Record<string, string>>, today = '2031-02-20') {
  await using folder = await makeTemporaryFolder(files);
  const findings = await Array.fromAsync(examineContent(folder.path, dayMs(today)));
  return findings.map(({ level, statement }) => `${level}: ${statement.replaceAll(join(folder.path), 'DIR')}`);
}

const issue = { '2031-W07.md': `---\ndate: 2031-02-14\n---\n${writeIssue('Quernd')}` };

describe('the folder of issues', () => {
  test('what can be asked about, and the newest', async () =>
    assert.deepEqual(await examine({ ...issue, '2031-W06.md': writeIssue('Foodb') }), [
      'ok: 2 issues can be asked about, of 2 read in DIR; no problem.',
      'ok: The newest issue is 2031-W07, of 2031-02-14.',
    ]));

  test('without any that is a fault, and so is each file', async () => {
    const [file, none, ...others] = await examine({ '2031-W07.md': '' });
    assert.match(file ?? '', /^fault: .*the file is empty/);
    assert.equal(none, 'fault: There is no issue to answer from in DIR.');
    assert.deepEqual(others, []);
  });

  test('a bad file beside a good one is a warning, three of them at most', async () => {
    const bad = Object.fromEntries(['08', '09', '10', '11'].map((week) => [`2031-W${week}.md`, '']));
    const findings = await examine({ ...issue, ...bad });
    assert.deepEqual(
      findings.map((one) => one.split(':')[0]),
      ['warning', 'warning', 'warning', 'ok', 'ok'],
    );
    assert.match(findings[3] ?? '', /1 issue can be asked about, of 5 read in DIR; problems found: 4\./);
  });
});

describe('how old the newest issue is', () => {
  for (const [today, level, statement] of [
    ['2031-03-01', 'ok', 'The newest issue is 2031-W07, of 2031-02-14.'],
    ['2031-03-02', 'warning', 'The newest issue, 2031-W07, is of 2031-02-14, 16 days ago.'],
    ['2031-02-07', 'ok', 'The newest issue is 2031-W07, of 2031-02-14.'],
    ['2031-02-06', 'warning', 'The newest issue, 2031-W07, is dated 2031-02-14, which is 8 days from now.'],
  ] as const)
    test(`on ${today}: ${level}`, async () =>
      assert.equal((await examine(issue, today)).at(-1), `${level}: ${statement}`));
});
