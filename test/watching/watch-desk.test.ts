import assert from 'node:assert/strict';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { openStore } from '#storage/opening/open-store.ts';
import { createWatchDesk } from '#watching/watch-desk.ts';
import { openTinyChannels } from '../announcing/tiny-channels.ts';
import { makeWatcher } from '../contracts/make-watch.ts';
import { makeFolder, noLog, parseAddress } from '../storage/store-address.ts';

const nowMs = Date.UTC(2031, 1, 21);
const yearMs = 365 * 24 * 60 * 60_000;
const kettle = { subject: 'Kettlectl', targetId: undefined };
const always = { isOnce: false, askerId: undefined };
const ann = makeWatcher();
const channel = makeWatcher({ kind: 'channel', key: 'T1:C1', recipientId: 'C1' });

async function open(t: TestContext) {
  const store = await openStore(parseAddress(`sqlite:${join(makeFolder(t), 'bot.sqlite')}`), {
    log: noLog,
    now: () => nowMs,
  });
  t.after(() => store.close());
  const channels = openTinyChannels();
  const desk = createWatchDesk({ watches: store.watches, senders: [channels.sender], now: () => nowMs });
  return { store, channels, desk };
}

test('a watch lasts, or waits a year for the first news', async (t) => {
  const { desk } = await open(t);
  assert.deepEqual(await desk.watch(ann, kettle, always), { kind: 'added' });
  assert.deepEqual(await desk.watch(ann, { ...kettle, targetId: 'arm64' }, { ...always, isOnce: true }), {
    kind: 'added',
  });
  const kept = (await desk.list(ann)).map(({ onceUntilMs, createdMs }) => [onceUntilMs, createdMs]);
  assert.deepEqual(
    new Set(kept.map(String)),
    new Set(
      [
        [undefined, nowMs],
        [nowMs + yearMs, nowMs],
      ].map(String),
    ),
  );
});

test('fifty topics are as many as one can watch; another watcher has their own', async (t) => {
  const { desk } = await open(t);
  for (let i = 0; i < 50; i++) await desk.watch(ann, { ...kettle, subject: `Pot ${i}` }, always);
  assert.deepEqual(await desk.watch(ann, kettle, always), { kind: 'full', limit: 50 });
  assert.deepEqual(await desk.watch(channel, kettle, always), { kind: 'added' });
});

test('a channel is looked at before it watches, a person is not; where nobody can be told, that is said', async (t) => {
  const { desk, channels } = await open(t);
  channels.check = { canPost: false, problem: 'I may not post here.' };
  assert.deepEqual(await desk.watch(channel, kettle, always), { kind: 'refused', problem: 'I may not post here.' });
  assert.deepEqual(await desk.watch(ann, kettle, always), { kind: 'added' });
  const asked: unknown[] = [];
  Object.assign(channels.sender, { checkChannel: async (...about: unknown[]) => asked.push(about) && channels.check });
  await desk.watch(channel, kettle, { ...always, askerId: 'U7' });
  assert.deepEqual(asked, [['C1', 'T1', 'U7']]);
  const elsewhere = await desk.watch({ ...ann, platform: 'discord' }, kettle, always);
  assert.deepEqual(elsewhere, { kind: 'refused', problem: 'Nobody can be told here.' });
});

test('who could not be reached is told once by this process, and anew when it happens again', async (t) => {
  const { desk, store } = await open(t);
  const [unreachable, reachable] = [[{ ...ann, reason: 'Closed.', sinceMs: nowMs }], []] as const;
  const found = { current: unreachable as readonly object[] };
  const watches = { ...store.watches, listUnreachable: async () => found.current as never };
  const own = createWatchDesk({ watches, senders: [], now: () => nowMs });
  assert.equal(own.findUnreachable(ann), undefined, 'nobody has looked yet');
  assert.equal(own.takeUntold(ann), undefined);
  await own.refresh();
  assert.equal(own.findUnreachable(ann)?.reason, 'Closed.');
  assert.equal(own.findUnreachable(channel), undefined);
  assert.equal(own.takeUntold(ann)?.reason, 'Closed.');
  assert.equal(own.takeUntold(ann), undefined);
  await own.refresh();
  assert.equal(own.takeUntold(ann), undefined, 'it is the same as before');
  found.current = reachable;
  await own.refresh();
  found.current = unreachable;
  await own.refresh();
  assert.equal(own.takeUntold(ann)?.reason, 'Closed.');
  await own.forget(ann.platform, ann.key);
  assert.equal(own.findUnreachable(ann), undefined);
  assert.equal(await desk.unwatch(ann), 0);
});

test('of all who could not be reached each is told, and one who wants to be forgotten takes nobody along', async () => {
  const ben = makeWatcher({ recipientId: 'U2' });
  const others = Array.from({ length: 1_000 }, (_, i) => makeWatcher({ recipientId: `W${i}` }));
  const all = [...others, ann, ben].map((watcher) => ({ ...watcher, reason: 'Closed.', sinceMs: nowMs }));
  const watches = { listUnreachable: async (limit: number) => all.slice(0, limit), forget: async () => 0 } as never;
  const desk = createWatchDesk({ watches, senders: [], now: () => nowMs });
  await desk.refresh();
  assert.equal(desk.takeUntold(ann)?.key, ann.key);
  await desk.forget(ann.platform, ann.key);
  assert.equal(desk.takeUntold(ben)?.key, ben.key);
});
