// Traffic and faults on both platforms, with memory and handles measured. 30 minutes (ENDURANCE_MINUTES).
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { soak } from './soak.ts';

const minutes = Number(process.env.ENDURANCE_MINUTES ?? 30);
const seed = Number(process.env.ENDURANCE_SEED ?? 20_261_126);
const megabyte = 1024 ** 2;
/** By then all is compiled, and every cache has what it keeps. */
const warmShare = 1 / 3;

test(`${minutes} minutes of traffic and faults: nothing unanswered, nothing twice, no more memory or handles (seed ${seed})`, {
  timeout: (minutes + 5) * 60_000,
}, async (t) => {
  const result = await soak({
    seconds: minutes * 60,
    questionEveryMs: 500,
    faultEveryMs: 5_000,
    weekEveryMs: 60_000,
    measureEveryMs: 60_000,
    seed,
    tell: (line) => t.diagnostic(line),
  });
  const warm = result.measures.filter(({ atMs }) => atMs >= minutes * 60_000 * warmShare);
  const [first, last] = [warm[0], warm.at(-1)];
  assert.ok(first && last && warm.length >= 2);
  const grownBytes = last.heapBytes - first.heapBytes;
  t.diagnostic(`heap grew by ${(grownBytes / megabyte).toFixed(2)} MB from ${first.atMs} to ${last.atMs} ms`);
  assert.deepEqual(result.wronglyAnswered, []);
  assert.deepEqual(result.wronglyPosted, []);
  assert.ok(grownBytes <= 5 * megabyte, `${grownBytes} bytes`);
  const held = ({ resources }: (typeof warm)[number]) => Object.values(resources).reduce((sum, n) => sum + n, 0);
  assert.ok(
    held(last) <= Math.max(...warm.slice(0, 5).map(held)) + 3,
    JSON.stringify([first.resources, last.resources]),
  );
});
