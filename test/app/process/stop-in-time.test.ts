import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stopInTime } from '#app/process/stop-in-time.ts';
import { keepLog } from '../../fixtures/kept-log.ts';

function makePart(name: string, order: string[], end: Promise<void> = Promise.resolve()) {
  return {
    name,
    stop: async () => {
      order.push(`${name} stops`);
      await end;
      order.push(`${name} stopped`);
    },
  };
}

const countTimers = () => process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length;

test('a group is stopped when the one before it has stopped', async () => {
  const order: string[] = [];
  const timers = countTimers();
  const log = keepLog();
  await stopInTime([[makePart('job', order)], [makePart('slack', order), makePart('discord', order)]], {
    log,
    withinMs: 60_000,
  });
  // A timer that still ran would keep a process that has nothing left to do alive as long.
  assert.equal(countTimers(), timers);
  assert.deepEqual(order.slice(0, 4), ['job stops', 'job stopped', 'slack stops', 'discord stops']);
  assert.equal(order.length, 6);
  assert.deepEqual(log.entries, []);
});

test('a part that fails to stop is told and keeps nothing from stopping', async () => {
  const order: string[] = [];
  const log = keepLog();
  const broken = makePart('job', order, Promise.reject(new Error('stuck')));
  await stopInTime([[broken], [makePart('slack', order)]], { log, withinMs: 60_000 });
  assert.deepEqual(order, ['job stops', 'slack stops', 'slack stopped']);
  assert.deepEqual(log.above('info'), ['A part did not stop as it should. {"part":"job","error":"Error: stuck"}']);
});

test('what never stops is named when the time is up', async () => {
  const order: string[] = [];
  const log = keepLog();
  const endless = makePart('slack', order, new Promise(() => {}));
  await stopInTime([[makePart('job', order)], [endless]], { log, withinMs: 1 });
  assert.deepEqual(log.above('info'), ['Not all was finished when the time to stop was up. {"parts":["slack"]}']);
});
