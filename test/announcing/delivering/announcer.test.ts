import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createProcessLocks } from '#storage/engines/process-locks.ts';
import { makeSubscription } from '../../contracts/make-subscription.ts';
import { inventIssue } from '../invent-issues.ts';
import { openNewsroom } from '../open-newsroom.ts';

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;
const noon = Date.UTC(2031, 1, 21, 6, 30);
const channel = { platform: 'slack', channelId: 'C1' };

/** Short pauses are over at once; long ones, such as between two renewals of a claim, when they are no longer wanted. */
const waitShortly = (ms: number, signal?: AbortSignal) =>
  new Promise<void>((resolve) => {
    if (ms < 10_000) return resolve();
    signal?.addEventListener('abort', () => resolve(), { once: true });
  });

type Newsroom = Awaited<ReturnType<typeof openNewsroom>>;

/** A subscribed channel and one new issue, at the very moment that it is due. */
async function openAtNoon(t: Parameters<typeof openNewsroom>[0]): Promise<Newsroom> {
  const newsroom = await openNewsroom(t);
  newsroom.issues.push(inventIssue('2031-W07'), inventIssue('2031-W08'));
  newsroom.clock.nowMs = noon;
  await newsroom.subscriptions.save(makeSubscription({ nextDueMs: noon, seenIssueId: '2031-W07' }));
  return newsroom;
}

const titles = ({ channels }: Newsroom) => channels.arrived.map(({ text }) => text.split('\n')[0]);
const only = async ({ outbox }: Newsroom) => {
  const [post, ...others] = await outbox.list({ limit: 2 });
  assert.ok(post && others.length === 0);
  return post;
};

test('an issue is posted on its date, once, however often is looked', async (t) => {
  const newsroom = await openAtNoon(t);
  newsroom.clock.nowMs = noon - 1;
  await newsroom.announcer.runRound();
  assert.deepEqual(titles(newsroom), []);
  newsroom.clock.nowMs = noon;
  await Promise.all([newsroom.announcer.runRound(), newsroom.announcer.runRound(), newsroom.startProcess().runRound()]);
  newsroom.clock.nowMs = noon + 7 * dayMs;
  await newsroom.announcer.runRound();
  assert.deepEqual(titles(newsroom), ['Kitchen Weekly 8']);
});

test('a platform that is busy is asked again later, no sooner than it says, and the date is not served twice', async (t) => {
  const newsroom = await openAtNoon(t);
  newsroom.channels.mishaps.push('busy', 'busy');
  await newsroom.announcer.runRound();
  const { nextTryMs = 0, state, reason } = await only(newsroom);
  assert.deepEqual([state, reason], ['waiting', 'Too busy.']);
  assert.ok(nextTryMs >= noon + 2_000 && nextTryMs < noon + minuteMs);
  await newsroom.announcer.runRound();
  assert.equal(newsroom.channels.sends, 1, 'not before its time');
  for (const minutes of [1, 2]) {
    newsroom.clock.nowMs = noon + minutes * minuteMs;
    await newsroom.announcer.runRound();
  }
  assert.deepEqual(titles(newsroom), ['Kitchen Weekly 8']);
  assert.equal((await only(newsroom)).attempts, 3);
});

test('a post whose answer was lost is looked for, and sent again only if it is not there', async (t) => {
  for (const mishap of ['answer-lost', 'request-lost'] as const) {
    await t.test(mishap, async (inner) => {
      const newsroom = await openAtNoon(inner);
      newsroom.channels.mishaps.push(mishap);
      await newsroom.announcer.runRound();
      newsroom.clock.nowMs = noon + minuteMs;
      await newsroom.startProcess().runRound();
      assert.deepEqual(titles(newsroom), ['Kitchen Weekly 8']);
      assert.equal((await only(newsroom)).messageId, 'message 1');
      assert.equal(newsroom.channels.sends, mishap === 'answer-lost' ? 1 : 2);
    });
  }
});

test('where the platform knows a repeated post by itself, it is repeated without a look', async (t) => {
  const newsroom = await openAtNoon(t);
  newsroom.channels.lookBack = { kind: 'unknown', reason: 'must not be asked' };
  newsroom.channels.repeatableForMs = 5 * minuteMs;
  newsroom.channels.mishaps.push('answer-lost');
  await newsroom.announcer.runRound();
  newsroom.clock.nowMs = noon + minuteMs;
  await newsroom.announcer.runRound();
  assert.equal((await only(newsroom)).state, 'sent');
  assert.deepEqual(titles(newsroom), ['Kitchen Weekly 8']);
});

