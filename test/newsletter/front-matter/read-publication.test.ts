import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { isKnownKey, isPublicationKey, plainKey } from '#newsletter/front-matter/publication-keys.ts';
import type { KeyEntry } from '#newsletter/front-matter/read-keys.ts';
import { nameValue, readPublication } from '#newsletter/front-matter/read-publication.ts';

type Row = readonly [path: string, value: KeyEntry['value']];

function read(...rows: readonly Row[]) {
  const entries = rows.map(([path, value], place) => {
    const parents = path.split('.');
    return { key: parents.pop() ?? '', parents, value, line: place + 2 };
  });
  return readPublication('2031-W07.md', entries);
}

describe('a slip of a key that says whether an issue may go out', () => {
  for (const [key, meant] of [
    ['drafft', 'draft'],
    ['darft', 'draft'],
    ['drat', 'draft'],
    ['publised', 'published'],
    ['Publish_Dat', 'publishdate'],
    ['unpublishd', 'unpublished'],
    ['embrago', 'embargo'],
  ] as const)
    test(`${key}: ${meant} is meant, and the issue waits`, () => {
      const { isHeld, problems } = read([key, true]);
      assert.equal(isHeld, true);
      assert.match(
        problems[0]?.message ?? '',
        new RegExp(`^front matter: ${key}: .* near ${meant}; the issue is not posted$`),
      );
      assert.deepEqual([problems[0]?.line, problems[0]?.keepsFromPosting], [2, true]);
    });

  for (const key of ['publisher', 'drafts', 'craft', 'date', 'release', 'title', 'layout', 'author', 'tags'])
    test(`${key} is a key of its own`, () => assert.deepEqual(read([key, 'Mill']), { isHeld: false, problems: [] }));

  test('of another thing than the page it says nothing', () =>
    assert.equal(read(['cover.drafft', true]).isHeld, false));
});

describe('a key that holds the issue back', () => {
  for (const row of [
    ['draft', true],
    ['draft', 'Yes'],
    ['Is_Draft', 1],
    ['WIP', 'on'],
    ['published', false],
    ['public', 'no'],
    ['status', 'In review'],
    ['visibility', 'hidden'],
    ['visibility', 'Private'],
    ['state', 'work-in-progress'],
    ['post_status', 'trash'],
    ['stage', 'Not published'],
    ['status', 'embargoed'],
    ['permalink', false],
    ['build.render', 'never'],
    ['_build.list', false],
    ['build.list', 'local'],
    ['build.render', 'link'],
    ['build.render', 'false'],
    ['draft', 'T'],
    ['draft', 'y'],
    ['published', 'F'],
    ['published', 'n'],
    ['published', 'off'],
    ['params.draft', true],
    ['seo.draft', true],
    ['params.unlisted', true],
    ['scheduled', true],
    ['expires', 'soon'],
  ] as const)
    test(`${row[0]}: ${row[1]}`, () => assert.equal(read(row).isHeld, true));
});

describe('a key that does not', () => {
  for (const row of [
    ['draft', false],
    ['draft', '0'],
    ['draft', 'F'],
    ['draft', 'n'],
    ['draft', 'off'],
    ['published', 'T'],
    ['published', 'y'],
    ['published', 'on'],
    ['published', 1],
    ['published', 'true'],
    ['status', 'final'],
    ['permalink', '/a'],
    ['render', 'never'],
    ['build.render', 'always'],
    ['build.colour', 'never'],
    ['cover.hidden', true],
    ['seo.params.unlisted', true],
    ['embargo', false],
    ['embargo', null],
    ['expires', ''],
    ['colour', true],
  ] as const)
    test(`${row[0]}: ${row[1]}`, () => {
      const { isHeld, problems } = read(row);
      assert.deepEqual([isHeld, problems], [false, []]);
    });
});

describe('in doubt it is held back, and the editor is told the line', () => {
  for (const [row, message] of [
    [['draft', 'almost'], 'front matter: draft: expected true or false, found text; the issue is not posted'],
    [['draft', null], 'front matter: draft: expected true or false, found nothing; the issue is not posted'],
    [['published', 7], 'front matter: published: expected true or false, found a number; the issue is not posted'],
    [['publishDate', 'soon'], 'front matter: publishDate: expected a date, found text; the issue is not posted'],
    [
      ['expiry', undefined],
      'front matter: expiry: expected a date, found a list or a group of keys; the issue is not posted',
    ],
  ] as const)
    test(message, () => {
      const { isHeld, problems } = read(['title', 'A'], row);
      assert.equal(isHeld, true);
      assert.deepEqual(
        problems.map((problem) => [problem.line, problem.message, problem.keepsFromPosting]),
        [[3, message, true]],
      );
    });
});

describe('the time in which it may go out', () => {
  const span = (...rows: readonly Row[]) => {
    const { notBefore, notAfter, isHeld } = read(...rows);
    return [notBefore, notAfter, isHeld];
  };
  test('from a day', () => assert.deepEqual(span(['publishDate', '2031-02-03']), ['2031-02-03', undefined, false]));
  test('of two days the later', () =>
    assert.deepEqual(span(['publishDate', '2031-02-04'], ['embargo', '2031-02-03']), ['2031-02-04', undefined, false]));
  test('until a day', () => assert.deepEqual(span(['expires', '2031-02-03']), [undefined, '2031-02-03', false]));
  test('of two ends the earlier', () => {
    assert.deepEqual(span(['expires', '2031-02-04'], ['expiryDate', '2031-02-03']), [undefined, '2031-02-03', false]);
    assert.deepEqual(span(['expires', '2031-02-03'], ['expiryDate', '2031-02-04']), [undefined, '2031-02-03', false]);
  });
  test('“published” with a day is when', () =>
    assert.deepEqual(span(['published', '2031-02-03']), ['2031-02-03', undefined, false]));
});

test('what was found instead, in words', () =>
  assert.deepEqual(['', 'a', 1, true, null, undefined].map(nameValue), [
    'nothing',
    'text',
    'a number',
    'true',
    'nothing',
    'a list or a group of keys',
  ]));

describe('keys by their names', () => {
  test('however they are written', () =>
    assert.deepEqual(['Publish_Date', 'publishDate', ':publish-date'].map(plainKey), Array(3).fill('publishdate')));
  test('those that say something about publishing', () =>
    assert.deepEqual(
      ['Draft', 'published', 'Publish-Date', 'expires', 'state', 'title', 'colour'].map(isPublicationKey),
      [true, true, true, true, true, false, false],
    ));
  test('a known key is one with a short value; what describes the issue may have any', () => {
    assert.equal(isKnownKey('draft', 'three words only'), true);
    assert.equal(isKnownKey('draft', 'four words are prose'), false);
    assert.equal(isKnownKey('draft', 'x'.repeat(40)), true);
    assert.equal(isKnownKey('draft', 'x'.repeat(41)), false);
    assert.equal(isKnownKey('title', 'as many words as anybody likes to write'), true);
    assert.equal(isKnownKey('colour', 'red'), false);
  });
});
