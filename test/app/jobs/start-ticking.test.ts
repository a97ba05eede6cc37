import assert from 'node:assert/strict';
import { mock, type TestContext, test } from 'node:test';
import { startTicking } from '#app/jobs/start-ticking.ts';
import { keepLog } from '../../fixtures/kept-log.ts';

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

/** The real tick, by timers that the test moves and a clock that it can set without them. */
function startOnTestClock(t: TestContext) {
  mock.timers.enable({ apis: ['Date', 'setTimeout'], now: Date.UTC(2031, 1, 7, 11, 59, 30) });
  const steady = Date;
  let setByMs = 0;
  globalThis.Date = class extends steady {
    constructor(...parts: [] | [number]) {
      super(parts.length === 0 ? steady.now() + setByMs : parts[0]);
    }
    static override now() {
      return steady.now() + setByMs;
    }
  } as DateConstructor;
  const startMs = steady.now();
  const ticks: number[] = [];
  const log = keepLog();
  const ticking = startTicking(async () => void ticks.push((steady.now() - startMs) / 1000), {
    log,
    now: () => Date.now(),
    wait: (ms, signal) =>
      new Promise((resolve) => {
        const timer = setTimeout(resolve, ms);
        signal?.addEventListener('abort', () => {
          clearTimeout(timer);
          resolve();
        });
      }),
  });
  t.after(async () => {
    await ticking.stop();
    globalThis.Date = steady;
    mock.timers.reset();
  });
  return {
    ticks,
    log,
    setClock: (byMs: number) => {
      setByMs += byMs;
    },
    async pass(ms: number) {
      for (let passed = 0; passed < ms; passed += 1000) {
        mock.timers.tick(1000);
        await new Promise((resolve) => setImmediate(resolve));
      }
    },
  };
}

test('ticks at once, and then with each full minute', async (t) => {
  const { ticks, pass } = startOnTestClock(t);
  await pass(3 * minuteMs);
  assert.deepEqual(ticks, [0, 30, 90, 150]);
});

test('a clock set forward by years, or a sleep of weeks, gives one tick at once and none for the minutes between', async (t) => {
  for (const jumpMs of [35 * dayMs, 3000 * dayMs]) {
    await t.test(`${jumpMs / dayMs} days`, async (inner) => {
      const { ticks, log, setClock, pass } = startOnTestClock(inner);
      await pass(40_000);
      setClock(jumpMs);
      await pass(5_000);
      assert.deepEqual(ticks, [0, 30, 45]);
      await pass(minuteMs);
      assert.deepEqual(ticks, [0, 30, 45, 90]);
      assert.equal(log.above('info').length, 1);
    });
  }
});

test('a clock set back by a week does not stop the tick', async (t) => {
  const { ticks, setClock, pass } = startOnTestClock(t);
  await pass(40_000);
  setClock(-7 * dayMs);
  await pass(80_000);
  assert.deepEqual(ticks, [0, 30, 45, 90]);
});
