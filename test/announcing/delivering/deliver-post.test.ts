import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ChannelSender } from '#announcing/channel-sender.ts';
import { DeliveryError } from '#conversation/ports/delivery-error.ts';
import { makeSubscription } from '../../contracts/make-subscription.ts';
import { inventIssue } from '../invent-issues.ts';
import { openNewsroom } from '../open-newsroom.ts';

const minuteMs = 60_000;
const noon = Date.UTC(2031, 1, 21, 6, 30);

/** One channel that an issue is due in, and whatever is made of its sender. */
async function openAtNoon(t: Parameters<typeof openNewsroom>[0]) {
  const newsroom = await openNewsroom(t);
  newsroom.issues.push(inventIssue('2031-W08'));
  newsroom.clock.nowMs = noon;
  await newsroom.subscriptions.save(makeSubscription({ nextDueMs: noon }));
  const startWith = (changes: Partial<ChannelSender>) =>
    newsroom.startProcess({ senders: [{ ...newsroom.channels.sender, ...changes }] });
  const findPost = async () => (await newsroom.outbox.list({ limit: 1 }))[0];
  return { ...newsroom, startWith, findPost };
}

test('an error on the wire that nobody knows counts as one after which the post may be there: it is looked for', async (t) => {
  for (const failure of [
    new TypeError('oops'),
    'a word',
    new DeliveryError('try-later', 'lost', { mayHaveArrived: true }),
  ]) {
    const { startWith, findPost, channels, clock } = await openAtNoon(t);
    const { sender } = channels;
    let looks = 0;
    const announcer = startWith({
      async send(post) {
        await sender.send(post);
        throw failure;
      },
      findSent(post, sinceMs) {
        looks++;
        assert.equal(sinceMs, noon, 'from when it was first tried');
        return sender.findSent(post, sinceMs);
      },
    });
    await announcer.runRound();
    const post = await findPost();
    assert.deepEqual([post?.state, post?.unsureSinceMs], ['waiting', noon], String(failure));
    clock.nowMs = noon + minuteMs;
    await announcer.runRound();
    assert.deepEqual([(await findPost())?.state, looks, channels.arrived.length], ['sent', 1, 1], String(failure));
  }
});

test('an error before the wire is no doubt: nothing was sent', async (t) => {
  const { startWith, findPost } = await openAtNoon(t);
  await startWith({ send: () => Promise.reject(new DeliveryError('try-later', 'The door is shut.')) }).runRound();
  const post = await findPost();
  assert.deepEqual([post?.state, post?.unsureSinceMs], ['waiting', undefined]);
});

test('a post is not tried again before the platform allows it', async (t) => {
  const { startWith, clock } = await openAtNoon(t);
  let tries = 0;
  const announcer = startWith({
    send() {
      tries++;
      return Promise.reject(new DeliveryError('try-later', 'Too many posts.', { retryAfterMs: 20 * minuteMs }));
    },
  });
  const triesAfter = async (minutes: number) => {
    clock.nowMs = noon + minutes * minuteMs;
    await announcer.runRound();
    return tries;
  };
  assert.deepEqual([await triesAfter(0), await triesAfter(19), await triesAfter(30)], [1, 1, 2]);
});

test('a process that was frozen in the line before a channel does not send what another one has taken over', async (t) => {
  const { startWith, findPost, channels, clock, startProcess, log } = await openAtNoon(t);
  const { sender } = channels;
  const other = startProcess();
  const frozen = startWith({
    async send(post, confirm) {
      // In the line: the process is stopped, and goes on when another one has posted and forgotten all about it.
      clock.nowMs = noon + 10 * minuteMs;
      await other.runRound();
      await confirm?.();
      return sender.send(post);
    },
  });
  await frozen.runRound();
  const post = await findPost();
  assert.deepEqual([post?.state, channels.arrived.length], ['sent', 1]);
  assert.ok(log.above('info').some((line) => line.startsWith('A post was taken over by another process')));
});

test('a process that was frozen while nobody else was there goes on as if nothing had been', async (t) => {
  const { startWith, findPost, channels, clock } = await openAtNoon(t);
  const { sender } = channels;
  const frozen = startWith({
    async send(post, confirm) {
      clock.nowMs = noon + 10 * minuteMs;
      await confirm?.();
      return sender.send(post);
    },
  });
  await frozen.runRound();
  assert.deepEqual([(await findPost())?.state, channels.arrived.length], ['sent', 1]);
});

test('a process that is frozen while the store tells it whose the post is asks again', async (t) => {
  const newsroom = await openAtNoon(t);
  const { channels, clock, startProcess, outbox } = newsroom;
  const { sender } = channels;
  const other = startProcess();
  let asked = 0;
  const frozen = startProcess({
    outbox: {
      ...outbox,
      async extendLease(claim, untilMs) {
        const isKept = await outbox.extendLease(claim, untilMs);
        if (++asked > 1) return isKept;
        clock.nowMs += 10 * minuteMs;
        await other.runRound();
        return isKept;
      },
    },
    senders: [
      {
        ...sender,
        async send(post, confirm) {
          clock.nowMs += minuteMs;
          await confirm?.();
          return sender.send(post);
        },
      },
    ],
  });
  await frozen.runRound();
  assert.deepEqual([asked, channels.arrived.length, (await newsroom.findPost())?.state], [2, 1, 'sent']);
});

test('told to stop while a post waits in a line, a process gives it back, in no doubt', async (t) => {
  const { startWith, findPost, channels, stopping } = await openAtNoon(t);
  const { sender } = channels;
  const announcer = startWith({
    async send(post, confirm) {
      stopping.abort();
      await confirm?.();
      return sender.send(post);
    },
  });
  await announcer.runRound();
  await announcer.stop();
  const post = await findPost();
  assert.deepEqual([post?.state, post?.unsureSinceMs, channels.arrived.length], ['waiting', undefined, 0]);
});

test('a refusal is an error in the log, what will pass by itself a warning; both say when it is tried again', async (t) => {
  for (const [reason, level] of [
    ['rejected', 'error'],
    ['try-later', 'warn'],
  ] as const) {
    const { startWith, log } = await openAtNoon(t);
    await startWith({ send: () => Promise.reject(new DeliveryError(reason, 'Not now.')) }).runRound();
    const told = log.entries.filter(({ fields }) => fields.reason === 'Not now.');
    assert.deepEqual([told.length, told[0]?.level], [1, level]);
    assert.ok(Number(told[0]?.fields.delayMs) > 0);
  }
});

test('a post that may have arrived is held, not planned again, when it is no longer wanted or its channel closes', async (t) => {
  const ends = {
    paused: ({ subscriptions }: Awaited<ReturnType<typeof openAtNoon>>) =>
      subscriptions.pause({ platform: 'slack', channelId: 'C1' }, 'Not now.'),
    closed: ({ channels }: Awaited<ReturnType<typeof openAtNoon>>) => channels.mishaps.push('gone'),
  };
  for (const [what, end] of Object.entries(ends)) {
    const room = await openAtNoon(t);
    // Sending it again is safe, so that nobody looks.
    room.channels.repeatableForMs = 60 * minuteMs;
    room.channels.mishaps.push('answer-lost');
    await room.announcer.runRound();
    await end(room);
    room.clock.nowMs = noon + minuteMs;
    await room.announcer.runRound();
    const post = await room.findPost();
    assert.equal(post?.state, 'held', what);
    assert.match(post?.reason ?? '', /^It may have been sent\./);
  }
});
