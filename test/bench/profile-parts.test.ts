import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderParts } from '../../bench/reply/render-parts.ts';
import { type CpuProfile, sumUpProfile } from '../../bench/reply/sum-up-profile.ts';

const node = (id: number, functionName: string, url: string, children: number[] = []) => ({
  id,
  callFrame: { functionName, url },
  children,
});

const profile: CpuProfile = {
  nodes: [
    node(1, '(root)', '', [2, 3, 7, 8]),
    node(2, '(idle)', ''),
    node(3, 'answerOnce', 'file:///bot/src/traffic/answer-once.ts', [4, 6]),
    node(4, 'run', 'file:///bot/src/storage/engines/node-sqlite-database.ts', [5]),
    // What nobody owns is the work of whoever called it.
    node(5, 'hash', 'node:crypto'),
    node(6, 'apiCall', 'file:///bot/node_modules/@slack/web-api/dist/WebClient.js'),
    node(7, '(garbage collector)', ''),
    node(8, 'processTimers', 'node:internal/timers'),
  ],
  startTime: 1_000,
  samples: [3, 5, 4, 6, 2, 7, 8, 3],
  timeDeltas: [0, 10, 20, 30, 40, 50, 60, 70],
};

test('what a part of a bot took is told without what came before and after, and without idling', () => {
  const found = sumUpProfile(profile, [{ fromUs: 1_010, untilUs: 1_210 }]);
  const taken = Object.fromEntries([...found].filter(([, us]) => us > 0));
  assert.deepEqual(taken, { store: 50, 'the call that sends': 40, garbage: 60 });
  assert.equal(sumUpProfile(profile, []).get('store'), 0);
});

test('both bots stand side by side, by the event', () => {
  const spans = [{ fromUs: 0, untilUs: 5_000 }];
  const load = { name: 'one at a time', perSecond: undefined, questions: 10 };
  const figures = { medianMs: 1, p99Ms: 1, cpuMs: 1 };
  const held = { idle: { residentMb: 1, ownMb: 1 }, after: { residentMb: 1, ownMb: 1 } };
  const record = {
    platform: 'Slack',
    memory: { ours: held, echo: held },
    loads: [{ load, runs: [{ ours: figures, echo: figures }], spans: { ours: spans, echo: [] } }],
  };
  const lines = renderParts(record, { ours: profile, echo: profile }).split('\n');
  assert.equal(lines[0], "Slack, one at a time: microseconds an event, ours against the echo's");
  assert.ok(lines.includes('  store: 5.00 against 0.00'), lines.join('\n'));
  assert.ok(lines.includes('  all: 23.0 against 0.00'), lines.join('\n'));
});
