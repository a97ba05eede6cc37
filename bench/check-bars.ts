import type { BenchRecord } from './bench-record.ts';

/** A promise about speed or memory, and what was found. */
export interface Bar {
  readonly promise: string;
  readonly found: string;
  readonly isMet: boolean;
}

const MAX_START_MS = 1000;
const MAX_PEAK_MB = 150;
// A bare search library finds articles; this also judges what they say. What one costs of the other varies with the machine.
const MAX_TIMES_MINISEARCH = 5;
const MIN_TIMES_FUSE = 30;
const MAX_P99_MS_AT_10 = 60;
const MAX_TIMES_MINISEARCH_AT_100 = 2;

/** Holds the figures against what was promised; a bar whose size was not measured is left out. */
export function checkBars({ startToFirstAnswerMs, batchPeakMb, archives }: BenchRecord): Bar[] {
  const bars: Bar[] = [
    atMost('start to first answer', startToFirstAnswerMs, MAX_START_MS, 'ms'),
    atMost('peak memory of a batch on the archive', batchPeakMb, MAX_PEAK_MB, 'MB'),
  ];
  for (const { times, bot, miniSearch, fuse } of archives) {
    const ratio = bot.medianMs / miniSearch.medianMs;
    if (times === 1)
      bars.push(atMost('median question, as a multiple of MiniSearch', ratio, MAX_TIMES_MINISEARCH, '×'));
    if (fuse)
      bars.push(
        atLeast('median question, times faster than Fuse.js', fuse.medianMs / bot.medianMs, MIN_TIMES_FUSE, '×'),
      );
    if (times === 10) bars.push(atMost('p99 at 10 times the archive', bot.p99Ms, MAX_P99_MS_AT_10, 'ms'));
    if (times === 100) {
      bars.push(atMost('median at 100 times, as a multiple of MiniSearch', ratio, MAX_TIMES_MINISEARCH_AT_100, '×'));
    }
  }
  return bars;
}

/** The bar that a figure must not exceed. */
export function atMost(promise: string, found: number, limit: number, unit: string): Bar {
  return { promise: `${promise} ≤ ${limit} ${unit}`, found: `${format(found)} ${unit}`, isMet: found <= limit };
}

function atLeast(promise: string, found: number, limit: number, unit: string): Bar {
  return { promise: `${promise} ≥ ${limit} ${unit}`, found: `${format(found)} ${unit}`, isMet: found >= limit };
}

/** A figure with as many digits as it is sure of. */
export function format(value: number): string {
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
}
