import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { makeSubscription } from '../contracts/make-subscription.ts';
import { inventIssue } from './invent-issues.ts';
import { openNewsroom } from './open-newsroom.ts';

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;
const noon = Date.UTC(2031, 1, 21, 6, 30);
const channel = { platform: 'slack', channelId: 'C1' };

/** A post that stands, and of which what comes after has failed once. */
async function openUnfinished(t: TestContext) {
  const newsroom = await openNewsroom(t);
  const { issues, clock, subscriptions, channels, outbox, announcer } = newsroom;
  issues.push(inventIssue('2031-W07'), inventIssue('2031-W08'));
  clock.nowMs = noon;
  await subscriptions.save(makeSubscription({ nextDueMs: noon, seenIssueId: '2031-W07' }));
  channels.mishaps.push('unfinished');
  await announcer.runRound();
  const only = async () => (await outbox.list({ limit: 2 }))[0] ?? assert.fail('no post');
  return { ...newsroom, only };
}

test('what comes after a post is tried again until it is done, also by a process that comes later, and the post stands once', async (t) => {
  const { clock, channels, startProcess, only } = await openUnfinished(t);
  const { state, messageId, reason } = await only();
  assert.deepEqual([state, messageId, reason], ['waiting', 'message 1', 'It stands, but is not published.']);
  channels.mishaps.push('busy', 'unfinished', 'request-lost');
  // Nobody may look: none of it is in doubt.
  channels.lookBack = { kind: 'unknown', reason: 'no right' };
  for (let hour = 1; hour <= 4; hour++) {
    clock.nowMs = noon + hour * 60 * minuteMs;
    await startProcess().runRound();
  }
  assert.equal((await only()).state, 'sent');
  assert.deepEqual([channels.arrived.length, channels.sends], [1, 5]);
});

test('a process that dies after the post leaves it to be finished, not to be sent again', async (t) => {
  const { clock, channels, outbox, startProcess, only } = await openUnfinished(t);
  clock.nowMs = noon + 5 * minuteMs;
  const request = { platforms: ['slack'], limit: 1, nowMs: clock.nowMs, leaseMs: minuteMs, owner: 'it dies' };
  assert.equal((await outbox.claim(request))[0]?.messageId, 'message 1');
  clock.nowMs += 10 * minuteMs;
  await startProcess().runRound();
  assert.equal((await only()).state, 'sent');
  assert.equal(channels.arrived.length, 1);
});

type Newsroom = Awaited<ReturnType<typeof openUnfinished>>;

const ends: Readonly<Record<string, (newsroom: Newsroom) => unknown>> = {
  'could not be finished for days': ({ clock }) => Object.assign(clock, { nowMs: noon + 4 * dayMs }),
  'is unsubscribed': ({ subscriptions }) => subscriptions.remove(channel),
  'is paused': ({ subscriptions }) => subscriptions.pause(channel, 'not now'),
};

for (const [what, end] of Object.entries(ends)) {
  test(`a post that ${what} while something is still to be done counts as sent`, async (t) => {
    const newsroom = await openUnfinished(t);
    const { clock, channels, announcer, only } = newsroom;
    clock.nowMs = noon + 60 * minuteMs;
    await end(newsroom);
    await announcer.runRound();
    const { state, messageId } = await only();
    assert.deepEqual([state, messageId, channels.sends], ['sent', 'message 1', 1]);
  });
}
