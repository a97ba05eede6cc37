// Asks by Discord while its gateway is killed, resumed and invalidated at random: 4 seeds, 500 mentions each.
// About 4 minutes.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { askWhileGatewayBreaks } from '../scenarios/break-gateway.ts';

const rounds = Number(process.env.ENDURANCE_ROUNDS ?? 4);
const firstSeed = Number(process.env.ENDURANCE_SEED ?? 5);

for (let seed = firstSeed; seed < firstSeed + rounds; seed++) {
  test(`500 mentions while the gateway is killed, resumed and invalidated at random: what was delivered is answered once (seed ${seed})`, async (t) => {
    const { confirmed, answered, resumes, identifies } = await askWhileGatewayBreaks(500, 25, seed);
    t.diagnostic(`${confirmed} surely delivered, ${answered} answered, ${resumes} resumes, ${identifies} sessions`);
    assert.ok(confirmed >= 250, `only ${confirmed} were delivered`);
  });
}
