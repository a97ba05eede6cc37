import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { createSlackSending } from '#platforms/slack/talking/sending.ts';
import type { SendQueue } from '#traffic/send-queue.ts';

/** A queue that lets everything leave at once. */
const openQueue: SendQueue = (_channelId, leave) => leave();
const never = () => new Promise<void>(() => {});
/** Each begins in a round of its own; longer than any needs here. */
const passRounds = async () => {
  for (let round = 0; round < 20; round++) await setImmediate();
};

test('so many are on their way at a time, whatever their channels; one that fails makes room, too', async () => {
  const { sendInTurn } = createSlackSending({ sendQueue: openQueue, wait: never, atOnce: 2 });
  const ends: ((error?: Error) => void)[] = [];
  const send = (channelId: string) =>
    sendInTurn(channelId, () => {
      const { promise, resolve, reject } = Promise.withResolvers<string>();
      ends.push((error) => (error === undefined ? resolve(channelId) : reject(error)));
      return promise;
    });
  const sent = ['C1', 'C1', 'C2', 'C3'].map(send);
  const settled = Promise.allSettled(sent);
  await passRounds();
  assert.equal(ends.length, 2);
  ends[0]?.(new Error('refused'));
  await passRounds();
  assert.equal(ends.length, 3);
  for (const end of ends) end();
  await passRounds();
  ends[3]?.();
  const results = await settled;
  assert.deepEqual(
    results.map((result) => (result.status === 'fulfilled' ? result.value : String(result.reason))),
    ['Error: refused', 'C1', 'C2', 'C3'],
  );
});

test('once it is given up nothing leaves any more, and it may be tried later; what is on its way goes on', async () => {
  const { sendInTurn, giveUp } = createSlackSending({ sendQueue: openQueue, wait: never, atOnce: 5 });
  const { promise, resolve } = Promise.withResolvers<string>();
  const begun = sendInTurn('C1', () => promise);
  await passRounds();
  giveUp();
  let left = 0;
  await assert.rejects(
    sendInTurn('C1', async () => left++),
    { reason: 'try-later' },
  );
  assert.equal(left, 0);
  resolve('there');
  assert.equal(await begun, 'there');
});

test('a pause takes its time, ends with the connection, and is none after that', async () => {
  const waits: number[] = [];
  const wait = (ms: number) => {
    waits.push(ms);
    return ms < 100 ? Promise.resolve() : never();
  };
  const sending = createSlackSending({ sendQueue: openQueue, wait, atOnce: 1 });
  await sending.wait(50);
  const long = sending.wait(60_000);
  sending.giveUp();
  await long;
  await sending.wait(30_000);
  assert.deepEqual(waits, [50, 60_000]);
});
