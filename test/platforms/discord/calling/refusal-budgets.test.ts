import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Cause, createRefusalBudgets } from '#platforms/discord/calling/refusal-budgets.ts';

const minuteMs = 60_000;
const ann: Cause = { kind: 'person', id: 'ann' };
const kitchen: Cause = { kind: 'channel', id: 'kitchen' };
const house: Cause = { kind: 'server', id: 'house' };

test('after five refusals in a channel it waits a minute for the next, and the others do not', () => {
  const budgets = createRefusalBudgets();
  for (let i = 0; i < 5; i++) {
    assert.equal(budgets.areSpent([kitchen], 0), false);
    budgets.charge([kitchen], 0);
  }
  assert.equal(budgets.areSpent([kitchen], minuteMs - 1), true);
  assert.equal(budgets.areSpent([kitchen], minuteMs), false);
  assert.equal(budgets.areSpent([{ kind: 'channel', id: 'garden' }], 0), false);
  assert.equal(budgets.areSpent([{ kind: 'person', id: 'kitchen' }], 0), false);
});

test('each cause is charged, and one that is spent is enough', () => {
  const budgets = createRefusalBudgets();
  for (let i = 0; i < 5; i++) budgets.charge([ann, house], 0);
  assert.equal(budgets.areSpent([ann], 0), true);
  assert.equal(budgets.areSpent([house], 0), false);
  assert.equal(budgets.areSpent([house, kitchen, ann], 0), true);
  for (let i = 5; i < 50; i++) budgets.charge([house], 0);
  assert.equal(budgets.areSpent([house], 0), true);
  // Fifty in ten minutes: one more after each twelve seconds.
  assert.equal(budgets.areSpent([house], 11_999), true);
  assert.equal(budgets.areSpent([house], 12_000), false);
});

test('what has no cause is never spent', () => {
  assert.equal(createRefusalBudgets().areSpent([], 0), false);
});
