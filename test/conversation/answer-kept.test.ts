import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DeliveryError } from '#conversation/ports/delivery-error.ts';
import { EVENT_LEASE_MS } from '#conversation/ports/handled-events.ts';
import { answerOnce, type EventInHand } from '#traffic/answer-once.ts';

const minuteMs = 60_000;

/** An event in hand, on a clock that only waiting moves; `extend` says what the store does when the claim is renewed. */
function setUp(extend: () => Promise<boolean> = async () => true) {
  const clock = { nowMs: 0, isStopping: false };
  const said: string[] = [];
  const parts = {
    events: {
      claim: async () => 'mine' as const,
      async extend() {
        said.push('extend');
        return extend();
      },
      finish: async () => void said.push('finish'),
      release: async () => void said.push('release'),
    },
    log: { debug() {}, info() {}, error() {}, warn: (message: string) => void said.push(message) },
    now: () => clock.nowMs,
    async wait(ms: number) {
      if (!clock.isStopping) clock.nowMs += ms;
    },
  };
  return { clock, said, parts };
}

const away = new DeliveryError('try-later', 'The platform is away.');
const acknowledged = { key: 'event 1', comesAgain: true, isAcknowledged: () => true };

function awayUntil(ms: number, now: () => number) {
  let tries = 0;
  return {
    tries: () => tries,
    async work() {
      tries++;
      if (now() < ms) throw away;
    },
  };
}

test('what was acknowledged does not come again, so it is tried for as long as anybody would wait', async () => {
  for (const event of [acknowledged, { key: 'press 1', comesAgain: false }]) {
    const { parts, said } = setUp();
    const platform = awayUntil(20 * minuteMs, parts.now);
    await answerOnce(event, platform.work, parts);
    assert.equal(said.at(-1), 'finish');
    assert.ok(platform.tries() < 60, `${platform.tries()} tries`);
  }
});

test('told to stop, it tries once more and gives the event back', async () => {
  const { parts, said, clock } = setUp();
  const platform = awayUntil(Number.POSITIVE_INFINITY, parts.now);
  clock.isStopping = true;
  await assert.rejects(answerOnce(acknowledged, platform.work, parts), away);
  assert.deepEqual([platform.tries(), said], [2, ['release']]);
});

test('an answer that waited long leaves only while its event is still one’s own', async () => {
  const leave = async (waitedMs: number, extend?: () => Promise<boolean>) => {
    const { parts, said, clock } = setUp(extend);
    let sent = 0;
    const work = async ({ confirm }: EventInHand) => {
      clock.nowMs += waitedMs;
      await confirm();
      sent++;
    };
    await answerOnce(acknowledged, work, parts);
    return { sent, said };
  };
  assert.deepEqual(await leave(100), { sent: 1, said: ['finish'] });
  assert.deepEqual(await leave(2 * EVENT_LEASE_MS), { sent: 1, said: ['extend', 'finish'] });
  const lost = await leave(2 * EVENT_LEASE_MS, async () => false);
  assert.deepEqual(lost, { sent: 0, said: ['extend', 'An event was taken over by another process.'] });
});

test('a process that is frozen while it asks whose the event is asks again', async () => {
  let asked = 0;
  const { parts, said, clock } = setUp(async () => {
    asked++;
    if (asked === 1) clock.nowMs += 5 * minuteMs;
    return asked === 1;
  });
  const work = async ({ confirm }: EventInHand) => {
    clock.nowMs += 2 * EVENT_LEASE_MS;
    await confirm();
    assert.fail('it was sent');
  };
  await answerOnce(acknowledged, work, parts);
  assert.deepEqual([asked, said.at(-1)], [2, 'An event was taken over by another process.']);
});

test('a store that fails keeps nothing from being sent before anybody else could have the event', async () => {
  const { parts, said, clock } = setUp(() => Promise.reject(new Error('the store is away')));
  const work = async ({ confirm }: EventInHand) => {
    clock.nowMs += 20_000;
    await confirm();
  };
  await answerOnce(acknowledged, work, parts);
  assert.deepEqual(said, ['extend', 'An event could not be kept; it is answered all the same.', 'finish']);
});

test('after that it waits for the store', async () => {
  let fails = 3;
  const { parts, said, clock } = setUp(async () => {
    if (fails-- > 0) throw new Error('the store is away');
    return true;
  });
  let sent = 0;
  const work = async ({ confirm }: EventInHand) => {
    if (clock.nowMs === 0) clock.nowMs += 2 * EVENT_LEASE_MS;
    await confirm();
    sent++;
  };
  await answerOnce(acknowledged, work, parts);
  assert.deepEqual([sent, said.at(-1)], [1, 'finish']);
});

test('who waits to send lets others take their turn', async () => {
  const { parts } = setUp();
  let ended = 0;
  const takeTurn = async () => () => void ended++;
  await answerOnce(
    acknowledged,
    async ({ endTurn }) => {
      endTurn();
      assert.equal(ended, 1);
    },
    { ...parts, takeTurn },
  );
});
