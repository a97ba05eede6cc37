import assert from 'node:assert/strict';
import { test } from 'node:test';
import { askWhileGatewayBreaks } from './break-gateway.ts';

const seed = 5;

test(`120 mentions while the gateway is killed, resumed and invalidated at random: what was delivered is answered once (seed ${seed})`, async (t) => {
  const { confirmed, answered, resumes, identifies } = await askWhileGatewayBreaks(120, 5, seed);
  t.diagnostic(`${confirmed} surely delivered, ${answered} answered, ${resumes} resumes, ${identifies} sessions`);
  assert.ok(confirmed >= 60, `only ${confirmed} were delivered`);
  assert.ok(resumes >= 2 && identifies >= 2, `${resumes} resumes, ${identifies} sessions`);
});
