// Asks the sets of questions with known answers, each of its own archive, and prints how many were answered right.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildReport, describeReport, renderAllMisses, renderSections } from './evaluation/evaluation-report.ts';
import { loadNewsletterSets } from './evaluation/load-newsletter-sets.ts';
import { loadOthersSets } from './evaluation/load-others-sets.ts';
import { loadOwnSets } from './evaluation/load-own-sets.ts';
import { type EvaluationOptions, readOptions } from './evaluation/read-options.ts';
import { recordSections } from './evaluation/record-sections.ts';

const RECORD = join(import.meta.dirname, '../docs/answer-quality.md');

const options = readOptions(process.argv.slice(2));
if ('exitCode' in options) {
  (options.exitCode === 0 ? process.stdout : process.stderr).write(options.text);
  process.exitCode = options.exitCode;
} else {
  await run(options);
}

async function run(asked: EvaluationOptions): Promise<void> {
  const newsletterSets = await loadNewsletterSets();
  if (newsletterSets === undefined && asked.unseen) {
    process.stderr.write('--unseen: the newsletter and the questions on it are not beside the project\n');
    process.exitCode = 1;
    return;
  }
  const [newsletter, unseen] = newsletterSets ?? [];
  const beside = [newsletter, asked.unseen ? unseen : undefined].filter((set) => set !== undefined);
  const report = buildReport([...(await loadOwnSets()), ...(await loadOthersSets()), ...beside]);
  const sections = renderSections(report, asked);
  if (asked.record) writeFileSync(RECORD, recordSections(readFileSync(RECORD, 'utf8'), sections));
  if (asked.json) {
    process.stdout.write(`${JSON.stringify(describeReport(report, asked))}\n`);
    return;
  }
  for (const { name, markdown } of sections) process.stdout.write(`${name}\n\n${markdown}\n\n`);
  if (asked.misses) process.stdout.write(`${renderAllMisses(report)}\n`);
}
