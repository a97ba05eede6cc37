import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { describeProblem } from '#archive/build-content-report.ts';
import { readYamlList } from '#facts/read-yaml-list.ts';
import { assertProperty } from '../fixtures/assert-property.ts';

function read(text: string) {
  const { entries, problems } = readYamlList('a.yaml', text);
  return { entries, problems: problems.map(describeProblem) };
}

const PUT_QUOTES = 'put a text with ": ", " #" or a quotation mark in it between quotes, and indent all lines alike';
const BEGIN = 'begin each entry with a hyphen at the margin: "- article: …"';

test('gives each entry with the line it begins in, comments and blank lines counted', () => {
  const { entries, problems } = read('# ours\n\n- name: Quernd\n  also: [Q]\n\n# new\n- name: Foodb\n');
  assert.deepEqual(entries, [
    { value: { name: 'Quernd', also: ['Q'] }, line: 3 },
    { value: { name: 'Foodb' }, line: 7 },
  ]);
  assert.deepEqual(problems, []);
});

test('takes every value as text, so that 1.10 stays 1.10 and no stays no', () => {
  const { entries } = read('- version: 1.10\n  status: no\n  day: 2031-02-14\n  octal: 012\n');
  assert.deepEqual(entries[0]?.value, { version: '1.10', status: 'no', day: '2031-02-14', octal: '012' });
});

suite('reads a list however its lines end and begin', () => {
  const cases: readonly (readonly [what: string, text: string, ...lines: number[]])[] = [
    ['line breaks of Windows', '- a: 1\r\n- b: 2\r\n', 1, 2],
    ['line breaks of old', '- a: 1\r- b: 2', 1, 2],
    ['a byte order mark', '\ufeff- a: 1\n- b: 2\n', 1, 2],
    ['marks of a document', '---\n- a: 1\n- b: 2\n...\n', 2, 3],
    ['a hyphen alone on its line', '-\n  a: 1\n-\n  b: 2\n', 1, 3],
    ['a list in a list at the same margin as its field', '- a:\n  - 1\n  - 2\n- b: 2\n', 1, 4],
    ['a text of several lines with a hyphen in it', '- a: |\n    one\n    - two\n- b: 2\n', 1, 4],
  ];
  for (const [what, text, ...lines] of cases) {
    test(what, () => {
      const { entries, problems } = read(text);
      assert.deepEqual(
        entries.map(({ line }) => line),
        lines,
      );
      assert.deepEqual(problems, []);
    });
  }
});

test('a file of comments and blank lines is an empty list', () => {
  for (const text of ['', '\n\n', '# nothing yet\n', '---\n# nothing\n']) {
    assert.deepEqual(read(text), { entries: [], problems: [] });
  }
});

suite('says what to do with what is no list', () => {
  for (const [what, text] of [
    ['one text', 'Quernd'],
    ['fields without a list', 'name: Quernd\nkind: board\n'],
    ['a list in brackets', '[Quernd, Foodb]'],
    ['an indented list', '  - name: Quernd\n  - name: Foodb\n'],
    ['what is no YAML at all', '{"name": '],
  ] as const) {
    test(what, () => {
      assert.deepEqual(read(text), { entries: [], problems: [`a.yaml:1: error: expected a list — ${BEGIN}`] });
    });
  }
});

