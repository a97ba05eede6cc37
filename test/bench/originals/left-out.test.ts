import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { parseLeftOut, readLeftOut } from '../../../bench/originals/left-out.ts';

test('the list of the project can be read, and gives a reason for each difference', () => {
  const leftOut = readLeftOut(join(import.meta.dirname, '../../../bench/originals/left-out.yaml'));
  assert.ok(leftOut.size > 0);
  for (const [name, reason] of leftOut) {
    assert.match(name, /^\d{4}-W\d\d:\d+ (?:article|order|link|number|added) \S/);
    assert.match(reason, /\S{3}/, name);
  }
});

test('an empty list leaves nothing out', () => {
  assert.equal(parseLeftOut('list.yaml', '# nothing yet\n[]\n').size, 0);
});

test('a list that is none says where and what', () => {
  for (const [text, message] of [
    ['reason: x', /^list\.yaml: expected a list of reasons, found object/],
    ['- reason: x', /^list\.yaml: entry 1: expected reason and differences, found \{"reason":"x"\}/],
    ['- differences: [a]', /^list\.yaml: entry 1: /],
    ['- {reason: x, differences: [1]}', /^list\.yaml: entry 1: /],
    ['- {reason: x, differences: [a, a]}', /^list\.yaml: a is there twice/],
    ['- {', /list\.yaml/],
  ] as const) {
    assert.throws(() => parseLeftOut('list.yaml', text), { message }, text);
  }
});
