import assert from 'node:assert/strict';
import { test } from 'node:test';
import { forecastIssue } from '#announcing/planning/forecast-channel.ts';
import { planDue } from '#announcing/planning/plan-due.ts';
import { makeSubscription } from '../contracts/make-subscription.ts';
import { inventIssue } from './invent-issues.ts';
import { openNewsroom } from './open-newsroom.ts';

const dayMs = 24 * 60 * 60_000;
// Friday 21 February 2031, noon in Kolkata.
const noon = Date.UTC(2031, 1, 21, 6, 30);

const ofDay = (id: string, given = {}) =>
  inventIssue('2031-W08', { id, title: `Kitchen ${id}`, date: { day: id.slice(0, 10), isDerived: false }, ...given });

test('several issues of one week are announced once each: the newest in full, the others as a line', async (t) => {
  const newsroom = await openNewsroom(t);
  newsroom.issues.push(inventIssue('2031-W07'), ofDay('2031-02-18'), ofDay('2031-02-20-extra'), ofDay('2031-02-22'));
  newsroom.clock.nowMs = noon;
  await newsroom.subscriptions.save(makeSubscription({ nextDueMs: noon, seenIssueId: '2031-W07' }));
  await newsroom.announcer.runRound();
  await newsroom.announcer.runRound();
  newsroom.clock.nowMs = noon + 7 * dayMs;
  await newsroom.announcer.runRound();
  newsroom.clock.nowMs = noon + 14 * dayMs;
  await newsroom.announcer.runRound();
  const texts = newsroom.channels.arrived.map(({ text }) => text);
  assert.deepEqual(
    texts.map((text) => text.split('\n')[0]),
    ['Kitchen 2031-02-20-extra', 'Kitchen 2031-02-22'],
  );
  assert.match(texts[0] ?? '', /Kitchen 2031-02-18/);
  assert.doesNotMatch(texts[1] ?? '', /2031-02-18|extra/);
});

test('an issue waits for the moment in its keys, and is not posted once it has ended', () => {
  const subscription = makeSubscription({ nextDueMs: noon, seenIssueId: '2031-W07' });
  const plan = (given: object) =>
    planDue({ subscription, issues: [ofDay('2031-02-20', given)], nowMs: noon, catchUpDays: 3 }).plan.post?.issueId;
  assert.equal(plan({}), '2031-02-20');
  assert.equal(plan({ notBefore: '2031-02-21' }), '2031-02-20');
  assert.equal(plan({ notBefore: '2031-02-22' }), undefined);
  assert.equal(plan({ notBefore: '2031-02-21T06:29:00.000Z' }), '2031-02-20');
  assert.equal(plan({ notBefore: '2031-02-21T06:31:00.000Z' }), undefined);
  assert.equal(plan({ notAfter: '2031-02-22' }), '2031-02-20');
  assert.equal(plan({ notAfter: '2031-02-21' }), undefined);
});

test('the forecast says when such an issue is posted, or that it is not any more', () => {
  const subscription = makeSubscription({ nextDueMs: noon, seenIssueId: '2031-W07' });
  const forecast = (given: object) => {
    const issue = ofDay('2031-02-20', given);
    return forecastIssue({ subscription, issues: [issue], nowMs: noon, catchUpDays: 3 }, issue, undefined);
  };
  const later = forecast({ notBefore: '2031-02-22' });
  assert.deepEqual(later.kind === 'post' && later.atMs, noon + 7 * dayMs);
  assert.deepEqual(forecast({ notAfter: '2031-02-01' }), { kind: 'ended', day: '2031-02-01' });
  assert.deepEqual(forecast({ notBefore: '2040-01-01' }), { kind: 'far-off', day: '2040-01-01' });
});

test('an issue that is held back after it was planned is not posted', async (t) => {
  const newsroom = await openNewsroom(t);
  newsroom.issues.push(ofDay('2031-02-20'));
  newsroom.clock.nowMs = noon;
  newsroom.channels.mishaps.push('busy');
  await newsroom.subscriptions.save(makeSubscription({ nextDueMs: noon, seenIssueId: '2031-W07' }));
  await newsroom.announcer.runRound();
  newsroom.issues[0] = ofDay('2031-02-20', { notBefore: '2031-03-01' });
  newsroom.clock.nowMs = noon + 60_000;
  await newsroom.announcer.runRound();
  const [post] = await newsroom.outbox.list({ limit: 1 });
  assert.match(post?.reason ?? '', /not to be posted now, by the dates in its front matter/);
});

test('the folder is looked at before a date is served, and only then', async (t) => {
  let looks = 0;
  let issues = [inventIssue('2031-W07')];
  const newsroom = await openNewsroom(t, {
    getIssues: () => issues,
    // As the program does: another archive, not another issue in the one that somebody may have in hand.
    lookAnew: async () => {
      looks++;
      issues = [...issues, ofDay('2031-02-20')];
    },
  });
  newsroom.clock.nowMs = noon - 1;
  await newsroom.subscriptions.save(makeSubscription({ nextDueMs: noon, seenIssueId: '2031-W07' }));
  await newsroom.announcer.runRound();
  assert.equal(looks, 0);
  newsroom.clock.nowMs = noon;
  await newsroom.announcer.runRound();
  assert.equal(looks, 1);
  assert.equal(newsroom.channels.arrived.length, 1);
});