test('a post in doubt that nobody can look for is held, told, and never sent again', async (t) => {
  const newsroom = await openAtNoon(t);
  newsroom.channels.mishaps.push('request-lost');
  newsroom.channels.lookBack = { kind: 'unknown', reason: 'The history cannot be read.' };
  for (const days of [0, 1, 2, 7, 14]) {
    newsroom.clock.nowMs = noon + days * dayMs;
    await newsroom.announcer.runRound();
  }
  const { state, reason } = await only(newsroom);
  assert.deepEqual([state, reason, newsroom.channels.sends], ['held', 'The history cannot be read.', 1]);
});

test('an earlier try that was ruled out is no doubt any more', async (t) => {
  const newsroom = await openAtNoon(t);
  newsroom.channels.mishaps.push('request-lost', 'busy');
  for (const minutes of [0, 1]) {
    newsroom.clock.nowMs = noon + minutes * minuteMs;
    await newsroom.announcer.runRound();
  }
  assert.equal((await only(newsroom)).unsureSinceMs, undefined);
});

test('a channel that takes nothing any more is paused once, and what it missed comes after it is mended, as one post', async (t) => {
  const newsroom = await openAtNoon(t);
  newsroom.channels.mishaps.push('gone');
  await newsroom.announcer.runRound();
  const paused = await newsroom.subscriptions.find(channel);
  assert.equal(paused?.pausedReason, 'The bot may not post there: invite it.');
  assert.equal((await only(newsroom)).state, 'skipped');
  newsroom.issues.push(inventIssue('2031-W09'));
  newsroom.clock.nowMs = noon + 7 * dayMs;
  await newsroom.announcer.runRound();
  assert.deepEqual(titles(newsroom), []);
  assert.ok(paused);
  await newsroom.subscriptions.save({ ...paused, pausedReason: undefined, nextDueMs: noon + 8 * dayMs });
  newsroom.clock.nowMs = noon + 8 * dayMs;
  await newsroom.announcer.runRound();
  assert.deepEqual(titles(newsroom), ['Kitchen Weekly 9']);
  assert.match(newsroom.channels.arrived[0]?.text ?? '', /Earlier, not posted here yet\n• Kitchen Weekly 8/);
  assert.equal(newsroom.log.above('info').filter((line) => line.includes('paused')).length, 1);
});

test('a platform that refuses everything is not hammered, and no channel loses its post', async (t) => {
  const newsroom = await openNewsroom(t);
  newsroom.issues.push(inventIssue('2031-W08'));
  newsroom.clock.nowMs = noon;
  for (let number = 0; number < 60; number++) {
    await newsroom.subscriptions.save(makeSubscription({ channelId: `C${number}`, nextDueMs: noon }));
    newsroom.channels.mishaps.push('refuses');
  }
  await newsroom.announcer.runRound();
  assert.ok(newsroom.channels.sends < 20, `${newsroom.channels.sends} posts were refused`);
  newsroom.channels.mishaps.length = 0;
  newsroom.clock.nowMs = noon + 61 * minuteMs;
  await newsroom.announcer.runRound();
  assert.equal(newsroom.channels.arrived.length, 60);
});

test('a post that could not be sent for days is given up, and its issue is in the next one', async (t) => {
  const newsroom = await openAtNoon(t);
  newsroom.channels.mishaps.push(...Array.from({ length: 200 }, () => 'busy' as const));
  for (let minutes = 0; minutes < 4 * 24 * 60; minutes += 30) {
    newsroom.clock.nowMs = noon + minutes * minuteMs;
    await newsroom.announcer.runRound();
  }
  assert.equal((await only(newsroom)).state, 'skipped');
  newsroom.channels.mishaps.length = 0;
  newsroom.clock.nowMs = noon + 7 * dayMs;
  await newsroom.announcer.runRound();
  assert.deepEqual(titles(newsroom), ['Kitchen Weekly 8']);
});

test('an issue that is gone, or a draft again, is not posted; published later, it is', async (t) => {
  const newsroom = await openAtNoon(t);
  newsroom.channels.mishaps.push('busy');
  await newsroom.announcer.runRound();
  newsroom.issues[1] = inventIssue('2031-W08', { isDraft: true });
  newsroom.clock.nowMs = noon + minuteMs;
  await newsroom.announcer.runRound();
  assert.equal((await only(newsroom)).reason, 'The issue is a draft again.');
  newsroom.issues[1] = inventIssue('2031-W08');
  newsroom.clock.nowMs = noon + 7 * dayMs;
  await newsroom.announcer.runRound();
  assert.deepEqual(titles(newsroom), ['Kitchen Weekly 8']);
});

