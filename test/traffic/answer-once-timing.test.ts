import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DeliveryError } from '#conversation/ports/delivery-error.ts';
import { answerOnce, type EventInHand } from '#traffic/answer-once.ts';
import { keepLog } from '../fixtures/kept-log.ts';

const busy = new DeliveryError('try-later', 'busy');
const away = new Error('the store is away');

/** An event on a clock of the test's; `extend` says what the store answers when it is asked to keep it. */
function open(extend?: (nowMs: number) => boolean | Error, wakesEarly = false) {
  const clock = { nowMs: 0 };
  const waits: number[] = [];
  const asked: number[] = [];
  const ends: string[] = [];
  const log = keepLog();
  const parts = {
    events: {
      claim: async () => 'mine' as const,
      finish: async () => void ends.push('finished'),
      release: async () => void ends.push('given back'),
      ...(extend && {
        async extend(_key: string, nowMs: number) {
          asked.push(nowMs);
          const answer = extend(nowMs);
          if (answer instanceof Error) throw answer;
          return answer;
        },
      }),
    },
    log,
    now: () => clock.nowMs,
    async wait(ms: number) {
      waits.push(ms);
      if (!wakesEarly) clock.nowMs += ms;
    },
  };
  return { clock, waits, asked, ends, log, parts };
}

const mention = { key: 'event', comesAgain: true };
const press = { key: 'event', comesAgain: false };
const fail = () => Promise.reject(busy);

test('what comes again is tried as long as nobody else may take it over: four pauses, each four times as long', async () => {
  const { parts, waits, ends } = open();
  await assert.rejects(answerOnce(mention, fail, parts), busy);
  assert.deepEqual([waits, ends], [[500, 2_000, 8_000, 30_000], ['given back']]);
});

test('what does not come again, or no longer does, is tried for an hour, every half a minute', async () => {
  for (const event of [press, { ...mention, isAcknowledged: () => true }]) {
    const { parts, waits, clock } = open();
    await assert.rejects(answerOnce(event, fail, parts), busy);
    assert.deepEqual(waits.slice(0, 6), [500, 2_000, 8_000, 30_000, 30_000, 30_000]);
    assert.ok(clock.nowMs <= 3_600_000 && clock.nowMs + 30_000 > 3_600_000, String(clock.nowMs));
  }
});

test('who is told to wait longer than that gives the event back at once', async () => {
  const { parts, waits, ends } = open();
  const long = new DeliveryError('try-later', 'busy', { retryAfterMs: 45_001 });
  await assert.rejects(
    answerOnce(mention, () => Promise.reject(long), parts),
    long,
  );
  assert.deepEqual([waits, ends], [[], ['given back']]);
});

test('who is told to wait just so long does', async () => {
  const { parts, waits, ends } = open();
  const busyFor = new DeliveryError('try-later', 'busy', { retryAfterMs: 45_000 });
  let tries = 0;
  await answerOnce(mention, () => (tries++ === 0 ? Promise.reject(busyFor) : Promise.resolve()), parts);
  assert.deepEqual([waits, ends], [[45_000], ['finished']]);
});

test('a process that stops wakes early, tries once more and gives back', async () => {
  const { parts, waits, ends } = open(undefined, true);
  let tries = 0;
  await assert.rejects(
    answerOnce(
      press,
      () => {
        tries++;
        return fail();
      },
      parts,
    ),
    busy,
  );
  assert.deepEqual([tries, waits, ends], [2, [500], ['given back']]);
});

const confirmAfter =
  (clock: { nowMs: number }, ...pausesMs: readonly number[]) =>
  async ({ confirm }: EventInHand) => {
    for (const ms of pausesMs) {
      clock.nowMs += ms;
      await confirm();
    }
  };

test('an answer that leaves within ten seconds asks nobody; a later one asks whether the event is still its own', async () => {
  const { parts, clock, asked, ends } = open(() => true);
  await answerOnce(mention, confirmAfter(clock, 10_000, 1, 10_000, 1), parts);
  assert.deepEqual([asked, ends], [[10_001, 20_002], ['finished']]);
});

test('an event that another process took over meanwhile is not answered, nor settled: it is theirs', async () => {
  const { parts, clock, ends, log } = open(() => false);
  let isAnswered = false;
  await answerOnce(
    mention,
    async (hand) => {
      await confirmAfter(clock, 10_001)(hand);
      isAnswered = true;
    },
    parts,
  );
  assert.deepEqual([isAnswered, ends], [false, []]);
  assert.match(String(log.above('info')), /^An event was taken over by another process\./);
});

test('a store that is away keeps no answer back while the event is nobody else’s; after that it does', async () => {
  const early = open(() => away);
  await answerOnce(mention, confirmAfter(early.clock, 45_000), early.parts);
  assert.deepEqual([early.ends, early.waits], [['finished'], []]);
  assert.match(String(early.log.above('info')), /^An event could not be kept; it is answered all the same\./);
  const late = open(() => away);
  await assert.rejects(answerOnce(mention, confirmAfter(late.clock, 45_001), late.parts), {
    name: 'DeliveryError',
    cause: away,
  });
  assert.deepEqual([late.ends, late.waits], [['given back'], []]);
});

test('what is answered without the store asks nobody whose it is, however late it leaves', async () => {
  const { parts, clock, asked, ends } = open(() => false);
  let isAnswered = false;
  await answerOnce(
    press,
    async (hand) => {
      await confirmAfter(clock, 10_001)(hand);
      isAnswered = true;
    },
    { ...parts, events: { ...parts.events, claim: () => Promise.reject(away) } },
  );
  assert.deepEqual([isAnswered, asked, ends], [true, [], []]);
});

test('a store that answers late is asked again: the process may have been frozen just then', async () => {
  const { parts, clock, asked } = open(() => {
    if (clock.nowMs < 30_000) clock.nowMs += 11_000;
    return true;
  });
  await answerOnce(mention, confirmAfter(clock, 10_001), parts);
  assert.deepEqual(asked, [10_001, 21_001, 32_001]);
});

test('who waits lets the others have their turn, and takes one again', async () => {
  const { parts } = open();
  const turns: string[] = [];
  let tries = 0;
  let taken = 0;
  await answerOnce(
    mention,
    async ({ endTurn }) => {
      turns.push('works');
      if (tries++ === 0) throw busy;
      endTurn();
    },
    {
      ...parts,
      async takeTurn() {
        const number = ++taken;
        turns.push(`takes ${number}`);
        return () => void turns.push(`ends ${number}`);
      },
    },
  );
  assert.deepEqual(turns, ['takes 1', 'works', 'ends 1', 'takes 2', 'works', 'ends 2', 'ends 2']);
});

test('that an answer could not be kept as given is told, and nobody hears of a failure', async () => {
  const { parts, log } = open();
  await answerOnce(mention, async () => {}, {
    ...parts,
    events: { ...parts.events, finish: () => Promise.reject(away) },
  });
  assert.match(String(log.above('info')), /^That an event is answered could not be kept\./);
});
