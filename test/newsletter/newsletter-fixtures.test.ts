import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { suite, test } from 'node:test';
import { parseIssue } from '#newsletter/issues/parse-issue.ts';

const folder = join(import.meta.dirname, '../fixtures/newsletters');
const sources = readdirSync(folder).filter((name) => name.endsWith('.md'));
const isUpdate = process.env.UPDATE_FIXTURES === '1';

// Every fixture is read as the issue of one week, so that its own name can say what it shows.
const NAME = '2017-W41.md';

suite('each newsletter fixture is read as its expected issue (UPDATE_FIXTURES=1 writes them anew)', () => {
  for (const source of sources) {
    test(basename(source, '.md'), () => {
      const text = readFileSync(join(folder, source), 'utf8');
      const expectedFile = join(folder, source.replace(/\.md$/, '.json'));
      const read = JSON.parse(JSON.stringify(parseIssue(NAME, text))) as unknown;
      if (isUpdate) writeFileSync(expectedFile, `${JSON.stringify(read, undefined, 2)}\n`);
      assert.ok(existsSync(expectedFile), `${expectedFile} is missing`);
      assert.deepEqual(read, JSON.parse(readFileSync(expectedFile, 'utf8')));
    });
  }

  test('no expected issue is left without its newsletter', () => {
    const expected = readdirSync(folder).filter((name) => name.endsWith('.json'));
    assert.deepEqual(
      expected.map((name) => name.replace(/\.json$/, '.md')),
      sources,
    );
  });
});

suite('how a file was saved does not change what is read', () => {
  const forms: Record<string, (text: string) => string> = {
    'carriage returns and line feeds': (text) => text.replaceAll('\n', '\r\n'),
    'carriage returns alone': (text) => text.replaceAll('\n', '\r'),
    'a byte order mark': (text) => `\ufeff${text}`,
    'no line break at the end': (text) => text.trimEnd(),
  };
  for (const [form, change] of Object.entries(forms)) {
    test(form, () => {
      for (const source of sources) {
        const text = readFileSync(join(folder, source), 'utf8');
        assert.deepEqual(parseIssue(NAME, change(text)), parseIssue(NAME, text), source);
      }
    });
  }
});
