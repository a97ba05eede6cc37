import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { createQuestionBudget } from '#traffic/question-budget.ts';
import { assertProperty } from '../fixtures/assert-property.ts';

const limits = { perUser: 3, perChannel: 5, windowMs: 60_000 };
const ann = { userKey: 'ann', channelKey: 'kitchen' };

test('a person may ask so many at once, and again as time passes', () => {
  const budget = createQuestionBudget(limits);
  for (let i = 0; i < 3; i++) assert.equal(budget(ann, 0), undefined);
  assert.deepEqual(budget(ann, 0), { who: 'user', retryAfterMs: 20_000 });
  assert.equal(budget(ann, 20_000), undefined);
  assert.deepEqual(budget(ann, 20_000), { who: 'user', retryAfterMs: 20_000 });
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
