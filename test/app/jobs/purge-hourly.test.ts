import assert from 'node:assert/strict';
import { test } from 'node:test';
import { purgeHourly } from '#app/jobs/purge-hourly.ts';
import { keepLog } from '../../fixtures/kept-log.ts';

const hourMs = 60 * 60_000;

/** A store that is purged, and a clock that goes on when the test says so. */
function open(purge: (nowMs: number) => Promise<number>) {
  const log = keepLog();
  const waits: number[] = [];
  let nowMs = 7 * hourMs;
  let goOn = () => {};
  let waited = Promise.withResolvers<void>();
  const wait = (ms: number, signal?: AbortSignal) => {
    waits.push(ms);
    waited.resolve();
    return new Promise<void>((resolve) => {
      goOn = resolve;
      signal?.addEventListener('abort', () => resolve(), { once: true });
    });
  };
  const part = purgeHourly({ purge }, { log, now: () => nowMs, wait, random: () => 0 } as never);
  return {
    log,
    waits,
    part,
    isWaiting: () => waited.promise,
    async passHour() {
      waited = Promise.withResolvers<void>();
      nowMs += hourMs;
      goOn();
      await waited.promise;
    },
  };
}

test('what is past its time is removed at the start and every hour, until it is stopped', async () => {
  const times: number[] = [];
  const { part, waits, isWaiting, passHour } = open(async (nowMs) => {
    times.push(nowMs / hourMs);
    return 0;
  });
  await isWaiting();
  await passHour();
  await passHour();
  await part.stop();
  assert.deepEqual(times, [7, 8, 9]);
  assert.deepEqual([...new Set(waits)], [hourMs]);
  assert.equal(part.name, 'purge');
});

test('a store that is away costs one hour and is told, and the next is tried', async () => {
  let calls = 0;
  const { part, log, isWaiting, passHour } = open(async () => {
    if (calls++ === 0) throw new Error('away');
    return 3;
  });
  await isWaiting();
  await passHour();
  await part.stop();
  assert.deepEqual(
    log.entries.map(({ level, message }) => `${level}: ${message}`),
    ['warn: Notes past their time could not be removed.', 'debug: Notes past their time are removed.'],
  );
  assert.equal(log.entries[1]?.fields.rows, 3);
});
