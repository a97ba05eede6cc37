// Writes the tables that the migrations make to docs/, for people to read and for a test to compare.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchemaDumps } from './build-schema-dumps.ts';

for (const [name, text] of Object.entries(await buildSchemaDumps())) {
  const path = join(import.meta.dirname, '../docs', name);
  writeFileSync(path, text);
  console.log(`wrote docs/${name}`);
}
