import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createSubscriptionDesk } from '#announcing/channels/subscription-desk.ts';
import { makeSubscription } from '../../contracts/make-subscription.ts';
import { inventIssue } from '../invent-issues.ts';
import { openNewsroom } from '../open-newsroom.ts';

const dayMs = 24 * 60 * 60_000;
// Friday 21 February 2031, noon in Kolkata.
const noon = Date.UTC(2031, 1, 21, 6, 30);
const kolkata = { dayOfWeek: 5, minuteOfDay: 720, timeZone: 'Asia/Kolkata' };
const channel = { platform: 'slack', channelId: 'C1' };
const asked = { ...channel, workspaceId: 'T1', askerId: 'U1' };

async function openDesk(t: Parameters<typeof openNewsroom>[0], configured: readonly string[] = []) {
  const newsroom = await openNewsroom(t);
  const { subscriptions, outbox, channels, issues, clock } = newsroom;
  clock.nowMs = noon - 2 * dayMs;
  issues.push(inventIssue('2031-W06'), inventIssue('2031-W07'));
  let soon = 0;
  const desk = createSubscriptionDesk({
    subscriptions,
    outbox,
    senders: [channels.sender],
    getIssues: () => issues,
    now: () => clock.nowMs,
    defaultSchedule: kolkata,
    isConfigured: ({ channelId }) => configured.includes(channelId),
    deliverSoon: () => void soon++,
  });
  const subscribe = async (text = '') => {
    const result = await desk.subscribe(asked, text);
    assert.equal(result.kind, 'subscribed', 'problem' in result ? result.problem : '');
    return result as Extract<typeof result, { kind: 'subscribed' }>;
  };
  return { ...newsroom, desk, subscribe, countSoon: () => soon };
}

test('a new channel starts with the next issue and hears the next three dates', async (t) => {
  const { subscribe, channels, issues, clock, announcer } = await openDesk(t);
  const { subscription, nextDuesMs, change } = await subscribe();
  assert.equal(change, 'new');
  assert.deepEqual(nextDuesMs, [noon, noon + 7 * dayMs, noon + 14 * dayMs]);
  assert.equal(subscription.seenIssueId, '2031-W07');
  clock.nowMs = noon;
  await announcer.runRound();
  assert.equal(channels.arrived.length, 0);
  issues.push(inventIssue('2031-W08'));
  clock.nowMs = noon + 7 * dayMs;
  await announcer.runRound();
  assert.equal(channels.arrived.length, 1);
});

test('changing the time keeps what is not named and what was seen, and floods nobody', async (t) => {
  const { subscribe, subscriptions, clock } = await openDesk(t);
  await subscribe('9:00 Europe/Berlin');
  const { subscription, change } = await subscribe('saturday');
  assert.equal(change, 'changed');
  assert.deepEqual(subscription.schedule, { dayOfWeek: 6, minuteOfDay: 540, timeZone: 'Europe/Berlin' });
  assert.equal(subscription.seenIssueId, '2031-W07');
  // Saying it again just when a date has come does not skip that date.
  clock.nowMs = subscription.nextDueMs + 1;
  assert.equal((await subscribe()).change, 'unchanged');
  assert.equal((await subscriptions.find(channel))?.nextDueMs, subscription.nextDueMs);
});

test('changing the time alone leaves whom to ping, which is not the channel’s choice', async (t) => {
  const { subscribe, subscriptions } = await openDesk(t);
  await subscriptions.save(makeSubscription({ schedule: kolkata, roleToPing: '4711' }));
  const { subscription, change } = await subscribe('saturday');
  assert.deepEqual([change, subscription.roleToPing], ['changed', '4711']);
});

test('a date that is served while the platform is asked whether the bot can post there is not served again', async (t) => {
  const { desk, subscribe, subscriptions, channels, clock } = await openDesk(t);
  const { subscription } = await subscribe();
  clock.nowMs = noon + 1;
  const nextDueMs = noon + 7 * dayMs;
  const { sender } = channels;
  const check = sender.checkChannel;
  Object.assign(sender, {
    async checkChannel(...asked: Parameters<typeof check>) {
      await subscriptions.advance(channel, { dueMs: subscription.nextDueMs, nextDueMs, seenIssueId: '2031-W08' });
      return check(...asked);
    },
  });
  assert.equal((await desk.subscribe(asked, '')).kind, 'subscribed');
  const after = await subscriptions.find(channel);
  assert.deepEqual([after?.nextDueMs, after?.seenIssueId], [nextDueMs, '2031-W08']);
});

test('where the bot cannot post nothing is subscribed, and the missing right is named', async (t) => {
  const { desk, channels, subscriptions } = await openDesk(t);
  channels.check = { canPost: false, problem: 'I lack “Send Messages” here.' };
  assert.deepEqual(await desk.subscribe(asked, ''), { kind: 'refused', problem: 'I lack “Send Messages” here.' });
  assert.equal((await desk.subscribe({ ...asked, platform: 'discord' }, '')).kind, 'refused');
  const misread = await desk.subscribe(asked, 'firday');
  assert.match(misread.kind === 'refused' ? misread.problem : '', /friday/);
  assert.deepEqual(await subscriptions.listAll(undefined, 9), []);
});

test('subscribing again ends a pause, and what was missed comes as one post', async (t) => {
  const { subscribe, subscriptions, channels, issues, clock, announcer } = await openDesk(t);
  await subscribe();
  await subscriptions.pause(channel, 'The bot may not post there.');
  for (const week of ['08', '09', '10']) issues.push(inventIssue(`2031-W${week}`));
  clock.nowMs = noon + 16 * dayMs;
  assert.equal((await subscribe()).change, 'resumed');
  await announcer.runRound();
  assert.equal(channels.arrived.length, 0, 'not at once');
  clock.nowMs = noon + 21 * dayMs;
  await announcer.runRound();
  assert.equal(channels.arrived.length, 1);
  assert.match(
    channels.arrived[0]?.text ?? '',
    /^Kitchen Weekly 10\n[\s\S]*• Kitchen Weekly 9 [\s\S]*• Kitchen Weekly 8 /,
  );
});