test('one schedule that cannot be used keeps nobody else from their posts', async (t) => {
  const newsroom = await openAtNoon(t);
  const schedule = { dayOfWeek: 5, minuteOfDay: 720, timeZone: 'Atlantis/Capital' };
  await newsroom.subscriptions.save(makeSubscription({ channelId: 'C0', nextDueMs: noon - 1, schedule }));
  await newsroom.announcer.runRound();
  assert.deepEqual(titles(newsroom), ['Kitchen Weekly 8']);
  const paused = await newsroom.subscriptions.find({ ...channel, channelId: 'C0' });
  assert.match(paused?.pausedReason ?? '', /Atlantis/);
});

test('dates of a platform that is not set up here are left to whoever serves it', async (t) => {
  const newsroom = await openAtNoon(t);
  await newsroom.subscriptions.save(makeSubscription({ platform: 'discord', nextDueMs: noon - dayMs }));
  await newsroom.announcer.runRound();
  assert.equal((await newsroom.subscriptions.find({ ...channel, platform: 'discord' }))?.nextDueMs, noon - dayMs);
  assert.deepEqual(titles(newsroom), ['Kitchen Weekly 8']);
});

test('stopping finishes what is on the wire and gives the rest back, in no doubt', async (t) => {
  const newsroom = await openNewsroom(t);
  newsroom.issues.push(inventIssue('2031-W08'));
  newsroom.clock.nowMs = noon;
  for (let number = 0; number < 20; number++) {
    await newsroom.subscriptions.save(makeSubscription({ channelId: `C${number}`, nextDueMs: noon }));
  }
  const arriving = Promise.withResolvers<void>();
  newsroom.channels.mishaps.push(...Array.from({ length: 4 }, () => ({ until: arriving.promise })));
  const round = newsroom.announcer.runRound();
  await waitUntil(() => newsroom.channels.sends === 4);
  newsroom.stopping.abort();
  const stopped = newsroom.announcer.stop();
  arriving.resolve();
  await Promise.all([round, stopped]);
  assert.deepEqual(await newsroom.outbox.countByState(), {
    waiting: 16,
    claimed: 0,
    sent: 4,
    held: 0,
    skipped: 0,
  });
  const waiting = await newsroom.outbox.list({ states: ['waiting'], limit: 20 });
  assert.ok(waiting.every(({ unsureSinceMs }) => unsureSinceMs === undefined));
});

async function waitUntil(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setImmediate(resolve));
}

test('a claim does not run out while its post is on its way, however long that takes', async (t) => {
  const newsroom = await openNewsroom(t);
  newsroom.issues.push(inventIssue('2031-W08'));
  newsroom.clock.nowMs = noon;
  await newsroom.subscriptions.save(makeSubscription({ nextDueMs: noon }));
  const arriving = Promise.withResolvers<void>();
  newsroom.channels.mishaps.push({ until: arriving.promise });
  let passTime = () => {};
  const wait = (_ms: number, signal?: AbortSignal) =>
    new Promise<void>((resolve) => {
      passTime = resolve;
      signal?.addEventListener('abort', () => resolve());
    });
  const first = newsroom.startProcess({ wait });
  const round = first.runRound();
  await waitUntil(() => newsroom.channels.sends === 1);
  const other = newsroom.startProcess();
  for (let passed = 1; passed <= 10; passed++) {
    newsroom.clock.nowMs = noon + passed * 40_000;
    passTime();
    const untilMs = newsroom.clock.nowMs + 120_000;
    while ((await only(newsroom)).nextTryMs !== untilMs) await new Promise((resolve) => setImmediate(resolve));
    await other.runRound();
  }
  arriving.resolve();
  await round;
  assert.equal(newsroom.channels.sends, 1);
  assert.equal((await only(newsroom)).state, 'sent');
});

test('a machine that sleeps between claiming and sending does not send what another one has taken over', async (t) => {
  const newsroom = await openAtNoon(t);
  newsroom.channels.mishaps.push('request-lost');
  await newsroom.announcer.runRound();
  newsroom.clock.nowMs = noon + minuteMs;
  const other = newsroom.startProcess();
  const sleeper = newsroom.startProcess({
    senders: [
      {
        ...newsroom.channels.sender,
        // The lid is closed during the look, and opened when another process has sent the post.
        async findSent() {
          newsroom.clock.nowMs = noon + 10 * minuteMs;
          await other.runRound();
          return { kind: 'absent' };
        },
      },
    ],
  });
  await sleeper.runRound();
  assert.deepEqual(titles(newsroom), ['Kitchen Weekly 8']);
  assert.equal((await only(newsroom)).state, 'sent');
});

test('a request whose answer was lost is given time to arrive before it is looked for', async (t) => {
  const newsroom = await openAtNoon(t);
  newsroom.channels.mishaps.push('answer-lost');
  await newsroom.announcer.runRound();
  assert.ok(((await only(newsroom)).nextTryMs ?? 0) >= noon + 30_000);
});

