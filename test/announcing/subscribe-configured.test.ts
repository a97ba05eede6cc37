import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { listToCome, subscribeConfigured } from '#announcing/channels/configured-subscriber.ts';
import { nextDue } from '#announcing/schedule/next-due.ts';
import type { Subscription } from '#announcing/subscription.ts';
import { makeSubscription } from '../contracts/make-subscription.ts';
import { inventIssue } from './invent-issues.ts';

const dayMs = 24 * 60 * 60_000;
const schedule = { dayOfWeek: 5, minuteOfDay: 720, timeZone: 'Asia/Kolkata' };
const channel = { platform: 'slack', channelId: 'C1', schedule, roleToPing: undefined };
const nowMs = Date.UTC(2031, 1, 19);
const nextMs = nextDue(schedule, nowMs);
const issues = ['2031-W06', '2031-W07'].map((id) => inventIssue(id));

const subscribe = (known: Subscription | undefined) =>
  subscribeConfigured(channel, { known, workspaceId: 'T1', issues, nowMs });

describe('when a configured channel is looked at next', () => {
  const cases: readonly [name: string, known: Subscription | undefined, dueMs: number][] = [
    ['a new one at its next date', undefined, nextMs],
    [
      'a known one when it was to be, be it far off',
      makeSubscription({ schedule, nextDueMs: nowMs + 9 * dayMs }),
      nowMs + 9 * dayMs,
    ],
    ['or in a moment', makeSubscription({ schedule, nextDueMs: nowMs + 1 }), nowMs + 1],
    ['one whose date is over at the next', makeSubscription({ schedule, nextDueMs: nowMs }), nextMs],
    [
      'one with another schedule at the next date of the new one',
      makeSubscription({ schedule: { ...schedule, minuteOfDay: 600 }, nextDueMs: nowMs + 9 * dayMs }),
      nextMs,
    ],
  ];
  for (const [name, known, dueMs] of cases) test(name, () => assert.equal(subscribe(known).nextDueMs, dueMs));
});

test('a new channel begins after what is there; a known one goes on where it was, and is paused no more', () => {
  const fresh = subscribe(undefined);
  assert.deepEqual([fresh.seenIssueId, fresh.createdMs, fresh.origin], ['2031-W07', nowMs, 'configuration']);
  const known = makeSubscription({
    seenIssueId: '2031-W01',
    createdMs: 7,
    pausedReason: 'sent away',
    origin: 'configuration',
  });
  const again = subscribe(known);
  assert.deepEqual([again.seenIssueId, again.createdMs, again.pausedReason], ['2031-W01', 7, undefined]);
  assert.equal(
    subscribe({ ...known, seenIssueId: undefined }).seenIssueId,
    undefined,
    'one that has seen nothing, too',
  );
});

test('a channel of the same id on another platform is another channel', () => {
  const channels = [channel, { ...channel, platform: 'discord' }, { ...channel, channelId: 'C2' }] as const;
  assert.deepEqual(
    listToCome(channels as never, [makeSubscription()]).map(({ platform, channelId }) => `${platform} ${channelId}`),
    ['discord C1', 'slack C2'],
  );
});
