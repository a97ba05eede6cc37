import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { ClaimedPost } from '#announcing/outbox.ts';
import { takeBack } from '#announcing/planning/take-back.ts';
import { makeSubscription } from '../../contracts/make-subscription.ts';
import { inventIssue } from '../invent-issues.ts';

const post: ClaimedPost = {
  platform: 'slack',
  channelId: 'C1',
  id: 'a post',
  owner: 'a process',
  attempts: 1,
  issueId: '2031-W08',
  earlierIssueIds: ['2031-W07', '2031-W06'],
  dueMs: 1,
  unsureSinceMs: undefined,
  messageId: undefined,
  plannedMs: 1,
};

/** What is put back and what is said of the post. */
async function takeBackFrom(ids: readonly string[], seenIssueId: string, given: Partial<ClaimedPost> = {}) {
  const done: unknown[] = [];
  await takeBack({ ...post, ...given }, makeSubscription({ seenIssueId, nextDueMs: 9 }), 'a reason', {
    getIssues: () => ids.map((id) => ({ ...inventIssue('2031-W01'), id })),
    subscriptions: { advance: async (_channel, step) => done.push(step) > 0 },
    outbox: { skip: async (_claim, reason) => done.push(reason) > 0 },
  });
  return done;
}

describe('what a channel counts as seen once its post is taken back', () => {
  const all = ['2031-W04', '2031-W05', '2031-W06', '2031-W07', '2031-W08', '2031-W09'];
  const cases: readonly [name: string, ids: readonly string[], given: Partial<ClaimedPost>, seen: string][] = [
    ['what came before all that was in it', all, {}, '2031-W05'],
    ['whatever the order of the folder', all.toReversed(), {}, '2031-W05'],
    ['what came before the issue, where that stood alone', all, { earlierIssueIds: [] }, '2031-W07'],
    ['nothing, where nothing came before', ['2031-W06', '2031-W07', '2031-W08'], {}, ''],
    ['a day before a week, by the calendar', ['2031-02-13', '2031-W08'], { earlierIssueIds: [] }, '2031-02-13'],
  ];
  for (const [name, ids, given, seenIssueId] of cases)
    test(name, async () => {
      assert.deepEqual(await takeBackFrom(ids, '2031-W08', given), [
        { dueMs: 9, nextDueMs: 9, seenIssueId },
        'a reason',
      ]);
    });
});

test('where something newer was planned since, that alone says what was seen', async () => {
  assert.deepEqual(await takeBackFrom(['2031-W05', '2031-W08', '2031-W09'], '2031-W09'), ['a reason']);
});
