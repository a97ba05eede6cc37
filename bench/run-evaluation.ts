// Asks the facts' own questions, each without itself, and the sets of questions with known answers; prints how many were right.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  buildReport,
  describeReport,
  renderAllMisses,
  renderSections,
  STYLES,
} from './evaluation/evaluation-report.ts';
import { loadSnapshot } from './evaluation/load-snapshot.ts';
import { computeAskFigures, renderAskMisses, renderAsks, tryAllAsks } from './evaluation/measure-asks.ts';
import { type EvaluationOptions, readOptions } from './evaluation/read-options.ts';
import { recordSections } from './evaluation/record-sections.ts';

const RECORD = join(import.meta.dirname, '../docs/answer-quality.md');

const options = readOptions(process.argv.slice(2));
if ('exitCode' in options) {
  (options.exitCode === 0 ? process.stdout : process.stderr).write(options.text);
  process.exitCode = options.exitCode;
} else if (options.content !== undefined) {
  await askAsksOf(options.content, options);
} else {
  await askAll(options);
}

async function askAsksOf(folder: string, { misses, json }: EvaluationOptions): Promise<void> {
  const tried = tryAllAsks(await loadSnapshot(folder));
  if (json) process.stdout.write(`${JSON.stringify({ asks: computeAskFigures(tried) })}\n`);
  else process.stdout.write(`${renderAsks(tried)}\n${misses ? `\n${renderAskMisses(tried) || 'none'}\n` : ''}`);
}

async function askAll(asked: EvaluationOptions): Promise<void> {
  const report = await buildReport();
  const sections = renderSections(report);
  const recorded = sections.filter(({ name }) => name !== STYLES);
  if (asked.record) writeFileSync(RECORD, recordSections(readFileSync(RECORD, 'utf8'), recorded));
  if (asked.json) {
    process.stdout.write(`${JSON.stringify(describeReport(report, asked))}\n`);
    return;
  }
  for (const { name, markdown } of sections) process.stdout.write(`${name}\n\n${markdown}\n\n`);
  if (asked.misses) process.stdout.write(`${renderAllMisses(report)}\n`);
}
