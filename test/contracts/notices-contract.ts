import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { NoticeBoard } from '#watching/notice.ts';
import { nameWatcher } from '#watching/watch.ts';
import type { WatchRegistry } from '#watching/watch-registry.ts';
import { makeNotice, makeWatch, makeWatcher } from './make-watch.ts';
import type { NewPlace } from './place.ts';

export interface NoticesAndWatches {
  readonly notices: NoticeBoard;
  readonly watches: WatchRegistry;
}

const now = 1_700_000_000_000;
const leaseMs = 60_000;
const ada = makeWatcher();
const ben = makeWatcher({ recipientId: 'U2' });
const said = { key: 's1', likeness: 'l1' };
const news = { issueId: '2031-W08', statements: [said], notices: [makeNotice()], endedWatchIds: [] };
const claimAs = (notices: NoticeBoard, owner: string, nowMs: number) =>
  notices.claim({ platforms: ['slack'], limit: 10, nowMs, leaseMs, owner });

/** What every board of notices must do, for several programs on the same data; its queue is the outbox's. */
export function noticesContract(name: string, newPlace: NewPlace<NoticesAndWatches>): void {
  test(`${name}: what an issue says is kept with the messages about it, and told once`, async (t) => {
    const { notices } = await (await newPlace(t)).open();
    assert.equal(await notices.tell(news, now), true);
    assert.equal(await notices.tell(news, now), false);
    assert.deepEqual(await notices.listKnown('2031-W08'), [said]);
    assert.deepEqual(await notices.listKnown('2031-W07'), []);
    const [claimed, ...others] = await claimAs(notices, 'a', now);
    assert.deepEqual(others, []);
    assert.match(claimed?.id ?? '', /^[\w-]{22}$/);
    assert.deepEqual(claimed, {
      id: claimed?.id,
      owner: 'a',
      attempts: 1,
      platform: 'slack',
      channelId: 'U1',
      issueId: '2031-W08',
      unsureSinceMs: undefined,
      messageId: undefined,
      plannedMs: now,
      watcher: ada,
      content: makeNotice().content,
    });
  });

  test(`${name}: where some of it is known by now, nothing of it happens`, async (t) => {
    const { notices, watches } = await (await newPlace(t)).open();
    await watches.add(makeWatch({ onceUntilMs: now + 1 }), 50);
    const [watch] = await watches.listOf(ada);
    await notices.tell({ ...news, notices: [] }, now);
    const more = { key: 's2', likeness: 'l2' };
    const late = { ...news, statements: [more, said], endedWatchIds: [watch?.id ?? ''] };
    assert.equal(await notices.tell(late, now), false);
    assert.deepEqual(await notices.listKnown('2031-W08'), [said]);
    assert.equal((await watches.listOf(ada)).length, 1);
    assert.deepEqual(await claimAs(notices, 'a', now), []);
  });

  test(`${name}: programs that find the same news at once tell it once`, async (t) => {
    const place = await newPlace(t);
    const programs = await Promise.all([place.open(), place.open(), place.open()]);
    const told = await Promise.all(programs.map(({ notices }) => notices.tell(news, now)));
    assert.equal(told.filter(Boolean).length, 1);
    const claims = await Promise.all(programs.map(({ notices }, i) => claimAs(notices, `p${i}`, now)));
    assert.equal(claims.flat().length, 1);
  });

  test(`${name}: watches that end with the news end in the same step, very many, too`, async (t) => {
    const { notices, watches } = await (await newPlace(t)).open();
    const many = Array.from({ length: 1_201 }, (_, i) => makeWatcher({ recipientId: `U${i}` }));
    for (const watcher of many.slice(0, 3)) await watches.add(makeWatch({ watcher, onceUntilMs: now + 1 }), 50);
    const endedWatchIds = (await watches.listAll(undefined, 10)).map(({ id }) => id);
    const toAll = many.map((watcher) => makeNotice({ watcher }));
    const statements = many.map(({ key }) => ({ key, likeness: key }));
    assert.equal(await notices.tell({ ...news, statements, notices: toAll, endedWatchIds }, now), true);
    assert.equal((await notices.listKnown('2031-W08')).length, many.length);
    assert.deepEqual(await watches.listAll(undefined, 10), []);
    assert.equal((await notices.countByState()).waiting, many.length);
  });

  test(`${name}: an end that is told is not told again, and an edited issue is another message`, async (t) => {
    const { notices } = await (await newPlace(t)).open();
    const end = { issueId: '', statements: [], notices: [makeNotice({ keys: ['w1'] })], endedWatchIds: ['w1'] };
    assert.equal(await notices.tell(end, now), true);
    const [claimed] = await claimAs(notices, 'a', now);
    assert.ok(claimed && (await notices.markSent(claimed, 'm', now)));
    assert.equal(await notices.tell(end, now + 1), true);
    await notices.tell(news, now);
    const edited = { ...news, statements: [{ key: 's2', likeness: 'l2' }], notices: [makeNotice({ keys: ['k2'] })] };
    assert.equal(await notices.tell(edited, now), true);
    const { waiting, sent } = await notices.countByState();
    assert.deepEqual([waiting, sent], [2, 1]);
  });

  test(`${name}: a message whose sender died is taken over, and what was sent is never taken again`, async (t) => {
    const { notices, watches } = await (await newPlace(t)).open();
    await notices.tell(news, now);
    const [first] = await claimAs(notices, 'a', now);
    assert.deepEqual(await claimAs(notices, 'b', now + leaseMs - 1), []);
    const [second] = await claimAs(notices, 'b', now + leaseMs);
    assert.equal(second?.unsureSinceMs, now);
    assert.ok(first && second);
    await watches.markUnreachable(ada, 'takes none', now);
    assert.equal(await notices.markSent(first, 'm', now), false);
    assert.equal((await watches.listUnreachable(1)).length, 1, 'who comes too late has reached nobody');
    assert.equal(await notices.markSent(second, 'm', now), true);
    assert.deepEqual(await claimAs(notices, 'c', now + 10 * leaseMs), []);
    const [listed] = await notices.list(10);
    const { id } = second;
    const row = {
      id,
      watcher: ada,
      issueId: '2031-W08',
      state: 'sent',
      attempts: 2,
      messageId: 'm',
      reason: undefined,
    };
    assert.deepEqual(listed, row);
  });

  test(`${name}: what is stuck is counted by where, what and why, without a person’s name`, async (t) => {
    const { notices } = await (await newPlace(t)).open();
    const room = makeWatcher({ kind: 'channel', recipientId: 'C7' });
    const toAll = [ada, ben, room, ...['U7', 'U8', 'U9'].map((recipientId) => makeWatcher({ recipientId }))].map(
      (watcher) => makeNotice({ watcher }),
    );
    await notices.tell({ ...news, notices: toAll }, now);
    assert.deepEqual(await notices.listStuck(10), []);
    for (const claimed of await claimAs(notices, 'a', now)) {
      const retry = { nextTryMs: now + leaseMs, reason: 'Too busy.', mayHaveArrived: false };
      if (claimed.channelId === 'U9') await notices.markSent(claimed, 'm', now);
      else if (claimed.channelId === 'U7') await notices.hold(claimed, 'A wall.');
      else if (claimed.channelId === 'U8') await notices.skip(claimed, 'Nobody is there.');
      else if (claimed.channelId === 'C7') await notices.retryLater(claimed, retry);
      else await notices.hold(claimed, 'Nobody knows.');
    }
    const { platform } = ada;
    const held = { state: 'held', platform, channelId: undefined, issueId: '2031-W08', reason: 'Nobody knows.' };
    const waiting = { state: 'waiting', platform, channelId: 'C7', issueId: '2031-W08', reason: 'Too busy.' };
    assert.deepEqual(await notices.listStuck(10), [
      { ...held, messages: 2 },
      { ...held, reason: 'A wall.', messages: 1 },
      { ...held, state: 'skipped', reason: 'Nobody is there.', messages: 1 },
      { ...waiting, messages: 1 },
    ]);
    assert.equal((await notices.listStuck(1)).length, 1);
  });

  test(`${name}: the messages are listed, the latest first`, async (t) => {
    const { notices } = await (await newPlace(t)).open();
    for (const [week, atMs] of [
      ['2031-W08', now],
      ['2031-W06', now + 2],
      ['2031-W07', now + 1],
    ] as const)
      await notices.tell({ ...news, issueId: week }, atMs);
    const listed = async (limit: number) => (await notices.list(limit)).map(({ issueId }) => issueId);
    assert.deepEqual(await listed(10), ['2031-W06', '2031-W07', '2031-W08']);
    assert.deepEqual(await listed(1), ['2031-W06']);
    assert.deepEqual(
      (await claimAs(notices, 'a', now + 3)).map(({ issueId }) => issueId),
      ['2031-W08', '2031-W07', '2031-W06'],
      'and sent the other way round',
    );
  });

  test(`${name}: whoever is reached can be reached again, and nobody else`, async (t) => {
    const { notices, watches } = await (await newPlace(t)).open();
    await notices.tell(news, now);
    // A channel of the same id among them.
    const others = [ben, makeWatcher({ kind: 'channel', key: ada.key }), makeWatcher({ platform: 'discord' })];
    for (const watcher of [ada, ...others]) await watches.markUnreachable(watcher, 'takes none', now);
    const [claimed] = await claimAs(notices, 'a', now);
    assert.ok(claimed && (await notices.markSent(claimed, 'm', now)));
    assert.deepEqual(new Set((await watches.listUnreachable(10)).map(nameWatcher)), new Set(others.map(nameWatcher)));
  });

  test(`${name}: what is told to somebody goes with them when they are forgotten`, async (t) => {
    const { notices, watches } = await (await newPlace(t)).open();
    const room = makeWatcher({ kind: 'channel', key: ada.key, recipientId: 'C7' });
    const three = [makeNotice(), makeNotice({ watcher: ben }), makeNotice({ watcher: room })];
    await notices.tell({ ...news, notices: three }, now);
    await watches.forget('slack', ada.key);
    assert.deepEqual((await claimAs(notices, 'a', now)).map(({ channelId }) => channelId).sort(), ['C7', 'U2']);
  });

  test(`${name}: the first look at an archive is begun once`, async (t) => {
    const { notices } = await (await newPlace(t)).open();
    await notices.tell(news, now);
    assert.equal(await notices.hasBegun(), false);
    await notices.begin(now);
    await notices.begin(now + 1);
    assert.equal(await notices.hasBegun(), true);
  });
}
