import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SubscriptionRegistry } from '#announcing/subscription-registry.ts';
import { makeSubscription } from './make-subscription.ts';
import type { NewPlace } from './place.ts';

const due = 1_700_000_000_000;
const week = 7 * 24 * 60 * 60 * 1_000;
const channel = { platform: 'slack', channelId: 'C1' };

/** What every keeper of subscriptions must do. */
export function subscriptionsContract(name: string, newPlace: NewPlace<SubscriptionRegistry>): void {
  test(`${name}: a subscription comes back as it was, and the next one of the channel takes its place`, async (t) => {
    const subscriptions = await (await newPlace(t)).open();
    const first = makeSubscription({ roleToPing: '42', seenIssueId: '2019-W23', pausedReason: 'not in the channel' });
    await subscriptions.save(first);
    assert.deepEqual(await subscriptions.find(channel), first);
    const second = makeSubscription({ workspaceId: 'T2', origin: 'configuration', nextDueMs: due + 1 });
    await subscriptions.save(second);
    assert.deepEqual(await subscriptions.find(channel), second);
    assert.deepEqual(await subscriptions.listAll(undefined, 10), [second]);
    assert.equal(await subscriptions.find({ platform: 'discord', channelId: 'C1' }), undefined);
  });

  test(`${name}: unsubscribing takes one channel away, once`, async (t) => {
    const subscriptions = await (await newPlace(t)).open();
    await subscriptions.save(makeSubscription());
    await subscriptions.save(makeSubscription({ platform: 'discord' }));
    assert.equal(await subscriptions.remove(channel), true);
    assert.equal(await subscriptions.remove(channel), false);
    assert.deepEqual(await subscriptions.listAll(undefined, 10), [makeSubscription({ platform: 'discord' })]);
  });

  test(`${name}: a workspace's subscriptions are listed by channel`, async (t) => {
    const subscriptions = await (await newPlace(t)).open();
    for (const channelId of ['C3', 'C1', 'C2']) await subscriptions.save(makeSubscription({ channelId }));
    await subscriptions.save(makeSubscription({ channelId: 'C4', workspaceId: 'T2' }));
    await subscriptions.save(makeSubscription({ platform: 'discord' }));
    const listed = await subscriptions.listByWorkspace('slack', 'T1');
    assert.deepEqual(
      listed.map(({ channelId }) => channelId),
      ['C1', 'C2', 'C3'],
    );
  });

  test(`${name}: all are listed in pages, each once`, async (t) => {
    const subscriptions = await (await newPlace(t)).open();
    const keys = ['discord', 'slack'].flatMap((platform) =>
      [1, 2, 3, 4, 5].map((number) => ({ platform, channelId: `C${number}` })),
    );
    for (const key of keys.toReversed()) await subscriptions.save(makeSubscription(key));
    const listed: { platform: string; channelId: string }[] = [];
    for (;;) {
      const page = await subscriptions.listAll(listed.at(-1), 3);
      if (page.length === 0) break;
      assert.ok(page.length <= 3);
      listed.push(...page.map(({ platform, channelId }) => ({ platform, channelId })));
    }
    assert.deepEqual(listed, keys);
  });

  test(`${name}: due is, on the platforms asked for, whose date has come and who is not paused, the longest overdue first`, async (t) => {
    const subscriptions = await (await newPlace(t)).open();
    await subscriptions.save(makeSubscription({ channelId: 'on time', nextDueMs: due }));
    await subscriptions.save(makeSubscription({ channelId: 'too late', nextDueMs: due - week }));
    await subscriptions.save(makeSubscription({ channelId: 'early', nextDueMs: due + 1 }));
    await subscriptions.save(makeSubscription({ channelId: 'paused', nextDueMs: due - 1, pausedReason: 'forbidden' }));
    await subscriptions.save(makeSubscription({ platform: 'discord', channelId: 'elsewhere', nextDueMs: due - 2 }));
    const listed = await subscriptions.listDue(['slack'], due, 10);
    assert.deepEqual(
      listed.map(({ channelId }) => channelId),
      ['too late', 'on time'],
    );
    assert.equal((await subscriptions.listDue(['slack'], due, 1)).length, 1);
    assert.equal((await subscriptions.listDue(['discord', 'slack'], due, 10)).length, 3);
    assert.deepEqual(await subscriptions.listDue([], due, 10), []);
  });

  test(`${name}: a due date is served once, whoever comes first`, async (t) => {
    const place = await newPlace(t);
    const hands = [await place.open(), await place.open()];
    await hands[0]?.save(makeSubscription({ seenIssueId: '2019-W23' }));
    const step = { dueMs: due, nextDueMs: due + week, seenIssueId: undefined };
    const served = await Promise.all(
      hands.flatMap((hand) => [hand.advance(channel, step), hand.advance(channel, step)]),
    );
    assert.deepEqual(served.filter(Boolean), [true]);
    assert.deepEqual(
      await hands[1]?.find(channel),
      makeSubscription({ nextDueMs: due + week, seenIssueId: '2019-W23' }),
    );
    assert.equal(
      await hands[0]?.advance(channel, { dueMs: due + week, nextDueMs: due + 2 * week, seenIssueId: '2019-W48' }),
      true,
    );
    assert.equal((await hands[0]?.find(channel))?.seenIssueId, '2019-W48');
  });

  test(`${name}: a channel is paused once, serves no date meanwhile, and goes on when it is saved anew`, async (t) => {
    const subscriptions = await (await newPlace(t)).open();
    await subscriptions.save(makeSubscription());
    assert.equal(await subscriptions.pause(channel, 'not in\0 the channel'), true, 'no database holds a zero');
    assert.equal(await subscriptions.pause(channel, 'something else'), false);
    assert.equal((await subscriptions.find(channel))?.pausedReason, 'not in the channel');
    const step = { dueMs: due, nextDueMs: due + week, seenIssueId: undefined };
    assert.equal(await subscriptions.advance(channel, step), false);
    await subscriptions.save(makeSubscription({ nextDueMs: due + 5 }));
    assert.deepEqual(await subscriptions.find(channel), makeSubscription({ nextDueMs: due + 5 }));
    assert.equal(await subscriptions.pause({ platform: 'slack', channelId: 'nowhere' }, 'gone'), false);
  });
}
