import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { weights } from '#answering/choosing/rank-facts.ts';
import { relationsBestFirst } from '#targets/relate-targets.ts';
import { projectRoot, readMarkdownFiles } from './docs/markdown-files.ts';

/** A number or a pattern anywhere; a table or a list, as any other name, in a row that names its file. */
const CONSTANT = /^[A-Z][A-Z\d]*(?:_[A-Z\d]+)*$/;
const NAME = /^[a-z]+(?:[A-Z][a-z]*)*$/;

test('every constant of the code that docs/search.md names is declared, in a table in the file of its row', () => {
  const page = readSearchPage().split('\n');
  const inlineCode = readMarkdownFiles().find(({ path }) => path === 'docs/search.md')?.inlineCode ?? [];
  const sources = new Map(
    globSync('src/**/*.ts', { cwd: projectRoot }).map((path) => [
      path.replaceAll('\\', '/'),
      readFileSync(join(projectRoot, path), 'utf8'),
    ]),
  );
  const isInTable = (line: number) => page[line - 1]?.startsWith('|');
  const isInRowOfFile = (line: number) => /^\| `src\//.test(page[line - 1] ?? '');
  const named = inlineCode.filter(({ text, line }) => CONSTANT.test(text) || (NAME.test(text) && isInRowOfFile(line)));
  assert.ok(named.length > 30, `only ${named.length} constants found`);
  const isMissing = ({ text, line }: (typeof named)[number]) => {
    const row = isInTable(line) ? inlineCode.filter((one) => one.line === line) : [];
    const beside = row.flatMap((one) => sources.get(one.text) ?? []);
    const declaration = new RegExp(String.raw`\bconst ${text}\b`);
    return !(beside.length > 0 ? beside : [...sources.values()]).some((source) => declaration.test(source));
  };
  assert.deepEqual(named.filter(isMissing), []);
});

test('docs/search.md gives every relation between targets its rule, the surest first', () => {
  const shown = [...readSection('Families and defaults').matchAll(/^\| `([a-z-]+)` \| [^|]+ \| [^|]{20,} \|$/gm)];
  assert.deepEqual(
    shown.map(([, relation]) => relation),
    [...relationsBestFirst],
  );
});

test('docs/search.md says of every feature that ranks facts what it is for, in the order of the code', () => {
  const shown = [...readSection('Ranking').matchAll(/^\| `([a-zA-Z]+)` \| [^|]{20,} \|$/gm)];
  assert.deepEqual(
    shown.map(([, feature]) => feature),
    Object.keys(weights),
  );
});

function readSection(heading: string): string {
  return (
    readSearchPage()
      .split('\n## ')
      .find((part) => part.startsWith(`${heading}\n`)) ?? ''
  );
}

function readSearchPage(): string {
  return readFileSync(join(projectRoot, 'docs/search.md'), 'utf8');
}
