import assert from 'node:assert/strict';
import { mkdir, mkdtempDisposable, readdir, rmdir, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { test } from 'node:test';
import {
  COPY_FORM,
  type CopyRecord,
  makeVersionFolder,
  readCurrentCopy,
  swapIn,
  writeRecord,
} from '#sources/updating/copy-folder.ts';

test('the copy before the one in use stays, however old; of those before it, what nobody can be reading goes', async () => {
  await using folder = await mkdtempDisposable(join(tmpdir(), 'copies-'));
  const nowMs = Date.UTC(2031, 1, 21);
  const make = async (hoursOld: number) => {
    const path = await makeVersionFolder(folder.path);
    const time = new Date(nowMs - hoursOld * 3_600_000);
    await utimes(path, time, time);
    return basename(path);
  };
  const [oldest, before, current] = [await make(48), await make(24), await make(0)];
  // Another process may be at work on it.
  const others = await make(0.9);
  await make(1.1);
  for (const version of [oldest, before]) await swapIn(folder.path, version, nowMs - 47 * 3_600_000);
  await swapIn(folder.path, current, nowMs);
  assert.deepEqual((await readdir(join(folder.path, 'versions'))).sort(), [before, current, others].sort());
});

test('a copy is used only as a whole, and only where it is kept as this version keeps it', async () => {
  await using folder = await mkdtempDisposable(join(tmpdir(), 'copies-'));
  const record: CopyRecord = {
    form: COPY_FORM,
    state: { kind: 'feed', items: {} },
    issues: 1,
    addedFacts: [],
    factsLook: '',
    remarks: [],
  };
  const read = async () => (await readCurrentCopy(folder.path))?.record;
  assert.equal(await read(), undefined, 'none yet');
  const version = await makeVersionFolder(folder.path);
  await mkdir(join(version, 'content'));
  await writeRecord(version, record);
  assert.equal(await read(), undefined, 'not in use yet');
  await swapIn(folder.path, basename(version), Date.UTC(2031, 1, 21));
  assert.deepEqual(await read(), record);
  await writeRecord(version, { ...record, form: 2 as typeof COPY_FORM });
  assert.equal(await read(), undefined, 'of another form');
  await writeFile(join(version, 'copy.json'), '{"form":');
  assert.equal(await read(), undefined, 'half a record');
  await writeRecord(version, record);
  await rmdir(join(version, 'content'));
  assert.equal(await read(), undefined, 'without its content');
});
