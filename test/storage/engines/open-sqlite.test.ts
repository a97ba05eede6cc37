import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { CompiledQuery } from 'kysely';
import { openSqlite } from '#storage/engines/open-sqlite.ts';
import { makeFolder } from '../store-address.ts';

const FOREVER_MS = 3_600_000;

test('closing writes what was put off', async (t) => {
  const path = join(makeFolder(t), 'cups.sqlite');
  const open = () => openSqlite({ engine: 'sqlite', path, place: path });
  const store = open();
  await store.db.executeQuery(CompiledQuery.raw('create table cups (name text not null) strict'));
  const isWritten = store.quick.runWithin(
    FOREVER_MS,
    CompiledQuery.raw('insert into cups (name) values (?)', ['blue']),
  );
  await store.close();
  const again = open();
  t.after(() => again.close());
  const { rows } = await again.db.executeQuery(CompiledQuery.raw('select name from cups'));
  assert.deepEqual(
    rows.map((row) => ({ ...(row as object) })),
    [{ name: 'blue' }],
  );
  await isWritten;
});