test('unsubscribing ends it, once; a later return starts anew', async (t) => {
  const { desk, subscribe, issues, clock } = await openDesk(t);
  await subscribe();
  assert.equal(await desk.unsubscribe(channel), true);
  assert.equal(await desk.unsubscribe(channel), false);
  issues.push(inventIssue('2031-W08'));
  clock.nowMs = noon + dayMs;
  const { change, subscription } = await subscribe();
  assert.deepEqual([change, subscription.seenIssueId], ['new', '2031-W08']);
});

test('a channel of the configuration that people unsubscribe stays so, and shows in no list', async (t) => {
  const { desk, subscribe, subscriptions } = await openDesk(t, ['C1']);
  await subscriptions.save(makeSubscription({ origin: 'configuration' }));
  assert.equal(await desk.unsubscribe(channel), true);
  assert.equal((await subscriptions.find(channel))?.origin, 'chat');
  assert.deepEqual(await desk.list('slack', 'T1'), []);
  assert.equal(await desk.unsubscribe(channel), false);
  assert.deepEqual(await desk.postLatest(channel), { kind: 'not-subscribed' });
  assert.equal((await subscribe()).change, 'new');
  assert.equal((await desk.list('slack', 'T1')).length, 1);
});

test('the newest issue can be had at once, one time, and is not posted again on the date', async (t) => {
  const { desk, subscribe, channels, clock, announcer, countSoon } = await openDesk(t);
  assert.deepEqual(await desk.postLatest(channel), { kind: 'not-subscribed' });
  await subscribe();
  assert.deepEqual(await desk.postLatest(channel), { kind: 'planned', issueId: '2031-W07' });
  assert.equal(countSoon(), 1);
  const again = await desk.postLatest(channel);
  assert.equal(again.kind === 'planned-before' && again.post?.state, 'waiting');
  await announcer.runRound();
  const later = await desk.postLatest(channel);
  assert.equal(later.kind === 'planned-before' && later.post?.state, 'sent');
  clock.nowMs = noon;
  await announcer.runRound();
  assert.equal(channels.arrived.length, 1);
});

test('nothing is posted at once where there is no issue yet, or where the channel is paused', async (t) => {
  const { desk, subscribe, subscriptions, issues } = await openDesk(t);
  await subscribe();
  issues.length = 0;
  assert.deepEqual(await desk.postLatest(channel), { kind: 'no-issue' });
  await subscriptions.pause(channel, 'The bot may not post there.');
  assert.deepEqual(await desk.postLatest(channel), { kind: 'paused', reason: 'The bot may not post there.' });
});

test('what the platform says of a channel counts, and is asked for whoever asks; since when it is subscribed stays', async (t) => {
  const { desk, subscribe, channels, clock } = await openDesk(t);
  const about: unknown[] = [];
  const check = { canPost: true as const, workspaceId: 'T9', warning: 'I cannot look back here.' };
  Object.assign(channels.sender, { checkChannel: async (...given: unknown[]) => about.push(given) && check });
  const { subscription, warning } = await subscribe();
  assert.deepEqual([subscription.workspaceId, warning, about], ['T9', check.warning, [['C1', 'T1', 'U1']]]);
  clock.nowMs += dayMs;
  assert.equal((await subscribe('saturday')).subscription.createdMs, subscription.createdMs);
  assert.deepEqual(
    (await desk.list('slack', 'T9')).map(({ createdMs }) => createdMs),
    [noon - 2 * dayMs],
  );
});

test('an issue that is had at once counts as seen, an older one does not hide what was seen; the date stays', async (t) => {
  for (const [before, after] of [
    ['2031-W06', '2031-W07'],
    ['2031-W08', '2031-W08'],
  ] as const) {
    const { desk, subscriptions } = await openDesk(t);
    const known = makeSubscription({ schedule: kolkata, nextDueMs: noon, seenIssueId: before });
    await subscriptions.save(known);
    assert.deepEqual(await desk.postLatest(channel), { kind: 'planned', issueId: '2031-W07' });
    assert.deepEqual(await subscriptions.find(channel), { ...known, seenIssueId: after });
  }
});

test('of an issue that was posted before its own post is shown, be another one newer', async (t) => {
  const { desk, subscriptions, outbox } = await openDesk(t);
  await subscriptions.save(makeSubscription({ schedule: kolkata, nextDueMs: noon, seenIssueId: '2031-W06' }));
  await desk.postLatest(channel);
  const post = { issueId: '2031-W08', earlierIssueIds: [] };
  const step = { dueMs: noon, nextDueMs: noon + dayMs, seenIssueId: '2031-W08' };
  await outbox.plan([{ ...channel, ...step, post }], noon + 1);
  await subscriptions.advance(channel, { dueMs: noon + dayMs, nextDueMs: noon + 2 * dayMs, seenIssueId: '2031-W08' });
  const again = await desk.postLatest(channel);
  assert.equal(again.kind === 'planned-before' && again.post?.issueId, '2031-W07');
});

test('a channel of the configuration alone is kept as a refusal: any other is gone when it is unsubscribed', async (t) => {
  const { desk, subscribe, subscriptions } = await openDesk(t);
  await subscribe();
  await desk.unsubscribe(channel);
  assert.equal(await subscriptions.find(channel), undefined);
});
