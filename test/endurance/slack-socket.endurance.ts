// Asks by Slack while the socket is dropped, rotated and refused: 20 seeds, 500 mentions each. About 3 minutes.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { askWhileSocketBreaks } from '../scenarios/break-socket.ts';

const rounds = Number(process.env.ENDURANCE_ROUNDS ?? 20);
const firstSeed = Number(process.env.ENDURANCE_SEED ?? 100);

for (let seed = firstSeed; seed < firstSeed + rounds; seed++) {
  test(`500 mentions while the socket is dropped, rotated, refused and its acknowledgements lost (seed ${seed})`, async (t) => {
    const { notOnce, ...happened } = await askWhileSocketBreaks(500, seed);
    t.diagnostic(JSON.stringify(happened));
    assert.deepEqual(notOnce, []);
  });
}
