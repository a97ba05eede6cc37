import assert from 'node:assert/strict';
import { test } from 'node:test';
import { serveDueDates } from '#announcing/delivering/serve-due-dates.ts';
import type { ChannelPlan } from '#announcing/outbox.ts';
import { makeSubscription } from '../../contracts/make-subscription.ts';
import { keepLog } from '../../fixtures/kept-log.ts';
import { inventIssue } from '../invent-issues.ts';
import { openTinyChannels } from '../tiny-channels.ts';

const noon = Date.UTC(2031, 1, 21, 6, 30);

/** So many channels that are due, in a list; each that is planned is due no more. */
async function serve(count: number, { zone = 'Asia/Kolkata', signal = new AbortController().signal } = {}) {
  const due = Array.from({ length: count }, (_, i) =>
    makeSubscription({
      channelId: `C${i}`,
      nextDueMs: noon,
      seenIssueId: '2031-W07',
      schedule: { dayOfWeek: 5, minuteOfDay: 720, timeZone: i === 0 ? zone : 'Asia/Kolkata' },
    }),
  );
  const log = keepLog();
  const plans: ChannelPlan[] = [];
  const paused: string[] = [];
  const asked: unknown[] = [];
  let looks = 0;
  let issues = [inventIssue('2031-W07')];
  const remove = (id: string) =>
    due.splice(
      due.findIndex(({ channelId }) => channelId === id),
      1,
    );
  const planned = await serveDueDates({
    subscriptions: {
      async listDue(platforms: readonly string[], nowMs: number, limit: number) {
        asked.push([platforms, nowMs]);
        return due.slice(0, limit);
      },
      async pause({ channelId }: { channelId: string }) {
        remove(channelId);
        paused.push(channelId);
        return true;
      },
    } as never,
    outbox: {
      async plan(some: readonly ChannelPlan[]) {
        for (const { channelId } of some) remove(channelId);
        plans.push(...some);
        return some.filter(({ post }) => post !== undefined).length;
      },
    } as never,
    senders: [openTinyChannels().sender],
    getIssues: () => issues,
    async lookAnew() {
      looks++;
      // As the program does: another archive, not another issue in the one that somebody may have in hand.
      issues = [...issues, inventIssue('2031-W08')];
    },
    catchUpDays: 3,
    log,
    now: () => noon,
    signal,
  });
  return { planned, plans, paused, asked, looks, log };
}

test('all channels that are due are served in one round, however many, after one look at the folder', async () => {
  for (const count of [0, 1, 499, 500, 501, 1_000]) {
    const { planned, plans, asked, looks } = await serve(count);
    assert.deepEqual([planned, plans.length, looks], [count, count, count > 0 ? 1 : 0], String(count));
    assert.ok(
      plans.every(({ post }) => post?.issueId === '2031-W08'),
      'what the look has found is posted',
    );
    assert.equal(asked.length, Math.floor(count / 500) + 1);
    assert.deepEqual(asked[0], [['slack'], noon]);
  }
});

test('a schedule that cannot be used pauses its own channel, and no other', async () => {
  const { planned, paused, log } = await serve(3, { zone: 'Kitchen/Sink' });
  assert.deepEqual([planned, paused], [2, ['C0']]);
  assert.equal(log.above('info').length, 1);
});

test('a process that stops begins no further batch', async () => {
  const { planned, asked } = await serve(3, { signal: AbortSignal.abort() });
  assert.deepEqual([planned, asked], [0, []]);
});
