import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openReadableArchive } from '#app/opening/open-readable-archive.ts';
import { makeTemporaryFolder, writeFacts, writeIssue } from '../../archive/temporary-folder.ts';

/** What is told on standard error, and how many issues there are to answer from. */
async function open(files: Readonly<Record<string, string>>): Promise<[told: string, issues: number | undefined]> {
  await using folder = await makeTemporaryFolder(files);
  let told = '';
  await using archive = await openReadableArchive(folder.path, { errors: { write: (text: string) => (told += text) } });
  return [told.replaceAll(folder.path, 'FOLDER'), archive?.current.issues.length];
}

const broken = writeFacts('Quernd').replace('status: yes', 'status: works');
const shows = '"npm run check-content -- FOLDER" shows every problem.\n';

test('of a sound archive nothing is told', async () =>
  assert.deepEqual(await open({ '2031-W07.md': writeIssue('Quernd'), '2031-W07.facts.yaml': writeFacts('Quernd') }), [
    '',
    1,
  ]));

test('files with faults are counted, not their faults, and the rest is answered from', async () => {
  const files = { '2031-W07.md': writeIssue('Quernd'), '2031-W07.facts.yaml': broken + broken };
  assert.deepEqual(await open(files), [`Not all of a file of the archive can be used. ${shows}`, 1]);
  assert.deepEqual(await open({ ...files, 'subjects.yaml': '- nonsense: [' }), [
    `Not all of 2 files of the archive can be used. ${shows}`,
    1,
  ]);
});

test('where nothing can be used, the first reasons are told', async () => {
  const [told, issues] = await open({ '2031-W07.md': '' });
  assert.match(told, /^There is no issue to answer from\.\n.*2031-W07\.md.*\n/);
  assert.ok(told.endsWith(shows), told);
  assert.equal(issues, undefined);
});
