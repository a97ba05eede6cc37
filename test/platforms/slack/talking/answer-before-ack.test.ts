import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { App, Receiver, ReceiverEvent } from '@slack/bolt';
import {
  answerBeforeAck,
  ForeignClockError,
  noteSentTime,
  readAcknowledged,
} from '#platforms/slack/talking/answer-before-ack.ts';
import { EventBusyError } from '#traffic/answer-once.ts';
import { keepLog } from '../../../fixtures/kept-log.ts';

/** An event on its way through the receiver, to an app that answers when the test says so. */
function deliver(body: Record<string, unknown>, ack: () => Promise<void> = async () => {}, sentMs = 0) {
  const log = keepLog();
  let acks = 0;
  let process: (event: ReceiverEvent) => Promise<void> = async () => {};
  const inner = { init: (app: App) => (process = (event) => app.processEvent(event)) } as unknown as Receiver;
  const receiver = answerBeforeAck(inner, { log, trace: (run) => run(), now: () => 0 });
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  let context: object = {};
  receiver.init({
    async processEvent({ customProperties, ack: own }: ReceiverEvent) {
      context = customProperties ?? {};
      // As Bolt does for events, before anything is answered.
      await own();
      await promise;
    },
  } as App);
  const event = {
    body,
    customProperties: noteSentTime({ headers: { 'x-slack-request-timestamp': String(sentMs / 1000) } }),
    ack: async () => {
      acks++;
      await ack();
    },
  } as unknown as ReceiverEvent;
  return {
    log,
    done: process(event),
    answer: resolve,
    fail: reject,
    acks: () => acks,
    isAcknowledged: () => readAcknowledged(context)(),
  };
}

const event = { type: 'event_callback' };

test('an event is acknowledged when it is answered, once, and its handler can tell', async () => {
  const { done, answer, acks, isAcknowledged } = deliver(event);
  assert.deepEqual([acks(), isAcknowledged()], [0, false]);
  answer();
  await done;
  assert.deepEqual([acks(), isAcknowledged()], [1, true]);
});

test('one that takes longer than Slack waits is acknowledged in time, and not again at its end', async (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  const { done, answer, acks, isAcknowledged } = deliver(event);
  t.mock.timers.tick(1_999);
  assert.equal(acks(), 0);
  t.mock.timers.tick(1);
  assert.deepEqual([acks(), isAcknowledged()], [1, true]);
  answer();
  await done;
  assert.equal(acks(), 1);
});

test('one whose answer failed is not acknowledged, not even later, and is told in the log; a busy one is not told', async (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  for (const [error, told] of [
    [new Error('broken'), 1],
    [new EventBusyError('busy'), 0],
    [Object.assign(new Error('wrapped'), { original: new EventBusyError('busy') }), 0],
  ] as const) {
    const { done, fail, acks, log } = deliver(event);
    fail(error);
    await assert.rejects(done, error);
    t.mock.timers.tick(60_000);
    assert.deepEqual([acks(), log.above('info').length], [0, told], error.message);
  }
});

test('an acknowledgement that is lost is no failure of the answer', async () => {
  const { done, answer, log } = deliver(event, async () => {
    throw new Error('the connection is gone');
  });
  answer();
  await done;
  assert.deepEqual(log.above('info'), []);
});

test('that Slack holds events back is told and acknowledged; what is no object is passed over', async () => {
  const held = deliver({ type: 'app_rate_limited', team_id: 'T1' });
  await held.done;
  assert.equal(held.acks(), 1);
  assert.match(held.log.above('info').join(), /Slack holds events back.*T1/);
  const odd = deliver('odd' as never);
  await odd.done;
  assert.equal(odd.acks(), 0);
  assert.match(odd.log.above('info').join(), /not understood/);
});

test('commands and interactions are left to acknowledge by themselves', async () => {
  const { done, answer, acks } = deliver({ type: 'block_actions' });
  assert.equal(acks(), 1);
  answer();
  await done;
  assert.equal(acks(), 1);
});

test('what bears a time more than five minutes ahead is refused, and not acknowledged', async () => {
  const minuteMs = 60_000;
  const near = deliver(event, undefined, 5 * minuteMs);
  near.answer();
  await near.done;
  assert.equal(near.acks(), 1);
  const far = deliver(event, undefined, 5 * minuteMs + 1_000);
  far.answer();
  await assert.rejects(far.done, ForeignClockError);
  assert.equal(far.acks(), 0);
  assert.match(far.log.above('info').join(), /a time in the future/);
});
