import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { mkdtempDisposable } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { readElsewhere } from './faults-elsewhere.ts';
import { machineFaults } from './machine-faults.ts';
import { discordFaults, slackFaults } from './platform-faults.ts';
import { settingsFaults } from './settings-faults.ts';

const faults = [...settingsFaults, ...machineFaults, ...slackFaults, ...discordFaults];

describe('whoever meets the fault reads what is wrong, where, and what to do', () => {
  for (const { name, provoke, what, where, remedy } of faults) {
    test(name, async () => {
      await using folder = await mkdtempDisposable(join(tmpdir(), 'fault-'));
      const message = await provoke(folder.path);
      assert.match(message, what);
      assert.match(message, where);
      assert.match(message, remedy);
    });
  }
});

test('there are forty such faults and more, each once, and those read elsewhere are there', () => {
  const names = [...faults, ...readElsewhere].map(({ name }) => name);
  assert.equal(new Set(names).size, names.length);
  assert.ok(faults.length >= 40, `${faults.length} faults`);
  const missing = readElsewhere.filter(({ file, name }) => !readFileSync(file, 'utf8').includes(`test('${name}'`));
  assert.deepEqual(missing, []);
});
