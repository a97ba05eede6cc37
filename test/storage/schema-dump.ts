import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { buildSchemaDumps } from '../../scripts/build-schema-dumps.ts';

const docs = join(import.meta.dirname, '../../docs');

test('the schema in docs is the one that the migrations make; "npm run db:dump" writes it', async () => {
  const dumps = Object.entries(await buildSchemaDumps());
  assert.equal(dumps.length, 2);
  for (const [name, text] of dumps) assert.equal(text, readFileSync(join(docs, name), 'utf8'), name);
});
