import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createPending } from '../../bench/reply/peer.ts';
import { renderReplies } from '../../bench/reply/render-replies.ts';
import type { ReplyRun } from '../../bench/reply/reply-record.ts';

const echo = { medianMs: 2, p99Ms: 5, cpuMs: 1 };
const held = { residentMb: 90, ownMb: 40 };
const run = (times: number): ReplyRun => ({ echo, ours: { medianMs: 2 * times, p99Ms: 5 * times, cpuMs: times } });

test('each figure is told as a multiple of the echo: the middle run, and from the least to the most', () => {
  const load = { name: 'one at a time', perSecond: undefined, questions: 20 };
  const memory = { idle: held, after: { residentMb: 100, ownMb: 50 } };
  const text = renderReplies({
    platform: 'Slack',
    memory: { ours: memory, echo: memory },
    loads: [{ load, runs: [run(3), run(1), run(1.8)], spans: { ours: [], echo: [] } }],
  });
  assert.deepEqual(text.trimEnd().split('\n'), [
    'Slack, one at a time: 3 runs of 20 questions',
    '  FAIL  to the answer, median ≤ 1.5 ×: 1.80 (1.00–3.00) × the echo, 3.60 (2.00–6.00) ms against 2.00 (2.00–2.00) ms',
    '  pass  to the answer, p99 ≤ 2 ×: 1.80 (1.00–3.00) × the echo, 9.00 (5.00–15.0) ms against 5.00 (5.00–5.00) ms',
    '  FAIL  processor time an event ≤ 1.6 ×: 1.80 (1.00–3.00) × the echo, 1.80 (1.00–3.00) ms against 1.00 (1.00–1.00) ms',
    'Slack, memory before and after all questions: ours 90 MB (40 its own), 100 MB (50); echo 90 MB (40 its own), 100 MB (50)',
  ]);
});

test('a question has the time of the first thing that came for it, and nothing else settles it', async () => {
  const { expect, settle } = createPending();
  const first = expect('one', 100);
  const second = expect('other', 110);
  settle('nobody', 120);
  settle('other', 150);
  settle('one', 130);
  settle('one', 190);
  assert.deepEqual(await Promise.all([first, second]), [30, 40]);
});
