import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import type { HandledEvents } from '#conversation/ports/handled-events.ts';
import { claimSoon } from '#storage/opening/claim-soon.ts';
import { StoreError } from '#storage/store-error.ts';

const nextRound = () => new Promise((resolve) => setImmediate(resolve));

/** A store whose answer to a claim comes when told. */
function setUp(t: TestContext) {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  const answer = Promise.withResolvers<'mine' | 'busy' | 'done'>();
  const released: string[] = [];
  const events: HandledEvents = claimSoon({
    claim: () => answer.promise,
    finish: async () => {},
    release: async (eventKey) => void released.push(eventKey),
  });
  return { answer, released, events, pass: (ms: number) => t.mock.timers.tick(ms) };
}

const isTooLate = (error: unknown) =>
  error instanceof StoreError && error.fault === 'unreachable' && /has not answered within 1500 ms/.test(error.message);

test('a store that is silent is given up before Slack is told that a mention is in hand', async (t) => {
  const { events, pass } = setUp(t);
  const claim = events.claim('slack:1', 0);
  pass(1_999);
  await assert.rejects(claim, isTooLate);
});

test('an event claimed too late is given back, for the next delivery', async (t) => {
  const { events, answer, released, pass } = setUp(t);
  const claim = events.claim('slack:1', 0);
  pass(1_500);
  await assert.rejects(claim, isTooLate);
  answer.resolve('mine');
  await nextRound();
  assert.deepEqual(released, ['slack:1']);
});

test('an event that somebody else has is not given back, however late that is known', async (t) => {
  const { events, answer, released, pass } = setUp(t);
  const claim = events.claim('slack:1', 0);
  pass(1_500);
  await assert.rejects(claim, isTooLate);
  answer.resolve('busy');
  await nextRound();
  assert.deepEqual(released, []);
});

test('an answer that was there in time counts, though this process was too busy to read it', async (t) => {
  const { events, answer, pass } = setUp(t);
  const claim = events.claim('slack:1', 0);
  pass(1_500);
  answer.resolve('mine');
  assert.equal(await claim, 'mine');
});
