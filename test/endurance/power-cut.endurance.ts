// Kills a writer to SQLite 5 000 times and looks for every row that it had reported. About 35 minutes.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { cutPower } from '../storage/cut-power.ts';
import { makeFolder } from '../storage/store-address.ts';

const rounds = Number(process.env.ENDURANCE_ROUNDS ?? 5_000);
const seed = Number(process.env.ENDURANCE_SEED ?? 20_261_124);
/** Later rounds begin with a new file, or opening would take longer and longer. */
const roundsPerFile = 100;
/** Most of a round is the start of a writer, which keeps one core busy. */
const lanes = 2;

test(`killed while writing ${rounds} times, no row is lost that was reported as stored (seed ${seed})`, async (t) => {
  let begun = 0;
  let killed = 0;
  let checked = 0;
  const cutFiles = async () => {
    while (begun < rounds) {
      const first = begun;
      const count = Math.min(roundsPerFile, rounds - first);
      begun += count;
      const found = await cutPower(join(makeFolder(t), 'bot.sqlite'), count, seed + first);
      checked += found;
      killed += count;
      t.diagnostic(`${killed} of ${rounds} kills, ${checked} reports checked, none lost`);
    }
  };
  await Promise.all(Array.from({ length: lanes }, cutFiles));
  assert.equal(killed, rounds);
  assert.ok(checked >= rounds, `only ${checked} reports in ${rounds} rounds`);
});
