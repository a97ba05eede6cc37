import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { measurePiece, type SlackPiece } from '#platforms/slack/rendering/pieces.ts';
import { headingOf, planSlackPages } from '#platforms/slack/rendering/plan-pages.ts';

const section = (text: string): SlackPiece => ({ kind: 'section', elements: [{ type: 'text', text }] });
const mills = { title: 'Mills' };
const sieves = { title: 'Sieves' };
const table = { title: 'Where', columns: ['On', 'Since'] };
const item = (text: string, list = mills): SlackPiece => ({ kind: 'item', elements: [{ type: 'text', text }], list });
const row = (...cells: string[]): SlackPiece => ({ kind: 'row', cells, table });

describe('how much room a piece takes', () => {
  const cases: readonly [name: string, piece: SlackPiece, characters: number][] = [
    ['its words', section('twelve signs'), 12],
    [
      'an address as well as its words',
      { kind: 'section', elements: [{ type: 'link', url: 'https://a.example', text: 'mill' }] },
      21,
    ],
    ['an address alone', { kind: 'section', elements: [{ type: 'link', url: 'https://a.example' }] }, 17],
    ['all cells of a row', row('arm64', '2031'), 9],
    ['nothing', { kind: 'section', elements: [] }, 0],
  ];
  for (const [name, piece, characters] of cases) test(name, () => assert.equal(measurePiece(piece), characters));
});

/** Pages as the places of their pieces. */
function plan(pieces: readonly SlackPiece[], characters: number, most = 50): number[][] {
  return planSlackPages(pieces, { characters, pieces: most }).map((page) => page.map((piece) => pieces.indexOf(piece)));
}

describe('pages hold as much as fits, in order', () => {
  const words = (...lengths: number[]) => lengths.map((length) => section('x'.repeat(length)));
  const cases: readonly [
    name: string,
    pieces: readonly SlackPiece[],
    characters: number,
    most: number,
    pages: number[][],
  ][] = [
    ['nothing, no page', [], 10, 5, []],
    ['exactly full', words(4, 6), 10, 5, [[0, 1]]],
    ['one character too many', words(4, 7), 10, 5, [[0], [1]]],
    ['exactly as many pieces as there may be', words(1, 1), 10, 2, [[0, 1]]],
    ['one piece too many', words(1, 1, 1), 10, 2, [[0, 1], [2]]],
    ['a piece larger than a page has one of its own', words(1, 99, 1), 10, 5, [[0], [1], [2]]],
    ['a title takes room once', [item('abc'), item('de')], 10, 5, [[0, 1]]],
    ['and again on the next page', [item('abc'), item('def'), item('gh')], 10, 5, [[0], [1, 2]]],
    ['where it takes room as well', [item('abc'), item('def'), item('ghi')], 10, 5, [[0], [1], [2]]],
    ['another list has a title of its own', [item('a'), item('b', sieves)], 12, 5, [[0], [1]]],
    ['with room for both titles they share a page', [item('a'), item('b', sieves)], 13, 5, [[0, 1]]],
    ['columns take room beside the title', [row('a', 'b')], 14, 5, [[0]]],
    ['rows of one table', [row('a', 'b'), row('c', 'd')], 16, 5, [[0, 1]]],
    ['rows that do not fit with the columns', [row('a', 'b'), row('c', 'd')], 15, 5, [[0], [1]]],
  ];
  for (const [name, pieces, characters, most, pages] of cases)
    test(name, () => assert.deepEqual(plan(pieces, characters, most), pages));
});

test('a piece is under its list or table, or nothing', () => {
  assert.equal(headingOf(item('a')), mills);
  assert.equal(headingOf(row('a')), table);
  assert.equal(headingOf(section('a')), undefined);
});
