import assert from 'node:assert/strict';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { prepareAnnouncing } from '#app/jobs/start-announcing.ts';
import { noMetrics } from '#conversation/ports/metrics.ts';
import type { FactualIssue } from '#search/reading/order-facts.ts';
import { buildSnapshot } from '#search/snapshot.ts';
import { openStore } from '#storage/opening/open-store.ts';
import { openTinyChannels } from '../../announcing/tiny-channels.ts';
import { makeSubscription } from '../../contracts/make-subscription.ts';
import { makeWatcher } from '../../contracts/make-watch.ts';
import { until } from '../../delivery/until.ts';
import { keepLog } from '../../fixtures/kept-log.ts';
import { makeFolder, parseAddress } from '../../storage/store-address.ts';
import { inventIssueOfFacts } from '../../watching/invent-issue-of-facts.ts';

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;
const noon = Date.UTC(2031, 1, 21, 12);
const schedule = { dayOfWeek: 5, minuteOfDay: 720, timeZone: 'UTC' };
const says = (status: string) => [
  { says: `Kettlectl: ${status} on arm64.`, about: ['Kettlectl'], on: ['arm64'], status },
];
const old = inventIssueOfFacts('2031-W07', says('planned'));
const fresh = inventIssueOfFacts('2031-W08', says('yes'), { title: 'Kitchen Weekly 8' });

/** Announcing as the program starts it, over a real store, on a clock that only the test moves. */
async function open(t: TestContext, configured: readonly string[] = []) {
  const clock = { nowMs: noon - 10 * minuteMs };
  const now = () => clock.nowMs;
  const log = keepLog();
  const store = await openStore(parseAddress(`sqlite:${join(makeFolder(t), 'bot.sqlite')}`), { log, now });
  t.after(() => store.close());
  const channels = openTinyChannels();
  const archive = { current: buildSnapshot([old, fresh]), looks: 0 };
  let wake = () => {};
  let rounds = 0;
  const watches = {
    ...store.watches,
    async listUnreachable(limit: number) {
      const found = await store.watches.listUnreachable(limit);
      rounds++;
      return found;
    },
  };
  const announcing = prepareAnnouncing({
    settings: {
      announce: {
        defaultSchedule: schedule,
        channels: configured.map((channelId) => ({
          platform: 'slack',
          channelId,
          workspaceId: 'T1',
          schedule,
          roleToPing: undefined,
        })),
        catchUpDays: 3,
        quietMinutes: 5,
        correctDays: 30,
      },
    },
    store: { ...store, watches },
    senders: [channels.sender],
    tools: {
      log,
      metrics: noMetrics,
      now,
      random: () => 1,
      // Of the tick's own look at the clock; every other wait ends when it is no longer wanted.
      wait: (ms: number, signal?: AbortSignal) =>
        new Promise<void>((resolve) => {
          if (ms === 5_000) wake = resolve;
          signal?.addEventListener('abort', () => resolve(), { once: true });
        }),
    } as never,
    getSnapshot: () => archive.current,
    refresh: async () => void archive.looks++,
  });
  let part: ReturnType<typeof announcing.start> | undefined;
  t.after(() => part?.stop());
  return {
    ...{ clock, store, channels, archive, log, announcing },
    publish(...issues: readonly FactualIssue[]) {
      archive.current = buildSnapshot(issues);
    },
    async start() {
      part = announcing.start();
      await until(() => rounds === 1);
      return part;
    },
    /** What a minute of the clock brings, or a clock that is set. */
    async pass(ms: number) {
      const before = rounds;
      clock.nowMs += ms;
      wake();
      await until(() => rounds > before);
      for (let i = 0; i < 50; i++) await setImmediate();
    },
  };
}

test('a channel that is configured is subscribed at the start, and has its issue on its date, after a look at the folder', async (t) => {
  const { start, pass, store, channels, archive, announcing } = await open(t, ['C1']);
  const part = await start();
  assert.equal((await store.subscriptions.find({ platform: 'slack', channelId: 'C1' }))?.nextDueMs, noon);
  assert.deepEqual([channels.arrived.length, archive.looks], [0, 0]);
  await pass(10 * minuteMs);
  await until(() => channels.arrived.length > 0);
  assert.match(channels.arrived[0]?.text ?? '', /^Kitchen Weekly 8/);
  assert.equal(archive.looks, 1);
  assert.deepEqual([part.name, part.lastBeatMs?.()], ['announcing', noon]);
  await announcing.desk.unsubscribe({ platform: 'slack', channelId: 'C1' });
  const kept = await store.subscriptions.find({ platform: 'slack', channelId: 'C1' });
  assert.notEqual(kept?.pausedReason, undefined, 'the configuration would subscribe it again');
});

test('dates that a clock set wrong has moved are mended at the start, and after it is set back', async (t) => {
  const { start, pass, store, clock } = await open(t);
  const channel = { platform: 'slack', channelId: 'C1' };
  await store.subscriptions.save(makeSubscription({ ...channel, schedule, nextDueMs: noon + 700 * dayMs }));
  await start();
  const due = async () => (await store.subscriptions.find(channel))?.nextDueMs;
  assert.equal(await due(), noon);
  await store.subscriptions.save(makeSubscription({ ...channel, schedule, nextDueMs: noon + 700 * dayMs }));
  await pass(6 * minuteMs);
  assert.equal(await due(), noon + 700 * dayMs, 'nobody looks while the clock goes forward');
  await pass(-minuteMs);
  assert.equal(await due(), noon + 700 * dayMs, 'nor when it is put right by a little');
  await pass(-2 * minuteMs);
  assert.equal(await due(), noon);
  assert.ok(clock.nowMs < noon);
});

test('an issue that changes is corrected where it stands, once nothing has changed for a while', async (t) => {
  const { start, pass, publish, channels } = await open(t, ['C1']);
  await start();
  await pass(10 * minuteMs);
  await until(() => channels.arrived.length > 0);
  publish(old, inventIssueOfFacts('2031-W08', says('yes'), { title: 'Kitchen Weekly 8, mended' }));
  await pass(minuteMs);
  await pass(4 * minuteMs);
  assert.equal(channels.corrected.length, 0);
  await pass(minuteMs);
  await until(() => channels.corrected.length > 0);
  assert.match(channels.corrected[0]?.text ?? '', /^Kitchen Weekly 8, mended/);
  await pass(10 * minuteMs);
  assert.equal(channels.corrected.length, 1);
});

test('who watches is told of what is new, once nothing has changed for a while; who cannot be reached is known to whoever asks', async (t) => {
  const { start, pass, publish, channels, announcing } = await open(t);
  const ann = makeWatcher();
  await announcing.watching.watch(
    ann,
    { subject: 'Kettlectl', targetId: undefined },
    { isOnce: false, askerId: undefined },
  );
  publish(old);
  await start();
  await pass(6 * minuteMs);
  publish(old, fresh);
  await pass(minuteMs);
  channels.mishaps.push('gone');
  await pass(4 * minuteMs);
  assert.equal(channels.sends, 0, 'somebody may still be writing it');
  await pass(2 * minuteMs);
  await until(() => channels.sends > 0);
  await pass(minuteMs);
  assert.match(announcing.watching.findUnreachable(ann)?.reason ?? '', /The bot may not post there/);
});
