import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, test } from 'node:test';
import { examineClock } from '#app/doctor/examine-clock.ts';
import { examineNode } from '#app/doctor/examine-node.ts';

const theirsMs = Date.UTC(2031, 1, 19, 12);

/** A server that tells that time, or none. */
async function startClock(tellsTime = true) {
  const server = createServer((_request, response) => {
    response.sendDate = false;
    if (tellsTime) response.setHeader('date', new Date(theirsMs).toUTCString());
    response.end();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    clock: { address: new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`) },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
    },
  };
}

async function examine(aheadMs: number, tellsTime = true) {
  await using server = await startClock(tellsTime);
  const [finding] = await Array.fromAsync(examineClock([server.clock], () => theirsMs + aheadMs));
  return [finding?.level, finding?.statement.replace(/127\.0\.0\.1:\d+/, 'HOST')];
}

describe('this machine’s clock beside a platform’s', () => {
  for (const [aheadMs, level, statement] of [
    [0, 'ok', 'This machine and HOST agree within a minute.'],
    [59_999, 'ok', 'This machine and HOST agree within a minute.'],
    [-59_999, 'ok', 'This machine and HOST agree within a minute.'],
    [60_000, 'warning', "This machine's clock is 60 s fast, by that of HOST."],
    [-299_999, 'warning', "This machine's clock is 300 s slow, by that of HOST."],
    [300_000, 'fault', "This machine's clock is 300 s fast, by that of HOST."],
  ] as const)
    test(`${aheadMs} ms ahead: ${level}`, async () => assert.deepEqual(await examine(aheadMs), [level, statement]));

  test('that tells no time', async () => assert.deepEqual(await examine(0, false), ['warning', 'HOST told no time.']));

  test('that is out of reach', async () => {
    const clock = await startClock();
    await clock[Symbol.asyncDispose]();
    const [finding] = await Array.fromAsync(examineClock([clock.clock], Date.now));
    assert.deepEqual([finding?.level, /could not be asked for/.test(finding?.statement ?? '')], ['warning', true]);
  });

  test('where there is none, that is said, and the zone in any case', async () => {
    const findings = await Array.fromAsync(examineClock([], Date.now));
    assert.deepEqual(
      findings.map(({ subject, level }) => [subject, level]),
      [
        ['Clock', 'ok'],
        ['Time zone', 'ok'],
      ],
    );
  });
});

test('Node must be of 24 or later', () =>
  assert.deepEqual(
    ['v23.11.0', 'v24.0.0', 'v100.1.0', 'odd'].map((version) => examineNode(version).level),
    ['fault', 'ok', 'ok', 'fault'],
  ));
