import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DeliveryError } from '#conversation/ports/delivery-error.ts';
import { createSendQueue, sendWithinLimits } from '#traffic/send-queue.ts';

const pauseMs = 1_020;

/** A platform that takes one message in so long at each place, on a clock that goes forward only when somebody waits. */
function openPlatform({ everyMs = 1_000, atOnce = 1 } = {}) {
  let nowMs = 0;
  const arrived: { place: string; name: string; atMs: number }[] = [];
  let calls = 0;
  const queue = createSendQueue({
    pauseMs,
    now: () => nowMs,
    wait: async (ms) => {
      nowMs += ms;
    },
  });
  const post = async (place: string, name: string) => {
    calls++;
    // The others get to run while a request is on its way.
    await new Promise((resolve) => setImmediate(resolve));
    const recent = arrived.filter((other) => other.place === place && nowMs - other.atMs < everyMs * atOnce);
    if (recent.length >= atOnce) throw new DeliveryError('try-later', 'Too fast.', { retryAfterMs: everyMs });
    arrived.push({ place, name, atMs: nowMs });
  };
  return {
    arrived,
    queue,
    post,
    send: (place: string, name: string) => sendWithinLimits(() => queue(place, () => post(place, name))),
    calls: () => calls,
    elapsedMs: () => nowMs,
  };
}

const names = Array.from({ length: 20 }, (_, number) => `message ${number}`);

test('twenty at once all arrive, none twice, at the platform’s own pace', async () => {
  const { send, arrived, calls, elapsedMs } = openPlatform();
  await Promise.all(names.map((name) => send('kitchen', name)));
  assert.deepEqual(arrived.map(({ name }) => name).toSorted(), names.toSorted());
  assert.ok(elapsedMs() <= 1.2 * 19_000, `the last after ${elapsedMs()} ms`);
  assert.ok(calls() <= 21, `${calls()} calls`);
});

test('where the platform lets some pass at once, they pass at once', async () => {
  const { send, elapsedMs } = openPlatform({ atOnce: 5 });
  await Promise.all(names.slice(0, 5).map((name) => send('kitchen', name)));
  assert.equal(elapsedMs(), 0);
});

test('one place does not wait for another, nor for what fails there', async () => {
  const { send, queue, arrived } = openPlatform();
  const failing = queue('cellar', () => Promise.reject(new Error('it is dark')));
  await Promise.all([send('kitchen', 'one'), send('garden', 'two'), assert.rejects(failing, /dark/)]);
  await send('cellar', 'three');
  assert.deepEqual(new Set(arrived.map(({ atMs }) => atMs)), new Set([0]));
});

test('nobody of a place leaves before the wait that one was asked for is over, however long and often', async () => {
  const { queue, elapsedMs } = openPlatform();
  let refusals = 2;
  const leftMs: number[] = [];
  const send = () =>
    sendWithinLimits(() =>
      queue('kitchen', async () => {
        leftMs.push(elapsedMs());
        if (refusals-- > 0) throw new DeliveryError('try-later', 'Busy.', { retryAfterMs: 30_000 });
      }),
    );
  await Promise.all([send(), send()]);
  assert.deepEqual(leftMs, [0, 30_000, 60_000, 60_000 + pauseMs]);
});

test('where a platform asks for less than its own pace, its pace holds', async () => {
  const { queue, elapsedMs } = openPlatform();
  let refusals = 1;
  const send = () =>
    sendWithinLimits(() =>
      queue('kitchen', async () => {
        if (refusals-- > 0) throw new DeliveryError('try-later', 'Busy.', { retryAfterMs: 1 });
      }),
    );
  await send();
  assert.equal(elapsedMs(), pauseMs);
});

test('what may have arrived, and what no wait was asked for, is the sender’s own affair', async () => {
  const failures = [
    new DeliveryError('try-later', 'cut off', { mayHaveArrived: true, retryAfterMs: 1 }),
    new DeliveryError('try-later', 'away'),
    new DeliveryError('rejected', 'no'),
    new TypeError('oops'),
  ];
  for (const failure of failures)
    await assert.rejects(
      sendWithinLimits(() => Promise.reject(failure)),
      failure,
    );
});

test('places that nobody waits for are forgotten, and the others keep their pace', async () => {
  const { send, queue, elapsedMs } = openPlatform();
  await send('kitchen', 'one');
  await send('kitchen', 'two');
  const beforeMs = elapsedMs();
  for (let i = 0; i < 5_100; i++) await queue(`place ${i}`, async () => {});
  await send('kitchen', 'three');
  assert.equal(elapsedMs() - beforeMs, pauseMs);
});

/** A queue on a clock that the test sets; what is waited for is noted, and passes. */
function openClocked() {
  const clock = { nowMs: 0 };
  const waits: number[] = [];
  const queue = createSendQueue({
    pauseMs,
    now: () => clock.nowMs,
    async wait(ms, signal) {
      if (signal?.aborted) return;
      waits.push(ms);
      clock.nowMs += ms;
    },
  });
  const busy = new DeliveryError('try-later', 'Busy.', { retryAfterMs: 30_000 });
  /** The platform asks to wait, up to the thirtieth second. */
  const refuse = () =>
    assert.rejects(
      queue('kitchen', () => Promise.reject(busy)),
      busy,
    );
  const send = (signal?: AbortSignal) => queue('kitchen', async () => clock.nowMs, signal);
  const fill = async () => {
    for (let i = 0; i < 5_000; i++) await queue(`place ${i}`, async () => {});
  };
  return { clock, waits, queue, refuse, send, fill };
}

test('a place keeps the platform’s pace for a minute after the wait that was asked for, and is free again then', async () => {
  const { clock, waits, refuse, send } = openClocked();
  await refuse();
  clock.nowMs = 89_999;
  await send();
  assert.equal(await send(), 89_999 + pauseMs);
  await send();
  assert.deepEqual(waits, [pauseMs]);
});

test('who stops does not wait for a place to be free again', async () => {
  const { waits, refuse, send } = openClocked();
  await refuse();
  assert.equal(await send(AbortSignal.abort()), 0);
  assert.deepEqual(waits, []);
});

test('where there are very many places, one that has a pace to keep is not forgotten between two messages', async () => {
  const { clock, waits, refuse, send, fill } = openClocked();
  await refuse();
  await fill();
  clock.nowMs = 40_000;
  await fill();
  await send();
  await send();
  assert.deepEqual(waits, [pauseMs]);
});

test('nor is one where something is on its way: what comes behind it waits', async () => {
  const { queue, fill } = openClocked();
  const arriving = Promise.withResolvers<void>();
  const events: string[] = [];
  const first = queue('kitchen', () => arriving.promise.then(() => void events.push('first')));
  await fill();
  const second = queue('kitchen', async () => void events.push('second'));
  await new Promise((resolve) => setImmediate(resolve));
  arriving.resolve();
  await Promise.all([first, second]);
  assert.deepEqual(events, ['first', 'second']);
});
