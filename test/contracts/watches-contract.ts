import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Watch } from '#watching/watch.ts';
import type { WatchRegistry } from '#watching/watch-registry.ts';
import { makeWatch, makeWatcher } from './make-watch.ts';
import type { NewPlace } from './place.ts';

const now = 1_700_000_000_000;
const year = 365 * 24 * 60 * 60 * 1000;
const ada = makeWatcher();
const ben = makeWatcher({ recipientId: 'U2' });
const limit = 50;
const named = (watches: readonly Watch[]) => watches.map(({ subject, targetId }) => `${subject} on ${targetId}`);

/** What every register of watches must do, for several programs on the same data. */
export function watchesContract(name: string, newPlace: NewPlace<WatchRegistry>): void {
  test(`${name}: a watch is kept once, whatever the spelling of its subject`, async (t) => {
    const watches = await (await newPlace(t)).open();
    assert.equal(await watches.add(makeWatch({ subject: 'Kettle OS', targetId: 'arm64' }), limit), 'added');
    assert.equal(await watches.add(makeWatch({ subject: 'kettle-os', targetId: 'arm64' }), limit), 'there');
    assert.equal(await watches.add(makeWatch({ subject: 'Kettle OS', createdMs: now + 1 }), limit), 'added');
    const [first, second, ...others] = await watches.listOf(ada);
    assert.deepEqual(others, []);
    assert.match(first?.id ?? '', /^[\w-]{22}$/);
    assert.deepEqual(first, { ...makeWatch({ subject: 'Kettle OS', targetId: 'arm64' }), id: first?.id });
    assert.equal(second?.targetId, undefined);
  });

  test(`${name}: one that ends with the first news becomes one that lasts, and not the other way round`, async (t) => {
    const watches = await (await newPlace(t)).open();
    const once = makeWatch({ onceUntilMs: now + year });
    assert.equal(await watches.add(once, limit), 'added');
    assert.equal(await watches.add(once, limit), 'there');
    assert.equal(await watches.add(makeWatch(), limit), 'extended');
    assert.equal(await watches.add(once, limit), 'there');
    assert.equal((await watches.listOf(ada))[0]?.onceUntilMs, undefined);
  });

  test(`${name}: nobody has more than so many, however many are added at once by however many programs`, async (t) => {
    const place = await newPlace(t);
    const programs = [await place.open(), await place.open()];
    const results = await Promise.all(
      Array.from({ length: 12 }, (_, i) => programs[i % 2]?.add(makeWatch({ subject: `pan ${i}` }), 5)),
    );
    assert.equal(results.filter((result) => result === 'added').length, 5);
    assert.equal(results.filter((result) => result === 'full').length, 7);
    assert.equal((await programs[0]?.listOf(ada))?.length, 5);
    assert.equal(await programs[0]?.add(makeWatch({ watcher: ben }), 5), 'added', 'another’s do not count');
  });

  test(`${name}: one is removed by its topic, all by none, and nobody else’s`, async (t) => {
    const watches = await (await newPlace(t)).open();
    const channel = makeWatcher({ kind: 'channel', key: ada.key });
    const elsewhere = makeWatcher({ platform: 'discord', key: ada.key });
    for (const watcher of [ada, ben, channel, elsewhere]) {
      await watches.add(makeWatch({ watcher, subject: 'Kettle' }), limit);
      await watches.add(makeWatch({ watcher, subject: 'Kettle', targetId: 'armv6', createdMs: now + 1 }), limit);
    }
    assert.equal(await watches.remove(ada, { subject: 'kettle', targetId: 'arm64' }), 0);
    assert.equal(await watches.remove(ada, { subject: 'kettle', targetId: 'armv6' }), 1);
    assert.deepEqual(named(await watches.listOf(ada)), ['Kettle on undefined']);
    assert.equal(await watches.remove(ben), 2);
    for (const other of [channel, elsewhere]) assert.equal((await watches.listOf(other)).length, 2);
  });

  test(`${name}: what no database can hold is left out, and the rest is kept`, async (t) => {
    const watches = await (await newPlace(t)).open();
    await watches.add(makeWatch({ subject: 'ket\0tle \ud83d' }), limit);
    assert.deepEqual(named(await watches.listOf(ada)), ['kettle \ufffd on undefined']);
    await watches.markUnreachable(ada, 'takes\0 none', now);
    assert.equal((await watches.listUnreachable(1))[0]?.reason, 'takes none');
  });

  test(`${name}: all are listed a page at a time, each once`, async (t) => {
    const watches = await (await newPlace(t)).open();
    for (let i = 0; i < 7; i++) await watches.add(makeWatch({ subject: `pan ${i}` }), limit);
    const seen: string[] = [];
    for (let after: string | undefined; ; ) {
      const page = await watches.listAll(after, 3);
      seen.push(...page.map(({ subject }) => subject));
      if (page.length < 3) break;
      after = page.at(-1)?.id;
    }
    assert.deepEqual(
      seen.sort(),
      [0, 1, 2, 3, 4, 5, 6].map((i) => `pan ${i}`),
    );
  });

  test(`${name}: those that have waited long enough are found, and none that lasts`, async (t) => {
    const watches = await (await newPlace(t)).open();
    await watches.add(makeWatch({ subject: 'lasts' }), limit);
    await watches.add(makeWatch({ subject: 'later', onceUntilMs: now + 2 }), limit);
    await watches.add(makeWatch({ subject: 'sooner', onceUntilMs: now + 1 }), limit);
    assert.deepEqual(await watches.listOverdue(now, 10), []);
    assert.deepEqual(
      (await watches.listOverdue(now + 2, 10)).map(({ subject }) => subject),
      ['sooner', 'later'],
    );
    assert.equal((await watches.listOverdue(now + 2, 1)).length, 1);
  });

  test(`${name}: who cannot be reached is noted once, and loses the watches after a while`, async (t) => {
    const watches = await (await newPlace(t)).open();
    for (const watcher of [ada, ben]) await watches.add(makeWatch({ watcher }), limit);
    assert.equal(await watches.markUnreachable(ada, 'takes none', now), true);
    assert.equal(await watches.markUnreachable(ada, 'takes none still', now + 5), false);
    assert.deepEqual(await watches.listUnreachable(10), [
      { platform: 'slack', kind: 'person', key: ada.key, reason: 'takes none', sinceMs: now },
    ]);
    assert.equal(await watches.dropUnreachable(now), 0);
    assert.equal(await watches.dropUnreachable(now + 1), 1);
    assert.deepEqual(await watches.listOf(ada), []);
    assert.equal((await watches.listOf(ben)).length, 1);
    assert.deepEqual(await watches.listUnreachable(10), []);
  });

  test(`${name}: of those who cannot be reached, the last to be noted come first`, async (t) => {
    const watches = await (await newPlace(t)).open();
    for (const [recipientId, sinceMs] of [
      ['U2', now],
      ['U3', now + 2],
      ['U1', now + 1],
    ] as const)
      await watches.markUnreachable(makeWatcher({ recipientId }), 'takes none', sinceMs);
    for (const watcher of [ada, ben]) await watches.add(makeWatch({ watcher }), limit);
    const listed = async (most: number) => (await watches.listUnreachable(most)).map(({ sinceMs }) => sinceMs - now);
    assert.deepEqual(
      [await listed(10), await listed(2)],
      [
        [2, 1, 0],
        [2, 1],
      ],
    );
    assert.equal(await watches.dropUnreachable(now + 3), 2, 'the watches of all of them');
  });

  test(`${name}: who wants to be forgotten is, and a channel of the same id is not`, async (t) => {
    const watches = await (await newPlace(t)).open();
    const channel = makeWatcher({ kind: 'channel', key: ada.key });
    for (const watcher of [ada, channel]) await watches.add(makeWatch({ watcher }), limit);
    await watches.markUnreachable(ada, 'takes none', now);
    assert.equal(await watches.forget('discord', ada.key), 0);
    assert.equal(await watches.forget('slack', ada.key), 1);
    assert.deepEqual(await watches.listOf(ada), []);
    assert.deepEqual(await watches.listUnreachable(10), []);
    assert.equal((await watches.listOf(channel)).length, 1);
  });
}
