import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { type KeyFormat, readKeyLine, readKeys, readKeysByLine } from '#newsletter/front-matter/read-keys.ts';

function read(text: string, expected: KeyFormat = 'yaml') {
  const keys = readKeys(text, 2, expected);
  return keys.fault === undefined
    ? {
        format: keys.format,
        rows: keys.entries.map(({ parents, key, value, line }) => [[...parents, key].join('.'), value, line]),
      }
    : { fault: keys.fault, line: keys.line };
}

describe('keys with their lines, in each language', () => {
  const rows = [
    ['title', 'A', 2],
    ['params', undefined, 3],
    ['params.draft', true, 4],
  ];
  test('YAML', () => assert.deepEqual(read('title: A\nparams:\n  draft: true'), { format: 'yaml', rows }));
  test('TOML', () => assert.deepEqual(read('title = "A"\n[params]\ndraft = true', 'toml'), { format: 'toml', rows }));
  test('JSON', () =>
    assert.deepEqual(read('{"title": "A",\n"params": {\n"draft": true}}', 'json'), { format: 'json', rows }));
  test('JSON without its braces', () =>
    assert.deepEqual(read('"draft": true', 'json'), { format: 'json', rows: [['draft', true, 2]] }));
  test('comments alone', () => assert.deepEqual(read('# draft: true'), { format: 'yaml', rows: [] }));
  test('none', () => assert.deepEqual(read(' \n', 'toml'), { format: 'toml', rows: [] }));
});

describe('the language that it is in, whatever its rulers say', () => {
  test('TOML where YAML is expected', () => assert.equal(read('draft = true').format, 'toml'));
  test('YAML where TOML is expected', () => assert.equal(read('draft: true', 'toml').format, 'yaml'));
  test('TOML with a colon in a value is no YAML', () =>
    assert.equal(read('link = "https://a.example: b"').format, 'toml'));
  test('an object where TOML is expected is YAML as well', () =>
    assert.equal(read('{"draft": true}', 'toml').format, 'yaml'));
});

describe('values', () => {
  for (const [written, value] of [
    ['a: 7', 7],
    ['a: "7"', '7'],
    ['a:', null],
    ['a: [1]', undefined],
    ['a: &x 1', 1],
    ['a: true', true],
    ['a: "  padded "', 'padded'],
  ] as const)
    test(written, () => assert.equal((read(written).rows?.[0] ?? [])[1], value));
  test('a date of TOML is its text', () =>
    assert.equal((read('date = 2031-01-01', 'toml').rows?.[0] ?? [])[1], '2031-01-01'));
  test('an alias is not followed', () =>
    assert.deepEqual(read('a: &x true\ndraft: *x').rows?.[1], ['draft', undefined, 3]));
});

describe('what the expected language has against it', () => {
  test('the fault with its line', () => {
    const { fault, line } = read('title: A\nlink: "open');
    assert.equal(typeof fault, 'string');
    assert.ok(!fault?.endsWith('.'));
    assert.equal(line, 3);
  });
  test('a text is no keys', () =>
    assert.deepEqual(read('Only a text'), { fault: 'expected one “key: value” a line', line: 2 }));
  test('a name of more than sixty characters is no key', () => {
    assert.equal(read(`${'k'.repeat(60)}: 1`).format, 'yaml');
    assert.equal(read(`a: 1\n${'k'.repeat(61)}: 1`).line, 3);
  });
  test('more than anybody writes is not read', () => {
    assert.equal(read(`a: ${'x'.repeat(20_000)}`).fault, 'too long');
    assert.equal(read(`a: ${'['.repeat(51)}`).fault, 'too many brackets');
  });
});

describe('a line as a key and its value', () => {
  for (const [line, key, value] of [
    ['draft: true', 'draft', 'true'],
    ['draft = true', 'draft', 'true'],
    ['  "draft" : "true"', 'draft', 'true'],
    [":draft: 'true'", 'draft', 'true'],
    ['#+draft: true', 'draft', 'true'],
    ['draft\uff1a true', 'draft', 'true'],
    ['Publish date: soon', 'Publish date', 'soon'],
    ['title: "A" and "B"', 'title', 'A" and "B'],
    ['title: "', 'title', '"'],
    ['draft:', 'draft', ''],
  ] as const)
    test(line, () => assert.deepEqual(readKeyLine(line), { key, value }));
  for (const line of ['', 'draft', 'https://a.example', '12: 30', '* draft: true', `${'k'.repeat(43)}: 1`])
    test(`none in ${JSON.stringify(line)}`, () => assert.equal(readKeyLine(line), undefined));
});

describe('keys line by line, where no language understands them', () => {
  test('each key of a line, with its line', () =>
    assert.deepEqual(readKeysByLine(['title: "A', 'draft: true', 'published: false'], 3), {
      entries: [
        { key: 'title', parents: [], value: '"A', line: 3 },
        { key: 'draft', parents: [], value: true, line: 4 },
        { key: 'published', parents: [], value: false, line: 5 },
      ],
      isWhole: true,
    }));
  test('what is indented goes on, unless it says whether the issue may go out', () =>
    assert.deepEqual(
      readKeysByLine(['params:', '  color: red', '  draft: true'], 1).entries.map(({ key }) => key),
      ['params', 'draft'],
    ));
  for (const [row, isWhole] of [
    ['', true],
    ['# a comment', true],
    ['  goes on', true],
    ['- item', true],
    ['Only a text', false],
    ['-item', false],
  ] as const)
    test(`whole with ${JSON.stringify(row)} in it: ${isWhole}`, () =>
      assert.equal(readKeysByLine(['title: A', row], 1).isWhole, isWhole));
});
