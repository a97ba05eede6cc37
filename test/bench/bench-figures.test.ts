import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { BenchRecord } from '../../bench/bench-record.ts';
import { checkBars } from '../../bench/check-bars.ts';
import type { ArchiveRecord } from '../../bench/measure-archive.ts';
import { measureQuestions, quantile } from '../../bench/measure-questions.ts';
import { checkLoadBars, renderLoad } from '../../bench/render-load.ts';
import { renderRecord } from '../../bench/render-record.ts';

const times = (medianMs: number, p99Ms = medianMs) => ({ medianMs, p99Ms, slowestMs: p99Ms });

function archive(more: Partial<ArchiveRecord>): ArchiveRecord {
  const sizes = { times: 1, issues: 2, facts: 3, words: 4, questions: 5 };
  const costs = { markdownMs: 6, factsMs: 7, buildMs: 8, heapMb: 9, peakMemoryMb: 10 };
  return { ...sizes, ...costs, bot: times(2), miniSearch: times(1), ...more };
}

const start = (readyMs: number) => ({ readyMs, cpuMs: 2 * readyMs, peakMb: 11 });

const record: BenchRecord = {
  node: '24.0.0',
  machine: 'a machine',
  startToFirstAnswerMs: 600,
  batchPeakMb: 151,
  archives: [
    archive({}),
    archive({ times: 10, bot: times(9, 61) }),
    archive({ times: 100, bot: times(9, 10), miniSearch: undefined, buildMs: 8000 }),
  ],
  grownStarts: [10, 100].map((times) => ({ times, first: start(9000), later: start(8000) })),
  hostile: [],
};

test('each bar is held against its own figure, and one on the line is met', () => {
  assert.deepEqual(
    checkBars(record).map(({ isMet, found }) => `${isMet ? 'met' : 'missed'} ${found}`),
    ['met 600 ms', 'missed 2.00 ×', 'met 10.0 ms', 'missed 8.01 s', 'met 8.00 s', 'missed 9.00 s'],
  );
});

test('a busy day is met when every question is answered once, acknowledged in time and answered quickly', () => {
  const load = { asked: 2000, perSecond: 200, answers: 2000, slowestAckMs: 90, lateAcks: 0 };
  const times = { medianMs: 20, p99Ms: 250, slowestMs: 300, cpuMsPerAnswer: 3, loadBefore: 0 };
  const isMet = (more: object) => checkLoadBars({ ...load, ...times, ...more }).map((bar) => bar.isMet);
  assert.deepEqual(isMet({}), [true, true, true]);
  assert.deepEqual(isMet({ answers: 2001, lateAcks: 1, p99Ms: 251 }), [false, false, false]);
  assert.match(renderLoad({ ...load, ...times, answers: 1999 }), /^FAIL +each answered once +1999 of 2000$/m);
});

test('a size that was not measured has no bar', () => {
  assert.equal(checkBars({ ...record, archives: [archive({ times: 7 })], grownStarts: [] }).length, 1);
});

test('the table shows every size, and which bars are missed', () => {
  const text = renderRecord(record);
  assert.match(text, /^archive +1 × +10 × +100 ×$/m);
  assert.match(text, /^question : MiniSearch +2\.00 +9\.00 +–$/m);
  assert.match(text, /^later start at 10 × +8000 ms \(16000 ms of processor time\), 11\.0 MB at most$/m);
  assert.equal(text.match(/^FAIL /gm)?.length, 3);
});

test('a quantile is a value that was measured', () => {
  const hundred = Array.from({ length: 100 }, (_, i) => i + 1);
  assert.deepEqual(
    [0.5, 0.99, 1].map((share) => quantile(hundred, share)),
    [50, 99, 100],
  );
  assert.equal(quantile([7], 0.5), 7);
});

test('every question is asked of everybody in turn, once a round, warm-ups included', () => {
  const heard: string[] = [];
  const one = (question: string) => heard.push(question);
  const other = (question: string) => heard.push(question.toUpperCase());
  const times = measureQuestions(['a', 'b'], { one, other }, { warmUps: 1, counted: 2 });
  assert.equal(heard.join(''), 'aAbBaAbBaAbB');
  for (const { slowestMs, medianMs } of Object.values(times)) assert.ok(slowestMs >= medianMs && medianMs >= 0);
});
