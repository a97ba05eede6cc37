import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { cutPower } from './cut-power.ts';
import { makeFolder } from './store-address.ts';

const seed = 20_261_123;

test('what was reported as stored is there after the writer is killed, whenever that was', async (t) => {
  const rounds = 10;
  const checked = await cutPower(join(makeFolder(t), 'bot.sqlite'), rounds, seed);
  t.diagnostic(`seed ${seed}, ${checked} reports checked`);
  assert.ok(checked >= rounds, `only ${checked} reports in ${rounds} rounds`);
});