suite('a broken entry costs only itself, and is named by line, reason and remedy', () => {
  const cases: readonly (readonly [what: string, broken: string, line: number, reason: string, remedy?: string])[] = [
    ['a colon in a text', '- says: Quernd: it runs\n', 2, 'bad indentation of a mapping entry'],
    [
      'a quotation mark that never closes',
      '- says: "Quernd runs\n  about: Quernd\n',
      2,
      'a quotation mark that is not closed',
      'close it, or leave it out',
    ],
    [
      'a quotation mark that never closes, on the last line',
      '- says: "Quernd runs\n',
      2,
      'a quotation mark that is not closed',
      'close it, or leave it out',
    ],
    [
      'a bracket that never closes',
      '- about: [Quernd,\n    Foodb\n  says: Quernd runs\n',
      2,
      'a list that begins with “[” and does not end',
      'end it with “]”',
    ],
    [
      'a tab for an indentation',
      '- says: Quernd runs\n\tabout: Quernd\n',
      3,
      'a tab before the text, which YAML does not take',
      'indent with blanks',
    ],
    ['quotation marks in quotation marks', '- says: "the "old" Quernd"\n', 2, 'bad indentation of a mapping entry'],
    ['a line that is indented less', '- says: Quernd\n about: Quernd\n', 3, 'bad indentation of a sequence entry'],
    [
      'a field twice',
      '- says: one\n  about: Quernd\n  says: two\n',
      4,
      'duplicated mapping key',
      'keep one of the two fields of that name',
    ],
    ['a text that begins with a sign', '- says: @quernd runs\n', 2, 'bad indentation of a mapping entry'],
  ];
  for (const [what, broken, line, reason, remedy = PUT_QUOTES] of cases) {
    for (const [where, text] of [
      ['between others', `- a: 1\n${broken}- b: 2\n`],
      ['at the end', `- a: 1\n${broken}`],
    ] as const) {
      test(`${what}, ${where}`, () => {
        const { entries, problems } = read(text);
        assert.deepEqual(
          entries.map(({ value }) => value),
          where === 'at the end' ? [{ a: '1' }] : [{ a: '1' }, { b: '2' }],
        );
        assert.deepEqual(problems, [`a.yaml:${line}: error: not YAML: ${reason}; this entry is left out — ${remedy}`]);
      });
    }
  }
});

test('text above the first entry is not left out silently', () => {
  const { entries, problems } = read('# ours\nfacts:\n- a: 1\n- b: 2\n');
  assert.equal(entries.length, 2);
  assert.deepEqual(problems, [
    'a.yaml:2: warning: stands above the first entry, and is left out — remove it, or begin an entry with a hyphen at the margin',
  ]);
});

test('refuses a text that would take seconds', () => {
  const { entries, problems } = read('- a: 1\n'.repeat(300_000));
  assert.deepEqual(entries, []);
  assert.deepEqual(problems, [
    'a.yaml: error: too large: 2100000 characters, 2000000 are allowed — split it, or remove what is noise',
  ]);
});

test('whatever the text, points every problem at a line of it, and says why and what to do', () => {
  const bits = fc.constantFrom(
    '- ',
    '-',
    '\n',
    '\n- ',
    '\n  ',
    ' ',
    'a: ',
    ': ',
    '"',
    "'",
    '#',
    '[',
    '}',
    '&a ',
    '*a',
    '|',
    '>',
    '%',
    '\t',
    '\r\n',
    'Quernd',
    '\u0000',
    '---\n',
    '<<: ',
  );
  assertProperty(
    fc.property(fc.array(bits, { maxLength: 30 }), (parts) => {
      const text = parts.join('');
      const count = text.split(/\r\n|\n|\r/).length;
      const { entries, problems } = readYamlList('a.yaml', text);
      for (const { line } of entries) assert.ok(line >= 1 && line <= count);
      for (const { line = 1, message, remedy } of problems) {
        assert.ok(line >= 1 && line <= count, `line ${line} of ${count}: ${JSON.stringify(text)}`);
        assert.ok(message !== '' && remedy !== '');
      }
    }),
    { numRuns: 3000, seed: 7 },
  );
});

test('a broken entry of many lists, or of one long line, costs no more than its length', () => {
  const many = `- a: 1\n${'  b: [\n  ]\n'.repeat(100_000)}  c: "x\n`;
  const long = `- a: ${': ['.repeat(300_000)}]\n  b: "x\n`;
  const margin = `- a: 1\n${'b: [\n'.repeat(200_000)}]\n`;
  for (const text of [many, long, margin]) {
    const { user } = process.threadCpuUsage();
    assert.equal(read(text).entries.length, 0);
    const used = process.threadCpuUsage().user - user;
    // With its square, it would be minutes.
    assert.ok(used < 20_000_000, `${used / 1e6} s`);
  }
});
