import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { relative } from 'node:path';

/** What is run, and what belongs into the record of a run, beside its figures. */
export function describeEndurance(files: readonly string[]): string {
  const { stdout } = spawnSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' });
  const date = new Date().toISOString().slice(0, 10);
  const commit = stdout?.trim() || 'unknown';
  return [
    `${date}, commit ${commit}, Node ${process.versions.node}, ${availableParallelism()} cores; seeds stand in the titles`,
    'Each file runs by itself, one after the other; Ctrl-C ends the run.',
    ...files.flatMap((file) => ['', `  ${relative('', file)}`, ...readHead(file).map((line) => `      ${line}`)]),
    '',
    'ENDURANCE_ROUNDS, ENDURANCE_SEED and ENDURANCE_MINUTES make a run shorter, longer or another one; docs/endurance.md keeps the record.',
    '',
    '',
  ].join('\n');
}

/** The comment at the head of the file: what it does, and how long that takes. */
function readHead(file: string): string[] {
  const lines = readFileSync(file, 'utf8').split('\n');
  const end = lines.findIndex((line) => !line.startsWith('//'));
  return lines.slice(0, end).map((line) => line.slice(2).trim());
}
