import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startHealth } from '#app/health/start.ts';
import { openStore } from '#storage/opening/open-store.ts';
import { kitchenArchive } from '../../commands/invented-archive.ts';
import { findFreePort } from '../../fixtures/find-free-port.ts';
import { keepLog } from '../../fixtures/kept-log.ts';
import { makeFolder, noLog, parseAddress } from '../../storage/store-address.ts';

test('it is alive from the start, ready only when it is told what to watch, and gone when it is stopped', async (t) => {
  const store = await openStore(parseAddress(`sqlite:${makeFolder(t)}/bot.sqlite`), { log: noLog, now: () => 0 });
  t.after(() => store.close());
  const port = await findFreePort();
  const log = keepLog();
  const { signal } = new AbortController();
  const parts = { log, now: () => 0, getSnapshot: () => kitchenArchive, store, signal };
  const health = await startHealth({ port, host: '127.0.0.1' }, parts);
  const ask = async (path: string) => {
    const response = await fetch(`http://127.0.0.1:${port}/${path}`, { headers: { connection: 'close' } });
    return [response.status, await response.text()] as const;
  };
  assert.equal((await ask('healthz'))[0], 200);
  const [status, text] = await ask('readyz');
  assert.equal(status, 503);
  assert.match(text, /it is starting/);
  assert.doesNotMatch((await ask('metrics'))[1], /bot_index_issues/);
  health.watch([], []);
  assert.equal((await ask('readyz'))[0], 200);
  health.metrics.countReconnect('slack');
  const [, figures] = await ask('metrics');
  assert.match(figures, /^bot_index_issues [1-9]/m);
  assert.match(figures, /^bot_reconnects_total\{platform="slack"\} 1$/m);
  assert.deepEqual(
    log.entries.map(({ fields }) => [fields.host, fields.port]),
    [['127.0.0.1', port]],
  );
  await health.stop();
  await assert.rejects(ask('healthz'));
});
