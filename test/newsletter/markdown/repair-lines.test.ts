import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { repairLines } from '#newsletter/markdown/repair-lines.ts';

const repair = (...lines: readonly string[]) => {
  const { lines: repaired, repairs } = repairLines(lines);
  return { repaired, at: repairs.map(({ line }) => line) };
};

describe('a heading whose marks stand right before its words', () => {
  test('is one, and the editor is told', () =>
    assert.deepEqual(repair('Text', '##Mills', '### Quernd'), {
      repaired: ['Text', '## Mills', '### Quernd'],
      at: [2],
    }));
  test('not of one mark, nor of seven', () =>
    assert.deepEqual(repair('#pebble', '#######x'), { repaired: ['#pebble', '#######x'], at: [] }));
  test('not in code, and again behind it', () =>
    assert.deepEqual(repair('```', '##a', '```', '##b'), { repaired: ['```', '##a', '```', '## b'], at: [4] }));
  test('not in code that shows fences of other signs, or shorter ones, nor behind a span of code', () => {
    for (const code of [
      ['~~~', '```', '##a', '~~~'],
      ['````', '```', '##a', '````'],
      ['```', '```js', '##a', '```'],
      ['```', '````'],
      ['```a``` is code'],
    ])
      assert.deepEqual(repair(...code, '##b'), { repaired: [...code, '## b'], at: [code.length + 1] });
  });
  test('code in a quotation is code', () => assert.deepEqual(repair('> ~~~', '##a').at, []));
});

describe('quotes and lists inside each other', () => {
  test('twenty-four are read', () => assert.deepEqual(repair(`${'>'.repeat(24)} a`).at, []));
  test('of more the rest is plain text', () =>
    assert.deepEqual(repair(`${'>'.repeat(25)} a`), { repaired: [`${'>'.repeat(24)}\\> a`], at: [1] }));
  test('a long rule is a rule', () => assert.deepEqual(repair('* '.repeat(40)), { repaired: ['---'], at: [] }));
});

describe('lines without a blank one', () => {
  const rows = (count: number) => Array.from({ length: count }, () => 'a');
  test('a thousand are read as they are', () => assert.deepEqual(repair(...rows(1000)).at, []));
  test('the next begins anew, and so does every thousandth', () => {
    const { repaired, at } = repair(...rows(2002));
    assert.deepEqual(at, [1001, 2002]);
    assert.equal(repaired[1000], '<!-- --> a');
  });
  test('a blank line begins anew', () => assert.deepEqual(repair(...rows(999), ' ', ...rows(999)).at, []));
});
