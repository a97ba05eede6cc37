import assert from 'node:assert/strict';
import { mkdtempDisposable, readdir, utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { test } from 'node:test';
import { makeVersionFolder, swapIn } from '#sources/updating/copy-folder.ts';

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
