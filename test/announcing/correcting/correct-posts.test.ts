import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { type CorrectingParts, correctPosts } from '#announcing/correcting/correct-posts.ts';
import { DeliveryError } from '#conversation/ports/delivery-error.ts';
import { makeSubscription } from '../../contracts/make-subscription.ts';
import { inventIssue } from '../invent-issues.ts';
import { openNewsroom } from '../open-newsroom.ts';

const noon = Date.UTC(2031, 1, 21, 12);
const dayMs = 24 * 60 * 60 * 1000;

/** A channel that has its issue, and a way to edit that issue and correct the post. */
async function openPosted(t: TestContext, correctDays = 30, channelIds = ['C1']) {
  const newsroom = await openNewsroom(t);
  const { clock, issues, subscriptions, outbox, channels, log, stopping, postedWords } = newsroom;
  clock.nowMs = noon;
  issues.push(inventIssue('2031-W07'), inventIssue('2031-W08'));
  for (const channelId of channelIds)
    await subscriptions.save(makeSubscription({ channelId, nextDueMs: noon, seenIssueId: '2031-W07' }));
  await newsroom.startProcess({ posted: postedWords }).runRound();
  assert.equal(channels.arrived.length, channelIds.length);
  const edit = (title: string, more = {}) => issues.splice(1, 1, inventIssue('2031-W08', { title, ...more }));
  const correct = (given: Partial<Pick<CorrectingParts, 'tryHold' | 'failedUntilMs' | 'senders'>> = {}) =>
    correctPosts({
      posted: postedWords,
      getIssues: () => issues,
      now: () => clock.nowMs,
      correctDays,
      subscriptions,
      senders: [channels.sender],
      log,
      signal: stopping.signal,
      ...given,
    });
  return { clock, edit, correct, channels, subscriptions, outbox, log, stopping };
}

test('a post whose issue has changed is edited once, says when, and is not posted again', async (t) => {
  const { clock, edit, correct, channels } = await openPosted(t);
  assert.equal(await correct(), true);
  assert.deepEqual(channels.corrected, []);
  edit('Kitchen Weekly, mended');
  clock.nowMs += 2 * dayMs;
  await correct();
  await correct();
  const [{ messageId, text } = { messageId: '', text: '' }, ...others] = channels.corrected;
  assert.deepEqual(others, []);
  assert.equal(messageId, 'message 1');
  assert.match(text, /^Kitchen Weekly, mended\n/);
  assert.match(text, /\nCorrected on 23 February 2031\.$/);
  assert.equal(channels.arrived.length, 1);
  edit('Kitchen Weekly, mended again');
  await correct();
  assert.equal(channels.corrected.length, 2);
});

test('a draft, an issue that is gone, one that is too old and a channel that is closed are left as they are', async (t) => {
  const { clock, edit, correct, channels, subscriptions } = await openPosted(t);
  edit('Kitchen Weekly, half done', { isDraft: true });
  await correct();
  edit('Kitchen Weekly, mended');
  await subscriptions.pause({ platform: 'slack', channelId: 'C1' }, 'closed');
  await correct();
  await subscriptions.save(makeSubscription({ nextDueMs: noon + 7 * dayMs }));
  clock.nowMs += 31 * dayMs;
  await correct();
  assert.deepEqual(channels.corrected, []);
  const never = await openPosted(t, 0);
  never.edit('Kitchen Weekly, mended');
  await never.correct();
  assert.deepEqual(never.channels.corrected, []);
});

test('a message that was deleted is left alone; what the platform cannot do now is done later', async (t) => {
  const { edit, correct, channels } = await openPosted(t);
  edit('Kitchen Weekly, mended');
  channels.mishaps.push('busy');
  assert.equal(await correct(), false);
  assert.equal(await correct(), true);
  assert.equal(channels.corrected.length, 1);
  edit('Kitchen Weekly, mended again');
  channels.mishaps.push('gone');
  assert.equal(await correct(), true);
  await correct();
  assert.equal(channels.corrected.length, 1);
});

test('what a platform refuses until somebody mends it is not lost, is tried again an hour later, and keeps no other post', async (t) => {
  const { clock, edit, correct, channels } = await openPosted(t, 30, ['C1', 'C2', 'C3']);
  const failedUntilMs = new Map<string, number>();
  edit('Kitchen Weekly, mended');
  channels.mishaps.push('refuses');
  assert.equal(await correct({ failedUntilMs }), false);
  assert.equal(channels.corrected.length, 2);
  clock.nowMs += 60 * 60_000 - 1;
  assert.equal(await correct({ failedUntilMs }), false);
  assert.equal(channels.corrected.length, 2);
  clock.nowMs += 1;
  assert.equal(await correct({ failedUntilMs }), true);
  assert.equal(new Set(channels.corrected.map(({ messageId }) => messageId)).size, 3);
});

