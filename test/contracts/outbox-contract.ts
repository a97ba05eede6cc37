import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ChannelPlan, ClaimedPost, Outbox, OutboxPost } from '#announcing/outbox.ts';
import type { SubscriptionRegistry } from '#announcing/subscription-registry.ts';
import { makeSubscription } from './make-subscription.ts';
import type { NewPlace } from './place.ts';

export interface OutboxAndSubscriptions {
  readonly outbox: Outbox;
  readonly subscriptions: SubscriptionRegistry;
}

const due = 1_700_000_000_000;
const week = 7 * 24 * 60 * 60 * 1_000;
const leaseMs = 60_000;
const channel = { platform: 'slack', channelId: 'C1' };
const post = { issueId: '2019-W23', earlierIssueIds: ['2019-W22', '2019-W21'] };
const step = { dueMs: due, nextDueMs: due + week, seenIssueId: '2019-W23' };

/** What every outbox must do, for several programs on the same data. */
export function outboxContract(name: string, newPlace: NewPlace<OutboxAndSubscriptions>): void {
  test(`${name}: planning moves the due date and makes the post, together`, async (t) => {
    const { outbox, subscriptions } = await (await newPlace(t)).open();
    await subscriptions.save(makeSubscription());
    assert.equal(await outbox.plan([{ ...channel, ...step, post }], due + 5), 1);
    const subscription = await subscriptions.find(channel);
    assert.deepEqual(subscription, makeSubscription({ nextDueMs: due + week, seenIssueId: '2019-W23' }));
    const [planned, ...others] = await outbox.list({ limit: 10 });
    assert.deepEqual(others, []);
    assert.match(planned?.id ?? '', /^[\w-]{22}$/);
    assert.deepEqual(planned, {
      ...channel,
      ...post,
      id: planned?.id,
      dueMs: due,
      state: 'waiting',
      owner: undefined,
      attempts: 0,
      unsureSinceMs: undefined,
      nextTryMs: due + 5,
      messageId: undefined,
      reason: undefined,
      plannedMs: due + 5,
      sentMs: undefined,
    });
  });

  test(`${name}: a date with nothing to post moves on, and what the channel has seen stays`, async (t) => {
    const { outbox, subscriptions } = await (await newPlace(t)).open();
    await subscriptions.save(makeSubscription({ seenIssueId: '2019-W20' }));
    assert.equal(await outbox.plan([{ ...channel, ...step, seenIssueId: undefined, post: undefined }], due), 0);
    const expected = makeSubscription({ nextDueMs: due + week, seenIssueId: '2019-W20' });
    assert.deepEqual(await subscriptions.find(channel), expected);
    assert.equal(await outbox.plan([], due), 0);
  });

  test(`${name}: no post for a channel whose date has moved, that is paused, or that is gone`, async (t) => {
    const { outbox, subscriptions } = await (await newPlace(t)).open();
    await subscriptions.save(makeSubscription({ channelId: 'moved', nextDueMs: due + 1 }));
    await subscriptions.save(makeSubscription({ channelId: 'paused', pausedReason: 'forbidden' }));
    await subscriptions.save(makeSubscription({ channelId: 'well' }));
    const plans = ['moved', 'paused', 'gone', 'well'].map((id) => ({ ...channel, ...step, channelId: id, post }));
    assert.equal(await outbox.plan(plans, due), 1);
    const listed = await outbox.list({ limit: 10 });
    assert.deepEqual(
      listed.map(({ channelId }) => channelId),
      ['well'],
    );
    assert.equal((await subscriptions.find({ ...channel, channelId: 'moved' }))?.seenIssueId, undefined);
  });

  test(`${name}: an issue is planned for a channel once, whatever comes later`, async (t) => {
    const { outbox, subscriptions } = await (await newPlace(t)).open();
    await planOne({ outbox, subscriptions });
    const [claim] = await claimAs(outbox, 'a', due);
    assert.ok(claim && (await outbox.markSent(claim, 'm1', due)));
    // Subscribed anew, as if the channel had seen nothing.
    await subscriptions.remove(channel);
    await planOne({ outbox, subscriptions }, 0);
    assert.deepEqual(await outbox.countByState(), { ...nothing, sent: 1 });
  });

  test(`${name}: replicas that plan the same due dates at once make each post once`, async (t) => {
    const place = await newPlace(t);
    const hands = [await place.open(), await place.open()];
    const channels = Array.from({ length: 40 }, (_, number) => `C${number}`);
    for (const channelId of channels) await hands[0]?.subscriptions.save(makeSubscription({ channelId }));
    const plans = channels.map((channelId) => ({ ...channel, ...step, channelId, post }));
    const counts = await Promise.all([
      hands[0]?.outbox.plan(plans, due),
      hands[1]?.outbox.plan(plans.toReversed(), due),
      hands[1]?.outbox.plan(plans, due),
    ]);
    assert.equal(
      counts.reduce((sum, count) => (sum ?? 0) + (count ?? 0), 0),
      40,
    );
    assert.deepEqual(await hands[0]?.outbox.countByState(), { ...nothing, waiting: 40 });
  });

  test(`${name}: more channels than fit into one statement are planned in one transaction`, async (t) => {
    const { outbox, subscriptions } = await (await newPlace(t)).open();
    const plans: ChannelPlan[] = [];
    for (let number = 0; number < 220; number++) {
      const channelId = `C${number}`;
      // Only these are there; the statement must take the others, too.
      if (number % 50 === 19) await subscriptions.save(makeSubscription({ channelId }));
      plans.push({ ...channel, ...step, channelId, post });
    }
    assert.equal(await outbox.plan(plans, due), 5);
  });

  test(`${name}: what is skipped is never sent, unless it is planned again`, async (t) => {
    const { outbox, subscriptions } = await (await newPlace(t)).open();
    await planOne({ outbox, subscriptions });
    for (const claim of await claimAs(outbox, 'a', due)) await outbox.skip(claim, 'too late');
    assert.deepEqual(await claimAs(outbox, 'a', due + week), []);
    assert.equal((await only(outbox)).reason, 'too late');
    // A week later, with what the channel has missed by then.
    await subscriptions.save(makeSubscription({ nextDueMs: due + week }));
    const later = { ...post, earlierIssueIds: ['2019-W20'] };
    const next = { ...step, dueMs: due + week, nextDueMs: due + 2 * week };
    assert.equal(await outbox.plan([{ ...channel, ...next, post: later }], due - 1), 1);
    const { reason, dueMs, plannedMs, earlierIssueIds } = await only(outbox);
    assert.deepEqual([reason, dueMs, plannedMs, earlierIssueIds], [undefined, due + week, due - 1, ['2019-W20']]);
    assert.equal((await claimAs(outbox, 'a', due)).length, 1);
  });

  test(`${name}: what was in doubt, found not to be there, and skipped, may be planned again`, async (t) => {
    const { outbox, subscriptions } = await (await newPlace(t)).open();
    await planOne({ outbox, subscriptions });
    const [claim] = await claimAs(outbox, 'a', due);
    assert.ok(claim);
    await outbox.retryLater(claim, { nextTryMs: due, reason: 'no answer', mayHaveArrived: true });
    const [again] = await claimAs(outbox, 'a', due);
    assert.notEqual(again?.unsureSinceMs, undefined);
    assert.ok(again && (await outbox.skip(again, 'not there, and too late')));
    assert.equal((await only(outbox)).unsureSinceMs, undefined);
    await subscriptions.save(makeSubscription({ nextDueMs: due + week }));
    const next = { ...step, dueMs: due + week, nextDueMs: due + 2 * week };
    assert.equal(await outbox.plan([{ ...channel, ...next, post }], due), 1);
    assert.equal((await claimAs(outbox, 'b', due)).length, 1);
  });

  test(`${name}: unsubscribing skips what waits, and leaves alone what may have been sent`, async (t) => {
    const { outbox, subscriptions } = await (await newPlace(t)).open();
    await planOne({ outbox, subscriptions });
    await subscriptions.remove({ ...channel, channelId: 'C2' });
    await subscriptions.remove({ ...channel, platform: 'discord' });
    assert.deepEqual(await outbox.countByState(), { ...nothing, waiting: 1 }, 'another channel’s is left alone');
    await subscriptions.remove(channel);
    assert.deepEqual(await outbox.countByState(), { ...nothing, skipped: 1 });
    await planOne({ outbox, subscriptions });
    const [claim] = await claimAs(outbox, 'a', due);
    assert.ok(claim);
    await outbox.retryLater(claim, { nextTryMs: due, reason: 'no answer', mayHaveArrived: true });
    await subscriptions.remove(channel);
    assert.deepEqual(await outbox.countByState(), { ...nothing, waiting: 1 });
  });

  test(`${name}: the message that stands already is known to whoever claims its post next`, async (t) => {
    const { outbox, subscriptions } = await (await newPlace(t)).open();
    await planOne({ outbox, subscriptions });
    const [claim] = await claimAs(outbox, 'a', due);
    assert.ok(claim);
    assert.equal(claim.messageId, undefined);
    const retry = { nextTryMs: due + 1, reason: 'not published', mayHaveArrived: true };
    assert.ok(await outbox.retryLater(claim, { ...retry, messageId: 'm1' }));
    const [again] = await claimAs(outbox, 'b', due + 1);
    assert.equal(again?.messageId, 'm1');
    assert.ok(again && (await outbox.retryLater(again, { ...retry, nextTryMs: due + 2 })));
    assert.equal((await claimAs(outbox, 'c', due + 2))[0]?.messageId, 'm1');
  });

  test(`${name}: a claim takes what may be tried now, on the platforms asked for, the longest waiting first`, async (t) => {
    const { outbox, subscriptions } = await (await newPlace(t)).open();
    for (const [platform, channelId, plannedMs] of [
      ['slack', 'second', due + 2],
      ['slack', 'first', due + 1],
      ['slack', 'not yet', due + 9],
      ['discord', 'elsewhere', due],
    ] as const) {
      await subscriptions.save(makeSubscription({ platform, channelId }));
      await outbox.plan([{ platform, channelId, ...step, post }], plannedMs);
    }
    const claim = (limit: number, platforms: string[]) =>
      outbox.claim({ platforms, limit, nowMs: due + 5, leaseMs, owner: 'a' });
    assert.deepEqual(await claim(10, []), []);
    assert.deepEqual(await claim(0, ['slack']), []);
    const [first, ...none] = await claim(1, ['slack']);
    assert.deepEqual(none, []);
    assert.deepEqual(first, {
      platform: 'slack',
      channelId: 'first',
      ...post,
      id: first?.id,
      dueMs: due,
      owner: 'a',
      attempts: 1,
      unsureSinceMs: undefined,
      messageId: undefined,
      plannedMs: due + 1,
    });
    const rest = await claim(10, ['slack', 'discord']);
    assert.deepEqual(rest.map(({ channelId }) => channelId).sort(), ['elsewhere', 'second']);
  });

  test(`${name}: a post whose holder went silent is taken over, and is in doubt since the first attempt`, async (t) => {
    const place = await newPlace(t);
    const { outbox, subscriptions } = await place.open();
    const other = await place.open();
    await planOne({ outbox, subscriptions });
    const [first] = await claimAs(outbox, 'a', due);
    assert.deepEqual(await claimAs(other.outbox, 'b', due + leaseMs - 1), []);
    const [second] = await claimAs(other.outbox, 'b', due + leaseMs);
    assert.equal(second?.attempts, 2);
    assert.equal(second?.unsureSinceMs, due);
    const [third] = await claimAs(outbox, 'c', due + 2 * leaseMs);
    assert.equal(third?.unsureSinceMs, due);
    // Those who were taken over are refused, whatever they have to say.
    for (const late of [first, second]) {
      assert.ok(late);
      for (const accepted of await sayEverything(outbox, late)) assert.equal(accepted, false);
    }
    assert.equal((await only(outbox)).state, 'claimed');
    assert.ok(third && (await outbox.markSent(third, 'm1', due + 2 * leaseMs + 1)));
    assert.equal((await only(outbox)).messageId, 'm1');
  });

  test(`${name}: an owner that claims the same post again cannot use its old claim`, async (t) => {
    const { outbox, subscriptions } = await (await newPlace(t)).open();
    await planOne({ outbox, subscriptions });
    const [old] = await claimAs(outbox, 'a', due);
    const [fresh] = await claimAs(outbox, 'a', due + leaseMs);
    assert.ok(old && fresh);
    for (const accepted of await sayEverything(outbox, old)) assert.equal(accepted, false);
    assert.equal(await outbox.markSent(fresh, 'm1', due), true);
    assert.equal(await outbox.markSent(fresh, 'm2', due), false);
  });

  test(`${name}: the holder keeps a post as long as it extends its lease`, async (t) => {
    const { outbox, subscriptions } = await (await newPlace(t)).open();
    await planOne({ outbox, subscriptions });
    const [claim] = await claimAs(outbox, 'a', due);
    assert.ok(claim && (await outbox.extendLease(claim, due + 3 * leaseMs)));
    assert.equal((await only(outbox)).nextTryMs, due + 3 * leaseMs);
    assert.deepEqual(await claimAs(outbox, 'b', due + 3 * leaseMs - 1), []);
    assert.equal((await claimAs(outbox, 'b', due + 3 * leaseMs)).length, 1);
  });

  test(`${name}: a retry waits for its time, and is in doubt only if the message may have arrived`, async (t) => {
    const { outbox, subscriptions } = await (await newPlace(t)).open();
    await planOne({ outbox, subscriptions });
    const tryAt = async (nowMs: number, mayHaveArrived: boolean) => {
      const [claim] = await claimAs(outbox, 'a', nowMs);
      assert.ok(claim);
      assert.ok(await outbox.retryLater(claim, { nextTryMs: nowMs + 10, reason: 'no\0 answer', mayHaveArrived }));
      return claim.unsureSinceMs;
    };
    assert.equal(await tryAt(due, false), undefined);
    assert.deepEqual(await claimAs(outbox, 'a', due + 9), []);
    assert.equal(await tryAt(due + 10, true), undefined);
    assert.equal(await tryAt(due + 20, true), due + 10);
    // A look at the channel has shown that nothing arrived.
    assert.equal(await tryAt(due + 30, false), due + 10);
    assert.equal(await tryAt(due + 40, false), undefined);
    const { attempts, state, reason, owner } = await only(outbox);
    assert.deepEqual(
      { attempts, state, reason, owner },
      { attempts: 5, state: 'waiting', reason: 'no answer', owner: undefined },
    );
  });

  for (const state of ['sent', 'held', 'skipped'] as const) {
    test(`${name}: a post that is ${state} stays so, and says why`, async (t) => {
      const { outbox, subscriptions } = await (await newPlace(t)).open();
      await planOne({ outbox, subscriptions });
      const [claim] = await claimAs(outbox, 'a', due);
      assert.ok(claim);
      if (state === 'sent') assert.ok(await outbox.markSent(claim, 'm1', due + 1));
      // What no database can hold is left out.
      if (state === 'held') assert.ok(await outbox.hold(claim, 'cannot\0 look'));
      if (state === 'skipped') assert.ok(await outbox.skip(claim, 'cannot\0 look'));
      const end = await only(outbox);
      assert.equal(end.state, state);
      assert.equal(end.reason, state === 'sent' ? undefined : 'cannot look');
      assert.equal(end.sentMs, state === 'sent' ? due + 1 : undefined);
      assert.equal(end.nextTryMs, undefined);
      assert.deepEqual(await claimAs(outbox, 'b', due + 52 * week), []);
      for (const accepted of await sayEverything(outbox, claim)) assert.equal(accepted, false);
      assert.deepEqual(await outbox.countByState(), { ...nothing, [state]: 1 });
      assert.equal((await outbox.list({ states: [state], limit: 5 })).length, 1);
      assert.equal((await outbox.list({ states: ['waiting'], limit: 5 })).length, 0);
    });
  }

  test(`${name}: who stops in good order gives back what it had not begun, in no doubt`, async (t) => {
    const { outbox, subscriptions } = await (await newPlace(t)).open();
    for (const channelId of ['C1', 'C2', 'C3']) {
      await subscriptions.save(makeSubscription({ channelId }));
      await outbox.plan([{ ...channel, ...step, channelId, post }], due);
    }
    const claims = await claimAs(outbox, 'a', due, 2);
    await claimAs(outbox, 'b', due, 1);
    assert.equal(await outbox.release('a', due + 1), 2);
    for (const claim of claims) assert.equal(await outbox.markSent(claim, 'm', due), false);
    const again = await claimAs(outbox, 'c', due + 1);
    assert.deepEqual(
      again.map(({ unsureSinceMs }) => unsureSinceMs),
      [undefined, undefined],
    );
  });

  test(`${name}: the list can be had for one channel, the latest due first`, async (t) => {
    const { outbox, subscriptions } = await (await newPlace(t)).open();
    for (const channelId of ['C1', 'C2']) {
      await subscriptions.save(makeSubscription({ channelId }));
      for (const [number, issueId] of ['2019-W23', '2019-W24'].entries()) {
        const dueMs = due + number * week;
        const plan = { ...channel, channelId, dueMs, nextDueMs: dueMs + week, seenIssueId: issueId };
        await outbox.plan([{ ...plan, post: { issueId, earlierIssueIds: [] } }], dueMs);
      }
    }
    const listed = await outbox.list({ channel, limit: 10 });
    assert.deepEqual(
      listed.map(({ channelId, issueId }) => [channelId, issueId]),
      [
        ['C1', '2019-W24'],
        ['C1', '2019-W23'],
      ],
    );
    assert.equal((await outbox.list({ limit: 3 })).length, 3);
  });

  test(`${name}: of many who claim at once, each post goes to one`, async (t) => {
    const place = await newPlace(t);
    const hands = [await place.open(), await place.open()];
    const channels = Array.from({ length: 60 }, (_, number) => `C${number}`);
    for (const channelId of channels) await hands[0]?.subscriptions.save(makeSubscription({ channelId }));
    await hands[0]?.outbox.plan(
      channels.map((channelId) => ({ ...channel, ...step, channelId, post })),
      due,
    );
    for (const nowMs of [due, due + leaseMs]) {
      const claimed = await Promise.all(
        [1, 2, 3, 4].flatMap((number) =>
          hands.map(({ outbox }, hand) => claimAs(outbox, `${hand}-${number}`, nowMs, 9)),
        ),
      );
      const ids = claimed.flat().map(({ id }) => id);
      assert.equal(new Set(ids).size, ids.length);
      // Postgres may pass over posts that another is just taking; one more round has the rest.
      ids.push(...(await claimAs(hands[0]?.outbox as Outbox, 'last', nowMs, 60)).map(({ id }) => id));
      assert.equal(new Set(ids).size, 60);
      assert.equal(ids.length, 60);
    }
  });
}

