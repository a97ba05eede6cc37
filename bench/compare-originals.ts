// Compares the newsletter's own issues, where they are at hand, with the restated ones: what is missing, and what is more.
import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import { contentFolder, corpusFolder } from './evaluation/question-sets.ts';
import { compareFolders } from './originals/compare-folders.ts';
import { nameDifference, readLeftOut } from './originals/left-out.ts';
import { type CompareOptions, readCompareOptions } from './originals/read-compare-options.ts';
import { renderComparison, sumCounts } from './originals/render-comparison.ts';

const LEFT_OUT = join(import.meta.dirname, 'originals/left-out.yaml');

const options = readCompareOptions(process.argv.slice(2));
if ('exitCode' in options) {
  (options.exitCode === 0 ? process.stdout : process.stderr).write(options.text);
  process.exitCode = options.exitCode;
} else {
  try {
    process.exitCode = await compare(options);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
    process.exitCode = 2;
  }
}

async function compare({ originals = corpusFolder, content = contentFolder, json }: CompareOptions): Promise<0 | 1> {
  if (originals === corpusFolder && !existsSync(originals)) {
    throw new Error('The originals are not beside the project: npm run -s compare-originals -- ORIGINALS');
  }
  // Shown as whoever runs it would write them.
  const folders = [originals, content].map((folder) => relative('', folder) || '.');
  const compared = await compareFolders(folders[0] ?? '', folders[1] ?? '', readLeftOut(LEFT_OUT));
  const { issues, open, leftOut, outdated } = compared;
  const named = open.map((one) => ({ ...one, name: nameDifference(one) }));
  const object = { issues: issues.length, ...sumCounts(compared), open: named, leftOut, outdated };
  process.stdout.write(`${json ? JSON.stringify(object) : renderComparison(compared)}\n`);
  return open.length > 0 || outdated.length > 0 ? 1 : 0;
}
