import assert from 'node:assert/strict';
import { PassThrough } from 'node:stream';
import { describe, test } from 'node:test';
import { findTerminalView, linkWords, paint, wrapLines } from '#platforms/terminal/view.ts';

const plain = { width: 20, hasColours: false, hasLinks: false };
const rich = { width: 20, hasColours: true, hasLinks: true };

describe('how wide lines are', () => {
  const cases: readonly [columns: number | undefined, width: number][] = [
    [undefined, 80],
    [0, 80],
    [1, 20],
    [20, 20],
    [60, 60],
    [100, 100],
    [300, 100],
  ];
  for (const [columns, width] of cases)
    test(`${columns} columns: ${width}`, () =>
      assert.equal(findTerminalView(Object.assign(new PassThrough(), { columns })).width, width));
});

test('what is no terminal gets neither colours nor links', () => {
  const { hasColours, hasLinks } = findTerminalView(new PassThrough());
  assert.deepEqual([hasColours, hasLinks], [false, false]);
  assert.equal(paint('bold', 'mill', plain), 'mill');
  assert.equal(linkWords('mill', 'https://mill.example/', plain), 'mill');
});

test('a terminal that can gets them, but no address that is not safe, and no colour for nothing', () => {
  assert.equal(paint('bold', 'mill', rich), '\u001B[1mmill\u001B[22m');
  assert.equal(paint('bold', '', rich), '');
  assert.equal(
    linkWords('mill', 'https://mill.example/', rich),
    '\u001B]8;;https://mill.example/\u0007mill\u001B]8;;\u0007',
  );
  for (const url of ['javascript:alert(1)', 'file:///etc/passwd', 'no address'])
    assert.equal(linkWords('mill', url, rich), 'mill', url);
});

test('lines are no wider than the view, and further ones stand below the first', () => {
  assert.deepEqual(wrapLines('the mill grinds all day long', plain, '• '), ['• the mill grinds', '  all day long']);
  assert.deepEqual(wrapLines('', plain, '• '), ['•']);
  const [first] = wrapLines('mill', { ...plain, width: 1 }, '• ');
  assert.match(first ?? '', /^•/);
});
