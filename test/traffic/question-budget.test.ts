import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { createQuestionBudget } from '#traffic/question-budget.ts';
import { assertProperty } from '../fixtures/assert-property.ts';

const limits = { perUser: 3, perChannel: 5, windowMs: 60_000 };
const ann = { userKey: 'ann', channelKey: 'kitchen' };

test('a person may ask so many at once, and again as time passes', () => {
  // Those who have been quiet for long are forgotten now and then, who has just asked is not.
  for (const startMs of [0, 60_000, Date.UTC(2031, 1, 21)]) {
    const budget = createQuestionBudget(limits);
    for (let i = 0; i < 3; i++) assert.equal(budget(ann, startMs), undefined);
    assert.deepEqual(budget(ann, startMs), { who: 'user', retryAfterMs: 20_000 });
    assert.equal(budget(ann, startMs + 20_000), undefined);
    assert.deepEqual(budget(ann, startMs + 20_000), { who: 'user', retryAfterMs: 20_000 });
  }
});

test('left to itself, a person may ask twenty times a minute, and all of a channel sixty times', () => {
  const budget = createQuestionBudget();
  const askAs = (userKey: string, times: number) =>
    Array.from({ length: times }, () => budget({ userKey, channelKey: 'kitchen' }, 0)).find(Boolean);
  assert.equal(askAs('ann', 20), undefined);
  assert.deepEqual(askAs('ann', 1), { who: 'user', retryAfterMs: 3_000 });
  assert.equal(askAs('bob', 20) ?? askAs('cat', 20), undefined);
  assert.deepEqual(askAs('dan', 1), { who: 'channel', retryAfterMs: 1_000 });
});

test('who has asked too much hears it of themselves, and waits for the channel as well', () => {
  const budget = createQuestionBudget({ perUser: 2, perChannel: 2, windowMs: 60_000 });
  budget({ userKey: 'ann', channelKey: 'garden' }, 0);
  budget(ann, 10_000);
  budget({ userKey: 'bob', channelKey: 'kitchen' }, 10_000);
  assert.deepEqual(budget(ann, 10_000), { who: 'user', retryAfterMs: 30_000 });
});

test('who waits as told is not a fraction of a millisecond too early', () => {
  const budget = createQuestionBudget({ ...limits, perUser: 7, perChannel: 7 });
  for (let i = 0; i < 7; i++) budget(ann, 0);
  assert.deepEqual(budget(ann, 0), { who: 'user', retryAfterMs: 8_572 });
  assert.equal(budget(ann, 8_572), undefined);
});

test('a clock that is set back fills no bucket', () => {
  const budget = createQuestionBudget(limits);
  for (let i = 0; i < 3; i++) budget(ann, 10_000_000);
  for (let i = 0; i < 2; i++) assert.deepEqual(budget(ann, 0), { who: 'user', retryAfterMs: 20_000 });
});

test('one who asks too much takes nothing from the others, until the channel has had its share', () => {
  const budget = createQuestionBudget(limits);
  for (let i = 0; i < 50; i++) budget(ann, 0);
  assert.equal(budget({ userKey: 'bob', channelKey: 'kitchen' }, 0), undefined);
  assert.equal(budget({ userKey: 'cat', channelKey: 'kitchen' }, 0), undefined);
  assert.equal(budget({ userKey: 'dan', channelKey: 'kitchen' }, 0)?.who, 'channel');
  assert.equal(budget({ userKey: 'dan', channelKey: 'garden' }, 0), undefined);
});

test('whatever the clock does, nobody waits longer than one window, and who waits as told may ask', () => {
  const moments = fc.array(fc.integer({ min: 0, max: 10_000_000 }), { minLength: 1, maxLength: 60 });
  assertProperty(
    fc.property(moments, (times) => {
      const budget = createQuestionBudget(limits);
      for (const nowMs of times) {
        const overdraft = budget(ann, nowMs);
        if (overdraft === undefined) continue;
        assert.ok(overdraft.retryAfterMs > 0 && overdraft.retryAfterMs <= limits.windowMs);
        assert.equal(budget(ann, nowMs + Math.ceil(overdraft.retryAfterMs)), undefined);
      }
    }),
    { seed: 11 },
  );
});
