import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findStartingPoint, planDue } from '#announcing/planning/plan-due.ts';
import type { Subscription } from '#announcing/subscription.ts';
import { makeSubscription } from '../../contracts/make-subscription.ts';
import { inventIssue } from '../invent-issues.ts';

const hourMs = 60 * 60 * 1000;
const dayMs = 24 * hourMs;
// Friday 21 February 2031, noon in Kolkata: half past six in the morning, UTC.
const noon = Date.UTC(2031, 1, 21, 6, 30);
const issues = ['2031-W05', '2031-W06', '2031-W07', '2031-W08'].map((id) => inventIssue(id));

function plan(given: Partial<Subscription>, nowMs = noon, known = issues, catchUpDays = 3) {
  const subscription = makeSubscription({ nextDueMs: noon, ...given });
  return planDue({ subscription, issues: known, nowMs, catchUpDays });
}

test('the newest unseen issue goes out, the others before it as a line each, and the date moves on by a week', () => {
  assert.deepEqual(plan({ seenIssueId: '2031-W06' }), {
    plan: {
      platform: 'slack',
      channelId: 'C1',
      dueMs: noon,
      nextDueMs: noon + 7 * dayMs,
      seenIssueId: '2031-W08',
      post: { issueId: '2031-W08', earlierIssueIds: ['2031-W07'] },
    },
    nothing: undefined,
  });
});

test('nothing new, nothing posted: an issue that was seen, and older ones that come late, stay silent', () => {
  for (const known of [issues, [...issues, inventIssue('2030-W50')], []]) {
    const { plan: step, nothing } = plan({ seenIssueId: '2031-W08' }, noon, known);
    assert.equal(nothing, 'nothing-new');
    assert.equal(step.post, undefined);
    assert.equal(step.seenIssueId, undefined);
    assert.equal(step.nextDueMs, noon + 7 * dayMs);
  }
});

test('a draft waits, and an issue waits for its date as it comes in the channel’s own zone', () => {
  const draft = [...issues.slice(0, 3), inventIssue('2031-W08', { isDraft: true })];
  assert.equal(plan({ seenIssueId: '2031-W06' }, noon, draft).plan.post?.issueId, '2031-W07');
  // Dated the 21st, which has begun at this moment in Auckland, and not yet in Honolulu.
  const at = Date.UTC(2031, 1, 20, 22, 0);
  const there = (timeZone: string, dayOfWeek: number, minuteOfDay: number) =>
    plan({ seenIssueId: '2031-W07', nextDueMs: at, schedule: { timeZone, dayOfWeek, minuteOfDay } }, at).plan.post;
  assert.equal(there('Pacific/Auckland', 5, 660)?.issueId, '2031-W08');
  assert.equal(there('Pacific/Honolulu', 4, 720), undefined);
});

test('after a long sleep one date is served: the last, if it is not too long ago', () => {
  const asleep = { nextDueMs: noon - 35 * dayMs, seenIssueId: '2031-W05' };
  const soon = plan(asleep, noon + 2 * dayMs);
  assert.deepEqual(soon.plan.post, { issueId: '2031-W08', earlierIssueIds: ['2031-W07', '2031-W06'] });
  assert.equal(soon.plan.dueMs, noon - 35 * dayMs);
  assert.equal(soon.plan.nextDueMs, noon + 7 * dayMs);
  const late = plan(asleep, noon + 4 * dayMs);
  assert.equal(late.nothing, 'too-late');
  assert.deepEqual([late.plan.post, late.plan.seenIssueId], [undefined, undefined]);
  assert.equal(late.plan.nextDueMs, noon + 7 * dayMs);
  // What was left then comes with the next date.
  const next = plan({ ...asleep, nextDueMs: noon + 7 * dayMs }, noon + 7 * dayMs);
  assert.deepEqual(next.plan.post, { issueId: '2031-W08', earlierIssueIds: ['2031-W07', '2031-W06'] });
});

test('a new channel starts with what would be posted there next', () => {
  const { schedule } = makeSubscription();
  const start = (nowMs: number, known = issues) => findStartingPoint(known, schedule, nowMs);
  assert.equal(start(noon - hourMs), '2031-W07', 'today’s issue is still to come');
  assert.equal(start(noon), '2031-W08', 'today’s has been');
  assert.equal(start(noon + 3 * dayMs), '2031-W08');
  assert.equal(start(noon, [inventIssue('2031-W08', { isDraft: true }), ...issues.slice(0, 2)]), '2031-W06');
});

test('an archive that comes after a channel was subscribed is no news there; the next issue is', () => {
  const { schedule } = makeSubscription();
  const nextDueMs = noon + 7 * dayMs;
  const seenIssueId = findStartingPoint([], schedule, noon);
  const ofDay = { ...inventIssue('2031-W08'), id: '2031-02-20-number-12' };
  const old = [inventIssue('2017-W41'), inventIssue('2031-W07'), ofDay];
  assert.equal(findStartingPoint([], schedule, noon + 3 * dayMs), seenIssueId, 'up to the last date');
  assert.equal(plan({ seenIssueId, nextDueMs }, nextDueMs, old).nothing, 'nothing-new');
  assert.deepEqual(plan({ seenIssueId, nextDueMs }, nextDueMs, [...old, inventIssue('2031-W09')]).plan.post, {
    issueId: '2031-W09',
    earlierIssueIds: [],
  });
});
