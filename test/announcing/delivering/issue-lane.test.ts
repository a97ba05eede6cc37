import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findCorrections } from '#announcing/correcting/find-corrections.ts';
import { makeSubscription } from '../../contracts/make-subscription.ts';
import { inventIssue } from '../invent-issues.ts';
import { openNewsroom } from '../open-newsroom.ts';

const noon = Date.UTC(2031, 1, 21, 12);

test('a post that may stand there already is known by the words of its first try, so that an edit since is corrected', async (t) => {
  const { clock, issues, subscriptions, channels, postedWords, startProcess } = await openNewsroom(t);
  clock.nowMs = noon;
  issues.push(inventIssue('2031-W07'), inventIssue('2031-W08'));
  await subscriptions.save(makeSubscription({ nextDueMs: noon, seenIssueId: '2031-W07' }));
  const announcer = startProcess({ posted: postedWords });
  channels.mishaps.push('answer-lost');
  await announcer.runRound();
  issues.splice(1, 1, inventIssue('2031-W08', { title: 'Kitchen Weekly, mended' }));
  clock.nowMs += 60 * 60_000;
  await announcer.runRound();
  assert.equal(channels.arrived.length, 1, 'it was found');
  const corrections = await Array.fromAsync(
    findCorrections({ posted: postedWords, getIssues: () => issues, now: () => clock.nowMs, correctDays: 30 }),
  );
  assert.deepEqual(
    corrections.map(({ title }) => title),
    ['Kitchen Weekly, mended'],
  );
});
