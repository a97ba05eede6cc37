import { format } from '../check-bars.ts';
import type { ReplyFigures, ReplyRecord, ReplyRun } from './reply-record.ts';

/** What our program may take, as a multiple of what the echo takes. */
const maxTimes: Readonly<Record<keyof ReplyFigures, number>> = { medianMs: 1.5, p99Ms: 2, cpuMs: 1.6 };
const names: Readonly<Record<keyof ReplyFigures, string>> = {
  medianMs: 'to the answer, median',
  p99Ms: 'to the answer, p99',
  cpuMs: 'processor time an event',
};

/** The record as a person reads it: the middle run, and from the least to the most in brackets. */
export function renderReplies({ platform, loads, memory }: ReplyRecord): string {
  const lines = loads.flatMap(({ load, runs }) => [
    `${platform}, ${load.name}: ${runs.length} runs of ${load.questions} questions`,
    ...(Object.keys(names) as (keyof ReplyFigures)[]).map((figure) => renderFigure(figure, runs)),
  ]);
  const held = (['ours', 'echo'] as const).map((bot) => {
    const { idle, after } = memory[bot];
    const [before, own] = [Math.round(idle.residentMb), Math.round(idle.ownMb)];
    return `${bot} ${before} MB (${own} its own), ${Math.round(after.residentMb)} MB (${Math.round(after.ownMb)})`;
  });
  return `${[...lines, `${platform}, memory before and after all questions: ${held.join('; ')}`].join('\n')}\n`;
}

function renderFigure(figure: keyof ReplyFigures, runs: readonly ReplyRun[]): string {
  const ratio = spread(runs.map(({ ours, echo }) => ours[figure] / echo[figure]));
  const ours = spread(runs.map((run) => run.ours[figure]));
  const echo = spread(runs.map((run) => run.echo[figure]));
  const mark = ratio.middle <= maxTimes[figure] ? 'pass' : 'FAIL';
  const found = `${show(ratio)} × the echo, ${show(ours)} ms against ${show(echo)} ms`;
  return `  ${mark}  ${names[figure]} ≤ ${maxTimes[figure]} ×: ${found}`;
}

function spread(values: readonly number[]) {
  const sorted = [...values].sort((a, b) => a - b);
  const [least = Number.NaN] = sorted;
  return { least, middle: sorted[Math.floor(sorted.length / 2)] ?? Number.NaN, most: sorted.at(-1) ?? Number.NaN };
}

function show({ least, middle, most }: ReturnType<typeof spread>): string {
  return `${format(middle)} (${format(least)}–${format(most)})`;
}
