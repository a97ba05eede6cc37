import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EVENT_LEASE_MS, type HandledEvents } from '#conversation/ports/handled-events.ts';
import type { NewPlace } from './place.ts';

const start = 1_700_000_000_000;

/** What every record of handled events must do, for two programs on the same data. */
export function handledEventsContract(name: string, newPlace: NewPlace<HandledEvents>): void {
  test(`${name}: an event is in one hand at a time, and never again once it is answered`, async (t) => {
    const place = await newPlace(t);
    const [one, other] = [await place.open(), await place.open()];
    assert.equal(await one.claim('slack:1', start), 'mine');
    assert.equal(await other.claim('slack:1', start + 1), 'busy');
    assert.equal(await one.claim('slack:1', start + 1), 'busy');
    assert.equal(await other.claim('slack:2', start + 1), 'mine');
    await one.finish('slack:1', start + 2);
    assert.equal(await other.claim('slack:1', start + 2 * EVENT_LEASE_MS), 'done');
    assert.equal(await one.claim('slack:1', start + 2 * EVENT_LEASE_MS), 'done');
  });

  test(`${name}: one that was certainly not answered may be tried again at once`, async (t) => {
    const place = await newPlace(t);
    const [one, other] = [await place.open(), await place.open()];
    await one.claim('slack:1', start);
    await one.release('slack:1');
    assert.equal(await other.claim('slack:1', start + 1), 'mine');
  });

  test(`${name}: an event outlives the process that held it, for no longer than the lease`, async (t) => {
    const place = await newPlace(t);
    const [one, other] = [await place.open(), await place.open()];
    await one.claim('slack:1', start);
    assert.equal(await other.claim('slack:1', start + EVENT_LEASE_MS - 1), 'busy');
    assert.equal(await other.claim('slack:1', start + EVENT_LEASE_MS), 'mine');
    assert.equal(await one.claim('slack:1', start + EVENT_LEASE_MS), 'busy');
  });

  test(`${name}: a claim is renewed as long as nobody else has the event, even one that ran out`, async (t) => {
    const place = await newPlace(t);
    const [one, other] = [await place.open(), await place.open()];
    await one.claim('slack:1', start);
    assert.equal(await one.extend?.('slack:1', start + EVENT_LEASE_MS - 1), true);
    assert.equal(await other.claim('slack:1', start + EVENT_LEASE_MS), 'busy');
    assert.equal(await one.extend?.('slack:1', start + 3 * EVENT_LEASE_MS), true);
    assert.equal(await other.claim('slack:1', start + 3 * EVENT_LEASE_MS), 'busy');
    assert.equal(await other.claim('slack:1', start + 4 * EVENT_LEASE_MS), 'mine');
    assert.equal(await one.extend?.('slack:1', start + 4 * EVENT_LEASE_MS), false);
    await other.finish('slack:1', start + 4 * EVENT_LEASE_MS);
    assert.equal(await one.extend?.('slack:1', start + 5 * EVENT_LEASE_MS), false);
    assert.equal(await one.claim('slack:1', start + 5 * EVENT_LEASE_MS), 'done');
    assert.equal(await one.extend?.('slack:2', start), false, 'it was never claimed');
  });

  test(`${name}: who was too slow cannot give back what another has taken over`, async (t) => {
    const place = await newPlace(t);
    const [one, other] = [await place.open(), await place.open()];
    await one.claim('slack:1', start);
    await other.claim('slack:1', start + EVENT_LEASE_MS);
    await one.release('slack:1');
    assert.equal(await one.claim('slack:1', start + EVENT_LEASE_MS + 1), 'busy');
    await other.finish('slack:1', start + EVENT_LEASE_MS + 2);
    await other.release('slack:1');
    assert.equal(await one.claim('slack:1', start + EVENT_LEASE_MS + 3), 'done');
  });

  test(`${name}: of many who reach for an event at once, one has it`, async (t) => {
    const place = await newPlace(t);
    const hands = [await place.open(), await place.open()];
    for (let event = 0; event < 30; event++) {
      const claims = hands.flatMap((hand) => [1, 2, 3].map(() => hand.claim(`event ${event}`, start)));
      const results = await Promise.all(claims);
      assert.deepEqual(results.sort(), ['busy', 'busy', 'busy', 'busy', 'busy', 'mine']);
    }
    // The same when a lease has run out.
    const late = await Promise.all(hands.map((hand) => hand.claim('event 0', start + EVENT_LEASE_MS)));
    assert.deepEqual(late.sort(), ['busy', 'mine']);
  });
}
