import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { keepReading } from '#archive/keep-reading.ts';
import type { KeptReading } from '#archive/reading-store.ts';

/** Saves by noting what is to be saved. */
const noteIn = (saved: KeptReading[]) =>
  function* (reading: KeptReading): Generator<void> {
    saved.push(reading);
    yield;
  };

suite('when a reading is saved', () => {
  const reading = { reports: [] } as unknown as KeptReading;

  /** Counts what is saved, on a clock that the test moves. */
  function prepare(
    t: import('node:test').TestContext,
    isSaved = false,
    read: () => KeptReading | undefined = () => reading,
  ) {
    t.mock.timers.enable({ apis: ['setTimeout'] });
    const saved: KeptReading[] = [];
    const keeper = keepReading({ load: () => undefined, save: noteIn(saved) }, isSaved, read);
    return { keeper, saved, pass: (ms: number) => t.mock.timers.tick(ms) };
  }

  test('a while after it is there, once however often it changes meanwhile', (t) => {
    const { keeper, saved, pass } = prepare(t);
    keeper.note();
    pass(2_999);
    assert.equal(saved.length, 0);
    keeper.note();
    pass(1);
    assert.equal(saved.length, 1);
    pass(60_000);
    keeper.end();
    assert.equal(saved.length, 1);
  });

  test('at the end, if not before, and never afterwards', (t) => {
    const { keeper, saved, pass } = prepare(t);
    keeper.end();
    assert.equal(saved.length, 1);
    keeper.note();
    pass(60_000);
    keeper.end();
    assert.equal(saved.length, 1);
  });

  test('in steps, between which others get their turn, and the rest in one go at the end', async (t) => {
    t.mock.timers.enable({ apis: ['setTimeout'] });
    const steps: string[] = [];
    const save = function* ({ reports }: KeptReading) {
      for (const step of ['first', 'second', 'last']) {
        steps.push(`${step} of ${reports.length}`);
        yield;
      }
    };
    let count = 0;
    const read = () => ({ ...reading, reports: new Array(++count) });
    const keeper = keepReading({ load: () => undefined, save }, false, read);
    t.mock.timers.tick(3_000);
    assert.deepEqual(steps, ['first of 1']);
    await new Promise(setImmediate);
    assert.deepEqual(steps, ['first of 1', 'second of 1']);
    keeper.note();
    keeper.end();
    const whole = (at: number) => ['first', 'second', 'last'].map((step) => `${step} of ${at}`);
    assert.deepEqual(steps, [...whole(1), ...whole(2)]);
    await new Promise(setImmediate);
    assert.equal(steps.length, 6);
  });

  test('not where it is saved already, until it changes', (t) => {
    const { keeper, saved, pass } = prepare(t, true);
    pass(60_000);
    assert.equal(saved.length, 0);
    keeper.note();
    pass(3_000);
    assert.equal(saved.length, 1);
  });

  test('not where there is nothing to keep', (t) => {
    const { keeper, saved } = prepare(t, false, () => undefined);
    keeper.end();
    assert.equal(saved.length, 0);
  });

  test('not where there is no store', () => {
    const keeper = keepReading(undefined, false, () => assert.fail('nobody asks for it'));
    keeper.note();
    keeper.end();
  });
});
