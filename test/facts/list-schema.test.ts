import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import * as v from 'valibot';
import { describeProblem } from '#archive/build-content-report.ts';
import { checkEntry, lineOfField, textOf, textsOf } from '#facts/list-schema.ts';

const lines = [
  '- name: Quernd',
  '  also:',
  '    - Q',
  '    - name: no field of the entry',
  '  (odd).key: 1',
  '-',
  '  kind: board',
  '- name: Foodb',
  '  by: Acme',
];

suite('the line of a field is its own', () => {
  const cases: readonly (readonly [what: string, entryLine: number, key: string | undefined, line: number])[] = [
    ['behind the hyphen', 1, 'name', 1],
    ['on a later line', 1, 'also', 2],
    ['with signs in its name', 1, '(odd).key', 5],
    ['below a hyphen alone', 6, 'kind', 7],
    ['in the last entry', 8, 'by', 9],
  ];
  for (const [what, entryLine, key, line] of cases)
    test(what, () => assert.equal(lineOfField(lines, entryLine, key), line));
});

suite('the line of what has none is the entry’s', () => {
  test('a field that is missing, though the next entry has it', () => {
    assert.equal(lineOfField(lines, 1, 'kind'), 1);
    assert.equal(lineOfField(lines, 6, 'by'), 6);
  });
  test('no field at all', () => assert.equal(lineOfField(lines, 8, undefined), 8));
  test('a field that a longer name begins with', () => assert.equal(lineOfField(['- names: x'], 1, 'name'), 1));
});

const schema = v.strictObject({ name: textOf('name', 10), also: v.optional(textsOf('also', 5, 2), []) });

function check(value: unknown): { output: unknown; problems: string[] } {
  const text = ['# first', '- name: x', '  also: y', '  more: z'];
  const { output, problems } = checkEntry(
    schema,
    { value, line: 2 },
    { file: 'a.yaml', lines: text, severity: 'error' },
  );
  return { output, problems: problems.map(describeProblem) };
}

test('folds line breaks, and takes one text for a list of one', () => {
  const { output, problems } = check({ name: ' a\n  b ', also: ' c ' });
  assert.deepEqual(output, { name: 'a b', also: ['c'] });
  assert.deepEqual(problems, []);
});

suite('says of each field what is wrong and what to do', () => {
  const cases: readonly (readonly [what: string, value: unknown, ...problems: string[]])[] = [
    ['no fields', 'x', 'a.yaml:2: error: expected fields with values — write it as "field: value" lines'],
    ['a list for fields', ['x'], 'a.yaml:2: error: expected fields with values — write it as "field: value" lines'],
    ['a field too few', {}, 'a.yaml:2: error: name: is missing — add it'],
    [
      'a field too many',
      { name: 'x', more: 'z' },
      'a.yaml:4: error: more: is no field here — remove or correct it; content/README.md lists the fields',
    ],
    [
      'a list for a text',
      { name: ['x'] },
      'a.yaml:2: error: name: expected text — correct it; content/README.md shows how',
    ],
    ['an empty text', { name: '  ' }, 'a.yaml:2: error: name: is empty — fill it, or remove the line'],
    [
      'a long text',
      { name: 'x'.repeat(11) },
      'a.yaml:2: error: name: 11 characters, 10 are allowed — shorten it, or make two entries of it',
    ],
    [
      'a long text in a list',
      { name: 'x', also: ['abcdef'] },
      'a.yaml:3: error: also: 6 characters, 5 are allowed — shorten it, or make two entries of it',
    ],
    [
      'fields in a list',
      { name: 'x', also: [{ y: 'z' }] },
      'a.yaml:3: error: also: expected a list of texts — correct it; content/README.md shows how',
    ],
    [
      'a long list',
      { name: 'x', also: ['a', 'b', 'c'] },
      'a.yaml:3: error: also: 3 entries, 2 are allowed — shorten it, or make two entries of it',
    ],
    [
      'two fields at once',
      { name: '', also: 'abcdef' },
      'a.yaml:2: error: name: is empty — fill it, or remove the line',
      'a.yaml:3: error: also: 6 characters, 5 are allowed — shorten it, or make two entries of it',
    ],
  ];
  for (const [what, value, ...problems] of cases)
    test(what, () => assert.deepEqual(check(value), { output: undefined, problems }));
});
