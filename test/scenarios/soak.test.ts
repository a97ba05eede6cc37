import assert from 'node:assert/strict';
import { test } from 'node:test';
import { soak } from '../endurance/soak.ts';

const seed = 7;

test(`ten seconds of traffic and faults on both platforms: nothing unanswered, nothing twice (seed ${seed})`, async (t) => {
  const result = await soak({
    seconds: 10,
    questionEveryMs: 100,
    faultEveryMs: 1_000,
    weekEveryMs: 3_000,
    measureEveryMs: 5_000,
    seed,
    tell: (line) => t.diagnostic(line),
  });
  assert.deepEqual(result.wronglyAnswered, []);
  assert.deepEqual(result.wronglyPosted, []);
  assert.ok(result.asked >= 30 && result.faults >= 2 && result.weeks >= 2, JSON.stringify(result));
});
