import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { findFrontMatter } from '#newsletter/front-matter/find-front-matter.ts';
import { parseFrontMatter } from '#newsletter/front-matter/parse-front-matter.ts';

function parse(...rows: readonly string[]) {
  const { frontMatter, problems } = parseFrontMatter('2031-W07.md', findFrontMatter(['---', ...rows, '---']));
  return { ...frontMatter, problems: problems.map(({ line, message }) => `${line}: ${message}`) };
}

test('known keys in any letter case with their lines; others are nobody’s business', () => {
  const { publication, problems, ...stated } = parse(
    'Title: A mill',
    'colour: red',
    'DATE: 2031-02-14',
    'link: https://a.example',
    'author: Kim',
    'restates: true',
    '__proto__: 1',
    'constructor: 1',
  );
  assert.deepEqual(stated, {
    title: { value: 'A mill', line: 2 },
    date: { value: '2031-02-14', line: 4 },
    link: { value: 'https://a.example', line: 5 },
    author: { value: 'Kim', line: 6 },
    restates: { value: true, line: 7 },
  });
  assert.deepEqual([publication.isHeld, problems], [false, []]);
});

describe('values that are of no use', () => {
  test('nothing is as if the key were not there', () => {
    const { title, problems } = parse('title:', 'Title: ""', 'title: A');
    assert.deepEqual([title, problems], [{ value: 'A', line: 4 }, []]);
  });
  test('of a key that is given twice the first counts', () => {
    const { title, problems } = parse('title: A', 'Title: B');
    assert.deepEqual([title?.value, problems], ['A', ['3: front matter: Title: given twice']]);
  });
  test('a number is no title, and is a date', () => {
    const { title, date, problems } = parse('title: 7', 'date: 20310214');
    assert.deepEqual([title, date?.value], [undefined, '20310214']);
    assert.deepEqual(problems, ['2: front matter: title: expected text, found a number']);
  });
  test('a text is neither true nor false', () =>
    assert.deepEqual(parse('restates: "yes"').problems, [
      '2: front matter: restates: expected true or false, found text',
    ]));
  test('what stands in a group is not the issue’s', () => assert.equal(parse('cover:', '  title: B').title, undefined));
});

test('a block that was not understood keeps the issue from being posted, and says so last', () => {
  const { frontMatter, problems } = parseFrontMatter('2031-W07.md', {
    entries: [{ key: 'title', parents: [], value: 'A', line: 2 }],
    firstLine: 1,
    lastLine: 4,
    flaws: [{ line: 3, message: 'odd', remedy: 'mend it' }],
    isUnderstood: false,
  });
  assert.equal(frontMatter.publication.isHeld, true);
  assert.deepEqual(
    problems.map(({ line, keepsFromPosting }) => [line, keepsFromPosting]),
    [
      [3, undefined],
      [3, true],
    ],
  );
});

test('without a block nothing is stated, and nothing held back', () =>
  assert.deepEqual(parseFrontMatter('2031-W07.md', undefined), {
    frontMatter: { publication: { isHeld: false, problems: [] } },
    problems: [],
  }));

test('what may hold keys that were not understood is held at the line of its last flaw', () => {
  const flaw = (line: number) => ({ line, message: 'odd', remedy: 'mend it' });
  const block = { entries: [], firstLine: 1, lastLine: 9, isUnderstood: false };
  for (const [lines, told] of [
    [[2, 5], 5],
    [[], 1],
  ] as const) {
    const { frontMatter, problems } = parseFrontMatter('2031-W07.md', { ...block, flaws: lines.map(flaw) });
    assert.equal(frontMatter.publication.isHeld, true);
    assert.deepEqual([problems.at(-1)?.line, problems.at(-1)?.keepsFromPosting], [told, true]);
  }
});
