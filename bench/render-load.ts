import { atMost, type Bar, format } from './check-bars.ts';
import type { PlatformLoadRecord } from './platform-load.ts';
import { renderBars } from './render-record.ts';

const maxP99Ms = 250;

/** Holds a busy day against what was promised. */
export function checkLoadBars({ asked, answers, lateAcks, p99Ms }: PlatformLoadRecord): Bar[] {
  return [
    { promise: 'each answered once', found: `${answers} of ${asked}`, isMet: answers === asked },
    { promise: 'all acknowledged in time', found: `${lateAcks} late`, isMet: lateAcks === 0 },
    atMost('p99 from mention to posted answer', p99Ms, maxP99Ms, 'ms'),
  ];
}

/** The record as a person reads it. */
export function renderLoad(record: PlatformLoadRecord): string {
  const { asked, perSecond, medianMs, p99Ms, slowestMs, slowestAckMs, cpuMsPerAnswer, loadBefore } = record;
  return [
    `${asked} mentions, ${perSecond} a second; load of the machine before: ${format(loadBefore)}`,
    `to the posted answer: median ${format(medianMs)} ms, p99 ${format(p99Ms)} ms, slowest ${format(slowestMs)} ms`,
    `slowest acknowledgement ${format(slowestAckMs)} ms; ${format(cpuMsPerAnswer)} ms of processor time an answer`,
    '',
    ...renderBars(checkLoadBars(record)),
    '',
  ].join('\n');
}
