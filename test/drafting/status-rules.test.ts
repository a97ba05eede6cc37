import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { readStatus } from '#drafting/read-status.ts';
import { statusRules } from '#drafting/status-rules.ts';
import { findTargets } from '#targets/finding/find-targets.ts';
import { busyMs } from '../security/busy-time.ts';

// As `readStatus` shows a sentence to the rules: each target a mark.
function maskTargets(sentence: string): string {
  return findTargets(sentence).reduceRight(
    (text, { start, end }, place) => `${text.slice(0, start)}@${place}@${text.slice(end)}`,
    sentence,
  );
}

suite('each row reads its own example, and no other row does', () => {
  for (const rule of statusRules) {
    test(`${rule.status}, ${rule.purpose}: “${rule.example}”`, () => {
      const statement = readStatus(rule.example);
      assert.equal(statement?.rule, rule);
      assert.equal(statement?.status, rule.status);
      assert.match(statement?.subject ?? '', /^Foodb(?: 2\.0)?$/);
      assert.equal(statement?.targets.length, 1);
      const masked = maskTargets(rule.example);
      assert.deepEqual(
        statusRules.filter(({ form }) => form().test(masked)).map(({ example }) => example),
        [rule.example],
      );
    });
  }
});

test('every status but partly has a row; partly is a yes with its limit behind it', () => {
  const statuses = new Set(statusRules.map(({ status }) => status));
  assert.deepEqual([...statuses].sort(), ['in-progress', 'no', 'planned', 'yes']);
});

test('no row takes long on hostile text', () => {
  const hostile = [
    'Foodb '.repeat(20_000),
    `${'the new '.repeat(20_000)}Foodb runs on @0@`,
    `F${'o'.repeat(100_000)}db runs on @0@`,
    `Foodb${' now'.repeat(20_000)} runs`,
    `Foodbs${' now also'.repeat(20_000)} run`,
    `Support for ${'the '.repeat(20_000)}@0@ was removed`,
    `The port of ${'Foodb to '.repeat(20_000)}`,
    ' '.repeat(100_000),
  ];
  const startMs = busyMs();
  for (const text of hostile) for (const { form } of statusRules) assert.equal(typeof form().test(text), 'boolean');
  assert.ok(busyMs() - startMs < 10_000);
});
