import assert from 'node:assert/strict';
import { DatabaseSync } from 'node:sqlite';
import { test } from 'node:test';
import { adaptNodeSqlite } from '#storage/engines/node-sqlite-database.ts';

test('a statement that comes again is not prepared again, and not all of them are kept for ever', (t) => {
  const database = new DatabaseSync(':memory:');
  t.after(() => database.close());
  const { prepare } = adaptNodeSqlite(database);
  const first = prepare('select 1 as one');
  for (let i = 0; i < 199; i++) prepare(`select ${i} as number`);
  assert.equal(prepare('select 1 as one'), first);
  for (let i = 0; i < 400; i++) prepare(`select ${i} as other`);
  assert.notEqual(prepare('select 1 as one'), first);
});

test('reads give rows, writes say what they changed, and both can be gone through', (t) => {
  const database = new DatabaseSync(':memory:');
  t.after(() => database.close());
  const { prepare } = adaptNodeSqlite(database);
  const create = prepare('create table pot (name text)');
  assert.equal(create.reader, false);
  create.run([]);
  assert.equal(prepare('insert into pot values (?), (?)').run(['a', 'b']).changes, 2);
  const read = prepare('select name from pot where name > ? order by name');
  assert.equal(read.reader, true);
  assert.deepEqual(
    read.all(['']).map((row) => ({ ...(row as object) })),
    [{ name: 'a' }, { name: 'b' }],
  );
  assert.equal([...read.iterate(['a'])].length, 1);
});

test('a transaction may write from its beginning; one that is rolled back already is no fault', (t) => {
  const database = new DatabaseSync(':memory:');
  t.after(() => database.close());
  const { prepare } = adaptNodeSqlite(database);
  const rollback = prepare('rollback');
  assert.deepEqual([rollback.reader, rollback.all([]), [...rollback.iterate([])]], [false, [], []]);
  assert.deepEqual(rollback.run([]), { changes: 0, lastInsertRowid: 0 });
  prepare('begin').run([]);
  assert.equal(database.isTransaction, true);
  prepare('rollback').run([]);
  assert.equal(database.isTransaction, false);
});
