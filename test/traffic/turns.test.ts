import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DeliveryError } from '#conversation/ports/delivery-error.ts';
import { answerOnce } from '#traffic/answer-once.ts';
import { createTurns } from '#traffic/turns.ts';

/** As many rounds of Node's loop as there are turns in a test: each begins in one of its own. */
const settle = async () => {
  for (let round = 0; round < 5; round++) await new Promise((resolve) => setImmediate(resolve));
};

test('so many go on at once, the others in their order; ending a turn twice lets nobody in twice', async () => {
  const takeTurn = createTurns(2);
  const begun: number[] = [];
  const ends = new Map<number, () => void>();
  for (const i of [0, 1, 2, 3, 4]) {
    void takeTurn().then((end) => {
      begun.push(i);
      ends.set(i, end);
    });
  }
  await settle();
  assert.deepEqual(begun, [0, 1]);
  ends.get(1)?.();
  ends.get(1)?.();
  await settle();
  assert.deepEqual(begun, [0, 1, 2]);
  ends.get(0)?.();
  ends.get(2)?.();
  await settle();
  assert.deepEqual(begun, [0, 1, 2, 3, 4]);
});

test('in a rush, no two turns begin in the same round of Node’s loop', async () => {
  const takeTurn = createTurns();
  let round = 0;
  let counting = setImmediate(function count() {
    round++;
    counting = setImmediate(count);
  });
  const begun = await Promise.all(Array.from({ length: 20 }, () => takeTurn().then(() => round)));
  clearImmediate(counting);
  assert.equal(new Set(begun).size, 20, `${begun}`);
});

test('who waits before the next try leaves the turn to others, and nobody claims an event before their turn', async () => {
  const said: string[] = [];
  let goOn = () => {};
  const parts = {
    events: {
      claim: async (key: string) => {
        said.push(`claim ${key}`);
        return 'mine' as const;
      },
      finish: async (key: string) => void said.push(`finish ${key}`),
      release: async () => {},
    },
    log: { debug() {}, info() {}, warn() {}, error() {} },
    now: () => 0,
    wait: () => new Promise<void>((resolve) => (goOn = resolve)),
    takeTurn: createTurns(1),
  };
  let isFirst = true;
  const first = answerOnce(
    { key: 'a', comesAgain: true },
    async () => {
      if (isFirst) {
        isFirst = false;
        throw new DeliveryError('try-later', 'not now');
      }
    },
    parts,
  );
  const second = answerOnce({ key: 'b', comesAgain: true }, async () => {}, parts);
  await second;
  assert.deepEqual(said, ['claim a', 'claim b', 'finish b']);
  goOn();
  await first;
  assert.deepEqual(said.at(-1), 'finish a');
});
