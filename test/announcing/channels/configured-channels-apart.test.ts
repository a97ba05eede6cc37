import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createConfiguredSubscriber } from '#announcing/channels/configured-subscriber.ts';
import { makeSubscription } from '../../contracts/make-subscription.ts';
import { openNewsroom } from '../open-newsroom.ts';

const minuteMs = 60_000;
const schedule = { dayOfWeek: 5, minuteOfDay: 720, timeZone: 'UTC' };
const one = { platform: 'slack', channelId: 'C1', schedule, roleToPing: undefined };
const other = { ...one, channelId: 'C2' };

async function openConfigured(t: Parameters<typeof openNewsroom>[0]) {
  const newsroom = await openNewsroom(t);
  const { subscriptions, channels, issues, log, clock } = newsroom;
  const parts = { subscriptions, senders: [channels.sender], getIssues: () => issues, log, now: () => clock.nowMs };
  return { ...newsroom, parts };
}

test('a changed role alone counts from the next start on, and leaves the next date', async (t) => {
  const { parts, subscriptions } = await openConfigured(t);
  await createConfiguredSubscriber({ ...parts, channels: [one] }).apply();
  const before = await subscriptions.find(one);
  await createConfiguredSubscriber({ ...parts, channels: [{ ...one, roleToPing: '4711' }] }).apply();
  assert.deepEqual(await subscriptions.find(one), { ...before, roleToPing: '4711' });
});

test('a platform that fails for one channel keeps no other from its subscription', async (t) => {
  const { parts, channels, subscriptions, log } = await openConfigured(t);
  const sender = {
    ...channels.sender,
    async checkChannel(...asked: Parameters<typeof channels.sender.checkChannel>) {
      if (asked[0] === one.channelId) throw new Error('Too busy.');
      return channels.sender.checkChannel(...asked);
    },
  };
  await createConfiguredSubscriber({ ...parts, senders: [sender], channels: [one, other] }).apply();
  assert.equal(await subscriptions.find(one), undefined);
  assert.ok(await subscriptions.find(other));
  assert.equal(log.above('info').length, 1);
});

test('a store that fails at the start costs a minute: what is named no more is ended then', async (t) => {
  const { parts, subscriptions, clock, log } = await openConfigured(t);
  await subscriptions.save(makeSubscription({ origin: 'configuration' }));
  let isAway = true;
  const failing = {
    ...subscriptions,
    listAll: async (...asked: Parameters<typeof subscriptions.listAll>) => {
      if (isAway) throw new Error('The store is away.');
      return subscriptions.listAll(...asked);
    },
  };
  const subscriber = createConfiguredSubscriber({ ...parts, subscriptions: failing, channels: [] });
  await subscriber.apply();
  assert.equal(log.above('info').length, 1);
  assert.ok(await subscriptions.find(one));
  isAway = false;
  clock.nowMs += minuteMs;
  await subscriber.apply();
  assert.equal(await subscriptions.find(one), undefined);
});