const nothing = { waiting: 0, claimed: 0, sent: 0, held: 0, skipped: 0 };

/** Subscribes the channel anew and plans its post; `made` posts must come of it. */
async function planOne({ outbox, subscriptions }: OutboxAndSubscriptions, made = 1): Promise<void> {
  await subscriptions.save(makeSubscription());
  assert.equal(await outbox.plan([{ ...channel, ...step, post }], due), made);
}

function claimAs(outbox: Outbox, owner: string, nowMs: number, limit = 10): Promise<readonly ClaimedPost[]> {
  return outbox.claim({ platforms: ['slack', 'discord'], limit, nowMs, leaseMs, owner });
}

async function only(outbox: Outbox): Promise<OutboxPost> {
  const [first, ...others] = await outbox.list({ limit: 2 });
  assert.ok(first && others.length === 0);
  return first;
}

async function sayEverything(outbox: Outbox, claim: ClaimedPost): Promise<readonly boolean[]> {
  return [
    await outbox.markSent(claim, 'late', 0),
    await outbox.retryLater(claim, { nextTryMs: 0, reason: 'late', mayHaveArrived: true }),
    await outbox.hold(claim, 'late'),
    await outbox.skip(claim, 'late'),
    await outbox.extendLease(claim, 0),
  ];
}
