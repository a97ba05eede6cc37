import assert from 'node:assert/strict';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { type TestContext, test } from 'node:test';
import { CompiledQuery } from 'kysely';
import { gatherWrites } from '#storage/engines/gather-writes.ts';
import { adaptNodeSqlite } from '#storage/engines/node-sqlite-database.ts';
import { makeFolder } from '../store-address.ts';

const FOREVER_MS = 3_600_000;

/** A table of cups in a file, and a second process's look at it. */
function openCups(t: TestContext, lockWaitMs = FOREVER_MS) {
  const path = join(makeFolder(t), 'cups.sqlite');
  const [own, other] = [new DatabaseSync(path, { timeout: 0 }), new DatabaseSync(path, { timeout: 0 })];
  own.exec('pragma journal_mode = wal; create table cups (name text not null primary key) strict');
  const begun: string[] = [];
  const adapted = adaptNodeSqlite(own);
  const prepare = (sql: string) => {
    if (sql === 'begin') begun.push(sql);
    return adapted.prepare(sql);
  };
  t.after(() => {
    own.close();
    other.close();
  });
  return {
    statements: gatherWrites({ ...adapted, prepare }, lockWaitMs),
    other,
    countTransactions: () => begun.length,
    seen: () =>
      other
        .prepare('select name from cups order by name')
        .all()
        .map(({ name }) => name),
  };
}

const put = (name: string) => CompiledQuery.raw('insert into cups (name) values (?) returning name', [name]);
const quietly = (name: string) => CompiledQuery.raw('insert into cups (name) values (?)', [name]);

test('what is put off is written with what is run next, in one transaction, and is there for it', async (t) => {
  const { statements, seen, countTransactions } = openCups(t);
  const done = [statements.runWithin(FOREVER_MS, put('blue')), statements.runWithin(FOREVER_MS, quietly('green'))];
  assert.deepEqual(seen(), []);
  const rows = await statements.run<{ name: string }>(
    CompiledQuery.raw('select name from cups order by name') as never,
  );
  assert.deepEqual(
    rows.map(({ name }) => name),
    ['blue', 'green'],
  );
  await Promise.all(done);
  assert.deepEqual([seen(), countTransactions()], [['blue', 'green'], 1]);
});

test('it is written by itself in time, the most urgent taking the others along', async (t) => {
  const { statements, seen, countTransactions } = openCups(t);
  const patient = statements.runWithin(FOREVER_MS, put('blue'));
  await statements.runWithin(5, put('green'));
  await patient;
  assert.deepEqual([seen(), countTransactions()], [['blue', 'green'], 1]);
});

test('whoever asks for it has all written', async (t) => {
  const { statements, seen, countTransactions } = openCups(t);
  const done = statements.runWithin(FOREVER_MS, put('blue'));
  await statements.settle();
  await done;
  await statements.settle();
  assert.deepEqual([seen(), countTransactions()], [['blue'], 1]);
});

test('one that fails fails alone', async (t) => {
  const { statements, seen } = openCups(t);
  await statements.run(put('blue'));
  const twice = assert.rejects(statements.runWithin(FOREVER_MS, put('blue')), /UNIQUE/);
  const green = statements.runWithin(FOREVER_MS, put('green'));
  assert.equal((await statements.run(put('red'))).length, 1);
  await Promise.all([twice, green]);
  const white = statements.runWithin(FOREVER_MS, put('white'));
  await assert.rejects(statements.run(put('red')), /UNIQUE/);
  await white;
  assert.deepEqual(seen(), ['blue', 'green', 'red', 'white']);
});

test('nothing is lost, nor written twice, while another process writes', async (t) => {
  const { statements, other, seen } = openCups(t);
  other.exec('begin immediate');
  const done = [
    statements.runWithin(1, put('blue')),
    statements.run(put('red')),
    statements.runWithin(FOREVER_MS, put('green')),
  ];
  const settled = statements.settle();
  await new Promise((resolve) => setTimeout(resolve, 50));
  other.exec('commit');
  await Promise.all([...done, settled]);
  assert.deepEqual(seen(), ['blue', 'green', 'red']);
});

test('what another process never lets be written fails in the end, and says so to whoever has given it', async (t) => {
  const { statements, other } = openCups(t, 20);
  other.exec('begin immediate');
  const late = assert.rejects(statements.runWithin(1, put('blue')), /locked/);
  await assert.rejects(statements.run(put('red')), /locked/);
  await late;
  other.exec('commit');
  assert.equal((await statements.run(put('red'))).length, 1);
});
