import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { mkdtempDisposable, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { test } from 'node:test';
import { createProcessMetrics } from '#app/health/metrics.ts';
import { openStore } from '#storage/opening/open-store.ts';
import { kitchenArchive } from './commands/invented-archive.ts';
import { makeSubscription } from './contracts/make-subscription.ts';
import { projectRoot } from './docs/markdown-files.ts';
import { keepLog } from './fixtures/kept-log.ts';

const page = readFileSync(join(projectRoot, 'docs/operations.md'), 'utf8');
const open = (path: string) =>
  openStore({ engine: 'sqlite', path, place: path }, { log: keepLog(), now: () => Date.UTC(2031, 1, 14) });

test('docs/operations.md says what every metric means, and names none that is not there', async () => {
  await using folder = await mkdtempDisposable(join(tmpdir(), 'metrics-'));
  await using store = await open(join(folder.path, 'bot.sqlite'));
  const metrics = createProcessMetrics();
  const part = { name: 'kitchen', stop: async () => {}, lastBeatMs: () => undefined };
  const ended = Promise.resolve();
  const platform = { ...part, isConnected: () => true, started: Promise.resolve(true), ended };
  const now = () => Date.UTC(2031, 1, 14);
  metrics.observe({
    getSnapshot: () => kitchenArchive,
    store,
    platforms: [platform],
    jobs: [part],
    now,
    content: { status: () => undefined },
  });
  metrics.countQuestion({ platform: 'kitchen', outcome: { kind: 'answered', verdict: 'yes' }, elapsedMs: 3 });
  metrics.countReconnect('kitchen');
  metrics.countDelivery({ platform: 'kitchen', result: 'sent' });
  const text = await metrics.render();
  const served = [...text.matchAll(/^# TYPE (\S+)/gm)].map(([, name]) => name);
  const described = [...page.matchAll(/`((?:bot|process|nodejs)_\w+)`/g)].map(([, name]) => name);
  assert.deepEqual([...new Set(described)].sort(), served.sort());
  assert.match(text, /^bot_questions_total\{platform="kitchen",outcome="answered"\} 1$/m);
  assert.match(text, /^bot_verdicts_total\{platform="kitchen",verdict="yes"\} 1$/m);
  assert.match(text, /^bot_platform_connected\{platform="kitchen"\} 1$/m);
  assert.match(text, /^bot_posts\{state="held"\} 0$/m);
});

test('figures that the store would have to give are unknown while it is away, and the others are there', async () => {
  await using folder = await mkdtempDisposable(join(tmpdir(), 'metrics-'));
  const store = await open(join(folder.path, 'bot.sqlite'));
  const metrics = createProcessMetrics();
  metrics.observe({ getSnapshot: () => kitchenArchive, store, platforms: [], jobs: [], now: () => 0 });
  await store.close();
  const text = await metrics.render();
  assert.match(text, /^bot_store_reachable 0$/m);
  assert.match(text, /^bot_posts\{state="sent"\} Nan$/m);
  assert.match(text, /^bot_index_issues [1-9]/m);
});

test('a SQLite store is backed up while the bot writes, and restored, by the command of docs/operations.md', async () => {
  await using folder = await mkdtempDisposable(join(tmpdir(), 'backup-'));
  const path = join(folder.path, 'bot.sqlite');
  const copy = join(folder.path, 'backup.sqlite');
  const command = /sqlite3 data\/bot\.sqlite "(.+)"/.exec(page)?.[1] ?? '';
  {
    await using store = await open(path);
    for (const channelId of ['C1', 'C2']) await store.subscriptions.save(makeSubscription({ channelId }));
    using shell = new DatabaseSync(path);
    shell.exec(command.replace("'backup.sqlite'", `'${copy}'`));
    await store.subscriptions.save(makeSubscription({ channelId: 'C3' }));
  }
  for (const rest of ['-wal', '-shm']) await rm(`${path}${rest}`, { force: true });
  await rename(copy, path);
  await using restored = await open(path);
  const channels = (await restored.subscriptions.listAll(undefined, 10)).map(({ channelId }) => channelId);
  assert.deepEqual(channels, ['C1', 'C2']);
});
