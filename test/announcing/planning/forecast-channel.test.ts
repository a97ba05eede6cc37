import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { OutboxPost } from '#announcing/outbox.ts';
import { forecastChannel, forecastIssue } from '#announcing/planning/forecast-channel.ts';
import { nextDue } from '#announcing/schedule/next-due.ts';
import type { Subscription } from '#announcing/subscription.ts';
import type { Issue } from '#newsletter/issue.ts';
import { makeSubscription } from '../../contracts/make-subscription.ts';
import { inventIssue } from '../invent-issues.ts';

const weekMs = 7 * 24 * 60 * 60_000;
const schedule = { dayOfWeek: 5, minuteOfDay: 720, timeZone: 'Asia/Kolkata' };
const nowMs = Date.UTC(2031, 1, 19);
// Friday of week 8.
const dueMs = nextDue(schedule, nowMs);
const issues = ['2031-W07', '2031-W08', '2031-W10'].map((id) => inventIssue(id));
const [, week8, week10] = issues as [Issue, Issue, Issue];

const dueChannel = (given: Partial<Subscription> = {}) => ({
  subscription: makeSubscription({ schedule, nextDueMs: dueMs, seenIssueId: '2031-W07', ...given }),
  issues,
  nowMs,
  catchUpDays: 3,
});

describe('what the next date brings', () => {
  test('the newest issue that is out by then', () => {
    assert.deepEqual(forecastChannel(dueChannel()), {
      kind: 'post',
      atMs: dueMs,
      issueId: '2031-W08',
      earlierIssueIds: [],
    });
  });
  test('those before it that were not seen as a line each', () => {
    const forecast = forecastChannel(dueChannel({ seenIssueId: '2031-W01' }));
    assert.deepEqual(forecast.kind === 'post' && forecast.earlierIssueIds, ['2031-W07']);
  });
  test('nothing where all is seen', () => {
    assert.deepEqual(forecastChannel(dueChannel({ seenIssueId: '2031-W08' })), { kind: 'nothing-new', atMs: dueMs });
  });
  test('now, where a date has come already', () => {
    assert.deepEqual(forecastChannel(dueChannel({ nextDueMs: nowMs - 1 })), { kind: 'nothing-new', atMs: nowMs });
  });
  test('what the date after brings, where the last one is over for too long', () => {
    const forecast = forecastChannel(dueChannel({ nextDueMs: dueMs - weekMs }));
    assert.deepEqual(forecast.kind === 'post' && [forecast.issueId, forecast.atMs], ['2031-W08', dueMs]);
  });
  test('nothing in a paused channel', () => {
    assert.deepEqual(forecastChannel(dueChannel({ pausedReason: 'sent away' })), {
      kind: 'paused',
      reason: 'sent away',
    });
  });
});

describe('what becomes of one issue', () => {
  const post = (state: OutboxPost['state']) => ({ issueId: '2031-W08', state }) as OutboxPost;
  const follow = (issue: Issue, given: Partial<Subscription> = {}, planned?: OutboxPost) =>
    forecastIssue(dueChannel(given), issue, planned).kind;

  test('it is posted at the next date', () => assert.equal(follow(week8), 'post'));
  test('it is posted at once where a date has come already', () => {
    const published = { ...week8, date: { day: '2031-02-18', isDerived: false } };
    const due = dueChannel({ nextDueMs: nowMs - 2 * 24 * 60 * 60_000 });
    const forecast = forecastIssue({ ...due, issues: [published] }, published, undefined);
    assert.deepEqual([forecast.kind, forecast.kind === 'post' && forecast.atMs], ['post', nowMs]);
  });
  test('it was planned before', () => assert.equal(follow(week8, {}, post('sent')), 'planned-before'));
  test('a post that was skipped is planned anew', () => assert.equal(follow(week8, {}, post('skipped')), 'post'));
  test('a draft waits', () => assert.equal(follow({ ...week8, isDraft: true }), 'draft'));
  test('it is seen', () => assert.equal(follow(week8, { seenIssueId: '2031-W08' }), 'seen'));
  test('so is one before what was seen', () => assert.equal(follow(week8, { seenIssueId: '2031-W10' }), 'seen'));
  test('the channel is paused', () => assert.equal(follow(week8, { pausedReason: 'sent away' }), 'paused'));
  test('one of a later week goes out then', () => {
    const forecast = forecastIssue(dueChannel(), week10, undefined);
    assert.deepEqual(forecast.kind === 'post' && [forecast.issueId, forecast.atMs], ['2031-W10', dueMs + 2 * weekMs]);
  });
  test('one of years to come is far off', () => {
    assert.deepEqual(forecastIssue(dueChannel(), inventIssue('2035-W10'), undefined), {
      kind: 'far-off',
      day: '2035-03-09',
    });
  });
  test('by its own day, where it might have been let out before', () => {
    const early = { ...inventIssue('2035-W10'), notBefore: '2031-01-01' };
    assert.deepEqual(forecastIssue(dueChannel(), early, undefined), { kind: 'far-off', day: '2035-03-09' });
  });
  test('one that was to be out until yesterday has ended', () => {
    const ended = { ...week8, notAfter: '2031-02-18' };
    assert.deepEqual(forecastIssue({ ...dueChannel(), issues: [ended] }, ended, undefined), {
      kind: 'ended',
      day: '2031-02-18',
    });
  });
});
