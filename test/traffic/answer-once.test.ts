import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DeliveryError } from '#conversation/ports/delivery-error.ts';
import { answerOnce, EventBusyError } from '#traffic/answer-once.ts';

function setUp(claim: 'mine' | 'busy' | 'done' | Error = 'mine') {
  const said: string[] = [];
  let nowMs = 0;
  return {
    said,
    parts: {
      events: {
        async claim() {
          if (claim instanceof Error) throw claim;
          return claim;
        },
        finish: async () => void said.push('finish'),
        release: async () => void said.push('release'),
      },
      log: { debug() {}, info() {}, error() {}, warn: (message: string) => void said.push(message) },
      now: () => nowMs,
      wait: async (ms: number) => {
        said.push(`wait ${ms}`);
        nowMs += ms;
      },
    },
  };
}

const mention = (key: string) => ({ key, comesAgain: true });
const press = (key: string) => ({ key, comesAgain: false });

const failing = (error: unknown, times: number) => {
  let left = times;
  return async () => {
    if (left-- > 0) throw error;
  };
};

test('an event that was answered before is not answered again', async () => {
  const { parts, said } = setUp('done');
  await answerOnce(mention('event 1'), () => assert.fail('it was answered'), parts);
  assert.deepEqual(said, []);
});

test('an event in somebody else’s hands is left to come again', async () => {
  const { parts } = setUp('busy');
  await assert.rejects(
    answerOnce(mention('event 1'), () => assert.fail('it was answered'), parts),
    EventBusyError,
  );
});

test('what certainly did not arrive is sent again, not sooner than the platform asks', async () => {
  const { parts, said } = setUp();
  await answerOnce(mention('event 1'), failing(new DeliveryError('try-later', 'busy'), 2), parts);
  assert.deepEqual(said, ['wait 500', 'wait 2000', 'finish']);
  said.length = 0;
  await answerOnce(
    mention('event 2'),
    failing(new DeliveryError('try-later', 'busy', { retryAfterMs: 30_000 }), 1),
    parts,
  );
  assert.deepEqual(said, ['wait 30000', 'finish']);
  said.length = 0;
  await answerOnce(mention('event 3'), failing(new DeliveryError('try-later', 'busy', { retryAfterMs: 1 }), 2), parts);
  assert.deepEqual(said, ['wait 500', 'wait 2000', 'finish'], 'nor sooner than the pause would be over');
});

test('what may have arrived is never sent twice', async () => {
  const { parts, said } = setUp();
  await answerOnce(
    mention('event 1'),
    failing(new DeliveryError('try-later', 'cut off', { mayHaveArrived: true }), 9),
    parts,
  );
  assert.deepEqual(said, ['An answer may not have arrived; it is not sent again.', 'finish']);
});

test('what the platform refuses for good is told in the log and done with', async () => {
  for (const reason of ['rejected', 'destination-gone'] as const) {
    const { parts, said } = setUp();
    await answerOnce(mention('event 1'), failing(new DeliveryError(reason, 'not there'), 9), parts);
    assert.deepEqual(said, ['An answer could not be sent.', 'finish'], reason);
  }
});

test('when every try fails the event is given back, before its lease ends, for the next delivery', async () => {
  const { parts, said } = setUp();
  const error = new DeliveryError('try-later', 'down');
  await assert.rejects(answerOnce(mention('event 1'), failing(error, 99), parts), error);
  assert.equal(said.at(-1), 'release');
  assert.ok(parts.now() < 60_000);
});

test('a fault of our own gives the event back at once', async () => {
  const { parts, said } = setUp();
  const error = new TypeError('oops');
  await assert.rejects(answerOnce(mention('event 1'), failing(error, 1), parts), error);
  assert.deepEqual(said, ['release']);
});

const away = new Error('the store is away');

test('what nobody delivers again is answered while the store is away, and that is told once', async () => {
  for (const event of [press('event 1'), { ...mention('event 1'), isAcknowledged: () => true }]) {
    const { parts, said } = setUp(away);
    let answers = 0;
    await answerOnce(event, async () => void answers++, parts);
    assert.equal(answers, 1);
    assert.deepEqual(said, ['The store failed; an event is answered without being claimed.']);
  }
});

test('what comes again is left to come again while the store is away, for another replica may have it', async () => {
  const { parts, said } = setUp(away);
  await assert.rejects(
    answerOnce(mention('event 1'), () => assert.fail('it was answered'), parts),
    away,
  );
  assert.deepEqual(said, []);
});

test('what is answered without the store is tried again like anything else', async () => {
  const { parts, said } = setUp(away);
  await answerOnce(press('event 1'), failing(new DeliveryError('try-later', 'busy'), 1), parts);
  assert.deepEqual(said.slice(1), ['wait 500']);
});

test('what was never claimed is not given back: another delivery may have it by now', async () => {
  const { parts, said } = setUp(away);
  const error = new TypeError('oops');
  await assert.rejects(answerOnce(press('event 1'), failing(error, 1), parts), error);
  assert.deepEqual(said.slice(1), []);
});

test('a store that fails when an event is given back does not hide why it was not answered', async () => {
  const { parts, said } = setUp();
  const events = { ...parts.events, release: () => Promise.reject(away) };
  const error = new TypeError('oops');
  await assert.rejects(answerOnce(mention('event 1'), failing(error, 1), { ...parts, events }), error);
  assert.deepEqual(said, ['An event could not be given back; its claim runs out.']);
});
