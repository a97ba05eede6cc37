import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { relationsBestFirst } from '#claims/relate-targets.ts';
import { projectRoot, readMarkdownFiles } from './docs/markdown-files.ts';

const CONSTANT = /^[A-Z][A-Z\d]*(?:_[A-Z\d]+)*$/;

test('every constant of the code that docs/search.md names is declared, in the file beside it if one is named there', () => {
  const inlineCode = readMarkdownFiles().find(({ path }) => path === 'docs/search.md')?.inlineCode ?? [];
  const sources = new Map(
    globSync('src/**/*.ts', { cwd: projectRoot }).map((path) => [
      path.replaceAll('\\', '/'),
      readFileSync(join(projectRoot, path), 'utf8'),
    ]),
  );
  const named = inlineCode.filter(({ text }) => CONSTANT.test(text));
  assert.ok(named.length > 30, `only ${named.length} constants found`);
  const isMissing = ({ text, line }: (typeof named)[number]) => {
    const beside = inlineCode.flatMap((one) => (one.line === line ? (sources.get(one.text) ?? []) : []));
    const declaration = new RegExp(String.raw`\bconst ${text}\b`);
    return !(beside.length > 0 ? beside : [...sources.values()]).some((source) => declaration.test(source));
  };
  assert.deepEqual(named.filter(isMissing), []);
});

test('docs/search.md gives every relation between targets its rule, the surest first', () => {
  const text = readFileSync(join(projectRoot, 'docs/search.md'), 'utf8');
  const section = text.split('\n## ').find((part) => part.startsWith('Families and defaults')) ?? '';
  const shown = [...section.matchAll(/^\| `([a-z-]+)` \| [^|]+ \| [^|]{20,} \|$/gm)].map((match) => match[1]);
  assert.deepEqual(shown, [...relationsBestFirst]);
});
