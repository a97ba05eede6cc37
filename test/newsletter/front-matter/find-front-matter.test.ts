import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { findFrontMatter } from '#newsletter/front-matter/find-front-matter.ts';

function find(text: string) {
  const block = findFrontMatter(text.split('\n'));
  if (block === undefined) return undefined;
  const { entries, firstLine, lastLine, flaws, isUnderstood } = block;
  const keys = entries.map(({ key, line }) => `${line} ${key}`);
  return { keys, lines: [firstLine, lastLine], flaws: flaws.map(({ line }) => line), isUnderstood };
}

describe('front matter and its lines', () => {
  const cases: readonly (readonly [what: string, text: string, found: ReturnType<typeof find>])[] = [
    [
      'between hyphens',
      '---\ntitle: A\n---\nText',
      { keys: ['2 title'], lines: [1, 3], flaws: [], isUnderstood: true },
    ],
    [
      'whose first key is of no plain letters, with a known one below it',
      '---\nÜberschrift: A\ndraft: true\n---\nText',
      { keys: ['2 Überschrift', '3 draft'], lines: [1, 4], flaws: [], isUnderstood: true },
    ],
    [
      'behind marks that a language takes for comments',
      '#+title: A\n#+draft: true\n\nText',
      { keys: ['1 title', '2 draft'], lines: [1, 2], flaws: [1], isUnderstood: true },
    ],
    [
      'between other marks, whatever its language',
      '***\ntitle = "A"\n***\nText',
      { keys: ['2 title'], lines: [1, 3], flaws: [1], isUnderstood: true },
    ],
    [
      'below blank lines',
      '\n\n---\ntitle: A\n---',
      { keys: ['4 title'], lines: [3, 5], flaws: [], isUnderstood: true },
    ],
    [
      'below a comment',
      '<!-- a\nb -->\n---\ndraft: true\n---',
      { keys: ['4 draft'], lines: [3, 5], flaws: [], isUnderstood: true },
    ],
    [
      'of comments alone',
      '---\n# draft: true\n\n---\nText',
      { keys: [], lines: [1, 4], flaws: [], isUnderstood: true },
    ],
    ['between pluses', '+++\ndraft = true\n+++', { keys: ['2 draft'], lines: [1, 3], flaws: [], isUnderstood: true }],
    [
      'in another language than its rulers',
      '+++\ndraft: true\n+++',
      { keys: ['2 draft'], lines: [1, 3], flaws: [1], isUnderstood: true },
    ],
    ['an object', '{\n"draft": true\n}\nText', { keys: ['2 draft'], lines: [1, 3], flaws: [], isUnderstood: true }],
    [
      'an object with a comma too many',
      '{\n"draft": true,\n}',
      { keys: ['2 draft'], lines: [1, 3], flaws: [], isUnderstood: true },
    ],
    ['an empty object', '{}\nText', { keys: [], lines: [1, 1], flaws: [], isUnderstood: true }],
    [
      'below a mark in braces',
      '{toc}\n---\ndraft: true\n---',
      { keys: ['3 draft'], lines: [2, 4], flaws: [2], isUnderstood: true },
    ],
    [
      'an object without an end',
      '{\n"draft": true\n\nText',
      { keys: ['2 draft'], lines: [1, 2], flaws: [1], isUnderstood: false },
    ],
    [
      'never opened, of the other language',
      'title = "A"\ndraft = true\n\nText',
      { keys: ['1 title', '2 draft'], lines: [1, 2], flaws: [1], isUnderstood: true },
    ],
    [
      'never opened, with a sign of the other language in it',
      'title: A\nsubtitle = B\ndraft: true\n\nText',
      { keys: ['1 title', '2 subtitle', '3 draft'], lines: [1, 3], flaws: [1, 2], isUnderstood: true },
    ],
    [
      'never opened',
      'title: A\ndraft: true\n---\nText',
      { keys: ['1 title', '2 draft'], lines: [1, 3], flaws: [1], isUnderstood: true },
    ],
    [
      'never framed',
      'draft = true\nwip = true\n\nText',
      { keys: ['1 draft', '2 wip'], lines: [1, 2], flaws: [1], isUnderstood: true },
    ],
    [
      'never closed',
      '---\ntitle: A\ndraft: true\n\nText.',
      { keys: ['2 title', '3 draft'], lines: [1, 3], flaws: [1], isUnderstood: true },
    ],
    ['below text', 'Hello\n---\ntitle: A\n---', { keys: ['3 title'], lines: [2, 4], flaws: [2], isUnderstood: true }],
  ];
  for (const [what, text, found] of cases) test(what, () => assert.deepEqual(find(text), found));
});

describe('what looks like it and is none', () => {
  for (const [what, text] of [
    ['a rule above text', '---\nQuernd runs on arm64.\n---\n'],
    ['a rule of other marks', '===\ncolour: red\n==='],
    ['keys of no meaning without rulers', 'colour: red\nshape: round\n\nText'],
    ['text with a colon', 'Quernd: it runs.\n\nText'],
    ['an object of words', '{curly words}\n\nText'],
    ['keys below text that mean nothing here', 'Hello\n---\ncolour: red\n---'],
    ['nothing', ''],
  ] as const)
    test(what, () => assert.equal(find(text), undefined));

  test('keys more than forty lines down', () => {
    const below = (rows: number) => `${'Hello\n'.repeat(rows)}---\ndraft: true\n---`;
    assert.deepEqual(find(below(39))?.keys, ['41 draft']);
    assert.equal(find(below(40)), undefined);
  });
});

describe('keys that no language understands', () => {
  test('are read line by line, and the line of the fault is told', () =>
    assert.deepEqual(find('---\ndraft: true\ntitle: "open\n---'), {
      keys: ['2 draft', '3 title'],
      lines: [1, 4],
      flaws: [3],
      isUnderstood: true,
    }));
  test('with a line that is none, something may be a key that nobody has read', () =>
    assert.equal(find('---\ntitle: "open\na "b" c: 1\n---')?.isUnderstood, false));
  test('in TOML, a line that was not read may be anything', () =>
    assert.equal(find('+++\ntitle = open\ndraft = true\n+++')?.isUnderstood, false));
});

test('of keys that go on and on, nobody can say that all were read', () => {
  const open = (rows: number) => find(`---\ntitle: A\n${'colour: red\n'.repeat(rows)}\nText`);
  assert.deepEqual([open(198)?.isUnderstood, open(199)?.isUnderstood], [true, false]);
});
