import type { BenchRecord } from './bench-record.ts';
import type { ArchiveRecord } from './measure-archive.ts';

/** A promise about speed or memory, and what was found. */
export interface Bar {
  readonly promise: string;
  readonly found: string;
  readonly isMet: boolean;
}

const MAX_START_MS = 600;
// A bare search library finds facts; this also judges what they say. What one costs of the other varies with the machine.
const MAX_TIMES_MINISEARCH = 1.5;
const LARGEST = 100;
const MAX_P99_MS = 10;
const MAX_READY_S = 8;

/** Holds the figures against what was promised; a bar whose size was not measured is left out. */
export function checkBars({ startToFirstAnswerMs, archives, grownStarts }: BenchRecord): Bar[] {
  const bars = [atMost('start to first answer', startToFirstAnswerMs, MAX_START_MS, 'ms')];
  for (const archive of archives) {
    const { times, bot, miniSearch } = archive;
    if (times === 1 && miniSearch) {
      const ratio = bot.medianMs / miniSearch.medianMs;
      bars.push(atMost('median question, as a multiple of MiniSearch', ratio, MAX_TIMES_MINISEARCH, '×'));
    }
    if (times === LARGEST) {
      bars.push(atMost(`p99 at ${times} times the archive`, bot.p99Ms, MAX_P99_MS, 'ms'));
      bars.push(atMost(`read and built at ${times} times`, readyMs(archive) / 1000, MAX_READY_S, 's'));
    }
  }
  for (const { times, first, later } of grownStarts.filter((start) => start.times === LARGEST)) {
    bars.push(atMost(`a later start at ${times} times`, later.readyMs / 1000, MAX_READY_S, 's'));
    bars.push(atMost(`the first start at ${times} times`, first.readyMs / 1000, MAX_READY_S, 's'));
  }
  return bars;
}

/** How long it takes until an archive of this size can be asked. */
export function readyMs({ markdownMs, factsMs, buildMs }: ArchiveRecord): number {
  return markdownMs + factsMs + buildMs;
}

/** The bar that a figure must not exceed. */
export function atMost(promise: string, found: number, limit: number, unit: string): Bar {
  return { promise: `${promise} ≤ ${limit} ${unit}`, found: `${format(found)} ${unit}`, isMet: found <= limit };
}

/** A figure with as many digits as it is sure of. */
export function format(value: number): string {
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
}