test('a platform that fails one post after the other is left alone until the next look', async (t) => {
  const { edit, correct, channels } = await openPosted(t, 30, ['C1', 'C2', 'C3', 'C4']);
  edit('Kitchen Weekly, mended');
  channels.mishaps.push('busy', 'refuses', 'busy', 'busy');
  assert.equal(await correct(), false);
  assert.deepEqual(channels.mishaps, ['busy']);
  assert.equal(await correct(), false);
  assert.equal(channels.corrected.length, 3);
  assert.equal(await correct(), true);
  assert.equal(channels.corrected.length, 4);
});

test('a platform that fails now and then is not left alone: only what fails in a row counts', async (t) => {
  const { edit, correct, channels } = await openPosted(t, 30, ['C1', 'C2', 'C3', 'C4', 'C5', 'C6']);
  edit('Kitchen Weekly, mended');
  channels.mishaps.push('busy', 'busy', 'none', 'busy', 'none');
  assert.equal(await correct(), false);
  assert.equal(channels.corrected.length, 3);
});

test('posts that fail again and again let those behind them go first the next time', async (t) => {
  const { edit, correct, channels, clock } = await openPosted(t, 30, ['C1', 'C2', 'C3', 'C4']);
  const failedUntilMs = new Map<string, number>();
  edit('Kitchen Weekly, mended');
  channels.mishaps.push('busy', 'busy', 'busy');
  assert.equal(await correct({ failedUntilMs }), false);
  clock.nowMs += 60_000;
  channels.mishaps.push('refuses');
  assert.equal(await correct({ failedUntilMs }), false);
  assert.deepEqual(channels.mishaps, []);
  assert.equal(failedUntilMs.size, 4);
  clock.nowMs += 30_000;
  await correct({ failedUntilMs });
  assert.equal(channels.corrected.length, 3, 'a minute and a half later those that failed come again');
});

test('a platform that says when it takes more is not asked before', async (t) => {
  const { edit, correct, channels, clock } = await openPosted(t);
  const failedUntilMs = new Map<string, number>();
  edit('Kitchen Weekly, mended');
  const busy = new DeliveryError('try-later', 'Too busy.', { retryAfterMs: 10 * 60_000 });
  await correct({ failedUntilMs, senders: [{ ...channels.sender, correct: () => Promise.reject(busy) }] });
  clock.nowMs += 10 * 60_000 - 1;
  assert.equal(await correct({ failedUntilMs }), false);
  assert.deepEqual(channels.corrected, []);
  clock.nowMs += 1;
  assert.equal(await correct({ failedUntilMs }), true);
  assert.equal(channels.corrected.length, 1);
});

test('a post that was sent before it was kept what it said is corrected from then on', async (t) => {
  const newsroom = await openNewsroom(t);
  const { clock, issues, subscriptions, channels, log, stopping, postedWords } = newsroom;
  clock.nowMs = noon;
  issues.push(inventIssue('2031-W08'));
  await subscriptions.save(makeSubscription({ nextDueMs: noon }));
  await newsroom.announcer.runRound();
  const senders = [channels.sender];
  const sources = { posted: postedWords, getIssues: () => issues, now: () => clock.nowMs, correctDays: 30 };
  const parts = { ...sources, subscriptions, senders, log, signal: stopping.signal };
  await correctPosts(parts);
  assert.deepEqual(channels.corrected, []);
  issues.splice(0, 1, inventIssue('2031-W08', { title: 'Kitchen Weekly, mended' }));
  await correctPosts(parts);
  assert.equal(channels.corrected.length, 1);
});

test('only one replica corrects at a time', async (t) => {
  const { edit, correct, channels } = await openPosted(t);
  edit('Kitchen Weekly, mended');
  const held = await correct({ tryHold: async () => undefined });
  assert.equal(held, false);
  assert.deepEqual(channels.corrected, []);
  let released = 0;
  const holding = (lost: AbortSignal) => ({ tryHold: async () => ({ lost, release: async () => void released++ }) });
  assert.equal(await correct(holding(AbortSignal.abort())), false, 'its turn is lost');
  assert.deepEqual([channels.corrected, released], [[], 1]);
  assert.equal(await correct(holding(new AbortController().signal)), true);
  assert.deepEqual([channels.corrected.length, released], [1, 2]);
});

test('a process that stops corrects nothing more', async (t) => {
  const { edit, correct, channels, stopping } = await openPosted(t);
  edit('Kitchen Weekly, mended');
  stopping.abort();
  assert.equal(await correct(), false);
  assert.deepEqual(channels.corrected, []);
});

test('a channel that was unsubscribed, and a platform that is not set up any more, are left as they are', async (t) => {
  const { edit, correct, channels, subscriptions } = await openPosted(t, 30, ['C1', 'C2']);
  edit('Kitchen Weekly, mended');
  assert.equal(await correct({ senders: [] }), true);
  await subscriptions.remove({ platform: 'slack', channelId: 'C1' });
  assert.equal(await correct(), true);
  assert.equal(channels.corrected.length, 1);
});
