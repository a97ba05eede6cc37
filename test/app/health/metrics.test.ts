import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { createProcessMetrics } from '#app/health/metrics.ts';
import type { SourceStatus } from '#sources/updating/source-status.ts';
import { openStore } from '#storage/opening/open-store.ts';
import { kitchenArchive } from '../../commands/invented-archive.ts';
import { makeSubscription } from '../../contracts/make-subscription.ts';
import { makeFolder, noLog, parseAddress } from '../../storage/store-address.ts';

type ObservedParts = Parameters<ReturnType<typeof createProcessMetrics>['observe']>[0];

const nowMs = Date.UTC(2031, 1, 28, 12);
const minuteMs = 60_000;

/** The figures as Prometheus reads them, of a process with a store of its own. */
async function open(t: TestContext, given: Partial<ObservedParts> = {}) {
  const address = parseAddress(`sqlite:${makeFolder(t)}/bot.sqlite`);
  const store = await openStore(address, { log: noLog, now: () => nowMs });
  t.after(() => store.close());
  const metrics = createProcessMetrics();
  metrics.observe({ getSnapshot: () => kitchenArchive, store, platforms: [], jobs: [], now: () => nowMs, ...given });
  /** By its name and labels, as they are written. */
  const read = async (name: string) => {
    const line = (await metrics.render()).split('\n').find((one) => one.startsWith(`${name} `));
    return line === undefined ? undefined : Number(line.slice(name.length + 1).replace('Nan', 'NaN'));
  };
  return { store, metrics, read };
}

test('the post that has waited longest since its date is the lag, be it claimed or not; without one it is nought', async (t) => {
  const { store, read } = await open(t);
  assert.equal(await read('bot_post_lag_seconds'), 0);
  const subscription = makeSubscription({ nextDueMs: nowMs - 5 * minuteMs });
  await store.subscriptions.save(subscription);
  const { platform, channelId } = subscription;
  const post = { issueId: '2031-W08', earlierIssueIds: [] };
  const step = { platform, channelId, dueMs: nowMs - 5 * minuteMs, nextDueMs: nowMs + minuteMs, seenIssueId: '', post };
  await store.outbox.plan([step], nowMs);
  assert.equal(await read('bot_post_lag_seconds'), 300);
  assert.equal(await read('bot_posts{state="waiting"}'), 1);
  const request = { platforms: ['slack'], limit: 1, nowMs, leaseMs: minuteMs, owner: 'a' };
  const [claim] = await store.outbox.claim(request);
  assert.ok(claim);
  assert.equal(await read('bot_post_lag_seconds'), 300);
  assert.deepEqual([await read('bot_posts{state="waiting"}'), await read('bot_posts{state="claimed"}')], [0, 1]);
  await store.outbox.markSent(claim, 'm1', nowMs);
  assert.deepEqual([await read('bot_post_lag_seconds'), await read('bot_posts{state="sent"}')], [0, 1]);
});

test('the archive is counted, and the age of its newest issue is that of its date', async (t) => {
  const { read } = await open(t);
  const { issues, index } = kitchenArchive;
  const articles = issues.flatMap((issue) => issue.articles.filter(({ kind }) => kind === 'news')).length;
  assert.deepEqual(
    [await read('bot_index_issues'), await read('bot_index_articles'), await read('bot_index_facts')],
    [issues.length, articles, index.facts.length],
  );
  const day = issues.at(-1)?.date.day ?? '';
  assert.equal(await read('bot_newest_issue_age_seconds'), (nowMs - Date.parse(day)) / 1000);
});

test('a source of issues is unknown before it was looked at, well or not afterwards, with the time since it was', async (t) => {
  let status: SourceStatus | undefined;
  const { read } = await open(t, { content: { status: () => status } });
  const both = async () => [await read('bot_content_fetched'), await read('bot_content_fetch_age_seconds')];
  assert.deepEqual(await both(), [Number.NaN, Number.NaN]);
  status = { lookedMs: nowMs, wellMs: nowMs - minuteMs, problem: undefined };
  assert.deepEqual(await both(), [1, 60]);
  status = { ...status, problem: { message: 'gone', remedy: 'look', sinceMs: nowMs } };
  assert.deepEqual(await both(), [0, 60]);
});

test('platforms are connected or not, and a job’s beat is as old as it is', async (t) => {
  const part = { stop: async () => {} };
  const platform = { ...part, started: Promise.resolve(true), ended: Promise.resolve() };
  const { read } = await open(t, {
    platforms: [
      { ...platform, name: 'slack', isConnected: () => true },
      { ...platform, name: 'discord', isConnected: () => false },
    ],
    jobs: [
      { ...part, name: 'ticking', lastBeatMs: () => nowMs - 2 * minuteMs },
      { ...part, name: 'new', lastBeatMs: () => undefined },
      { ...part, name: 'still' },
    ],
  });
  assert.equal(await read('bot_platform_connected{platform="slack"}'), 1);
  assert.equal(await read('bot_platform_connected{platform="discord"}'), 0);
  assert.equal(await read('bot_heartbeat_age_seconds{job="ticking"}'), 120);
  assert.equal(await read('bot_heartbeat_age_seconds{job="new"}'), Number.NaN);
  assert.equal(await read('bot_heartbeat_age_seconds{job="still"}'), undefined);
});

test('a request is counted by how it ended, timed in seconds, and by its verdict where there is one', async (t) => {
  const { metrics, read } = await open(t);
  const count = (outcome: Parameters<typeof metrics.countQuestion>[0]['outcome']) =>
    metrics.countQuestion({ platform: 'slack', outcome, elapsedMs: 20 });
  count({ kind: 'answered', verdict: 'no' });
  count({ kind: 'answered', verdict: undefined });
  count({ kind: 'silent' });
  assert.equal(await read('bot_questions_total{platform="slack",outcome="answered"}'), 2);
  assert.equal(await read('bot_questions_total{platform="slack",outcome="silent"}'), 1);
  assert.equal(await read('bot_verdicts_total{platform="slack",verdict="no"}'), 1);
  assert.equal(await read('bot_answer_seconds_count{platform="slack"}'), 3);
  assert.equal(await read('bot_answer_seconds_bucket{le="0.01",platform="slack"}'), 0);
  assert.equal(await read('bot_answer_seconds_bucket{le="0.025",platform="slack"}'), 3);
});