test('where a platform counts all replicas as one, one of them posts at a time, until its turn is lost', async (t) => {
  const newsroom = await openAtNoon(t);
  const locks = createProcessLocks();
  const senders = [{ ...newsroom.channels.sender, isPacedAsOne: true }];
  const held = await locks.tryHold('posting on slack');
  const wait = waitShortly;
  const announcer = newsroom.startProcess({ senders, tryHold: locks.tryHold, wait });
  await announcer.runRound();
  assert.deepEqual(titles(newsroom), [], 'another one is at it');
  await held?.release();
  const lost = AbortSignal.abort();
  await newsroom.startProcess({ senders, wait, tryHold: async () => ({ lost, release: async () => {} }) }).runRound();
  assert.deepEqual(titles(newsroom), [], 'the turn is lost');
  await announcer.runRound();
  assert.deepEqual(titles(newsroom), ['Kitchen Weekly 8']);
  assert.ok(await locks.tryHold('posting on slack'), 'the turn is given back');
});

test('who takes the turn over lets the last second of the other one pass; who keeps it goes on at once', async (t) => {
  const newsroom = await openAtNoon(t);
  const locks = createProcessLocks();
  const senders = [{ ...newsroom.channels.sender, isPacedAsOne: true }];
  const waits: number[] = [];
  const announcer = newsroom.startProcess({
    senders,
    tryHold: locks.tryHold,
    wait: (ms, signal) => {
      waits.push(ms);
      return waitShortly(ms, signal);
    },
  });
  const countWaits = async () => {
    waits.length = 0;
    await announcer.runRound();
    return waits.filter((ms) => ms >= 1_000 && ms < 10_000).length;
  };
  newsroom.clock.nowMs = noon - 1;
  assert.deepEqual([await countWaits(), await countWaits()], [1, 0]);
  const other = await locks.tryHold('posting on slack');
  assert.equal(await countWaits(), 0);
  await other?.release();
  assert.deepEqual([await countWaits(), await countWaits()], [1, 0]);
});

test('a store that fails for a while costs a round, not the post', async (t) => {
  const newsroom = await openAtNoon(t);
  const broken = { ...newsroom.outbox, plan: () => Promise.reject(new Error('the disk is full')) };
  const announcer = newsroom.startProcess({ outbox: broken });
  await announcer.runRound();
  assert.equal(announcer.lastRoundMs(), undefined);
  await newsroom.announcer.runRound();
  assert.equal(newsroom.announcer.lastRoundMs(), noon);
  assert.deepEqual(titles(newsroom), ['Kitchen Weekly 8']);
});

test('nine refusals, a post and nine refusals are the channels’ own affair: the round goes on to its end', async (t) => {
  const newsroom = await openAtNoon(t);
  for (let i = 2; i <= 30; i++)
    await newsroom.subscriptions.save(
      makeSubscription({ channelId: `C${i}`, nextDueMs: noon, seenIssueId: '2031-W07' }),
    );
  // One at a time, so that the refusals come one after the other.
  Object.assign(newsroom.channels.sender, { maxConcurrent: 1 });
  const nine = Array<'refuses'>(9).fill('refuses');
  newsroom.channels.mishaps.push(...nine, 'none', ...nine);
  await newsroom.announcer.runRound();
  assert.deepEqual([newsroom.channels.sends, newsroom.channels.arrived.length], [30, 12]);
});

test('a doubt stays while sending again was safe: once the platform may have forgotten the post, it is looked for', async (t) => {
  const newsroom = await openAtNoon(t);
  newsroom.channels.repeatableForMs = 5 * minuteMs;
  newsroom.channels.mishaps.push('answer-lost', 'busy');
  await newsroom.announcer.runRound();
  for (let minutes = 1; newsroom.channels.sends < 2; minutes++) {
    newsroom.clock.nowMs = noon + minutes * minuteMs;
    await newsroom.announcer.runRound();
  }
  newsroom.channels.repeatableForMs = 0;
  newsroom.clock.nowMs += 60 * minuteMs;
  await newsroom.announcer.runRound();
  assert.equal((await only(newsroom)).state, 'sent');
  assert.deepEqual([newsroom.channels.sends, titles(newsroom)], [2, ['Kitchen Weekly 8']]);
});

test('only where a platform counts all posts as one do the replicas take turns', async (t) => {
  for (const isPacedAsOne of [false, true]) {
    const newsroom = await openAtNoon(t);
    const held: string[] = [];
    const announcer = newsroom.startProcess({
      senders: [{ ...newsroom.channels.sender, isPacedAsOne }],
      wait: waitShortly,
      tryHold: async (name: string) => void held.push(name) as never,
    });
    await announcer.runRound();
    assert.deepEqual([held, titles(newsroom).length], isPacedAsOne ? [['posting on slack'], 0] : [[], 1]);
  }
});
