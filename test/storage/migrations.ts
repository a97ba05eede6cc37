import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { sql } from 'kysely';
import { openPostgres } from '#storage/engines/open-postgres.ts';
import { openSqlite } from '#storage/engines/open-sqlite.ts';
import { type Migration, migrationList } from '#storage/migrations/migration-list.ts';
import { migrate } from '#storage/opening/migrate.ts';
import type { StoreConnection } from '#storage/store-connection.ts';
import { startPostgres } from '../fixtures/start-postgres.ts';
import { makeFolder, noLog, parseAddress } from './store-address.ts';

const createCups: Migration = async (db) => {
  await sql`create table cups (name text)`.execute(db);
  await sql`insert into cups values ('blue')`.execute(db);
};
const addSize: Migration = async (db) => {
  await sql`alter table cups add column size text`.execute(db);
};
const failHalfWay: Migration = async (db) => {
  await sql`insert into cups (name) values ('half done')`.execute(db);
  throw new Error('the kettle broke');
};

test('migrations are numbered without gaps, in their order, and each file is in the list', () => {
  const names = Object.keys(migrationList);
  assert.deepEqual(
    names.map((name) => Number(name.slice(0, 4))),
    names.map((_, index) => index + 1),
  );
  for (const name of names) assert.match(name, /^\d{4}(?:-[a-z]+)+$/);
  const folder = join(import.meta.dirname, '../../src/storage/migrations');
  const files = readdirSync(folder).filter((file) => /^\d/.test(file));
  assert.deepEqual(
    files.sort(),
    names.map((name) => `${name}.ts`),
  );
});

for (const [engine, open] of Object.entries({ SQLite: openNewSqlite, Postgres: openNewPostgres })) {
  test(`${engine}: only what is new runs, and what is stored stays`, async (t) => {
    const connection = await open(t);
    assert.deepEqual(await migrate(connection, { '0001-cups': createCups }), ['0001-cups']);
    const both = { '0001-cups': createCups, '0002-size': addSize };
    assert.deepEqual(await migrate(connection, both), ['0002-size']);
    assert.deepEqual(await migrate(connection, both), []);
    assert.deepEqual(await listCups(connection), [{ name: 'blue', size: null }]);
  });

  test(`${engine}: a migration that fails leaves everything as it was, and can be run again`, async (t) => {
    const connection = await open(t);
    await migrate(connection, { '0001-cups': createCups });
    const broken = { '0001-cups': createCups, '0002-size': addSize, '0003-fail': failHalfWay };
    await assert.rejects(migrate(connection, broken), /the kettle broke/);
    assert.deepEqual(await listCups(connection), [{ name: 'blue' }]);
    assert.deepEqual(await migrate(connection, { '0001-cups': createCups, '0002-size': addSize }), ['0002-size']);
  });

  test(`${engine}: an older program refuses the tables of a newer one and changes nothing`, async (t) => {
    const connection = await open(t);
    await migrate(connection, { '0001-cups': createCups, '0002-size': addSize });
    await assert.rejects(migrate(connection, { '0001-cups': createCups }), { name: 'StoreError', fault: 'newer' });
    assert.deepEqual(await listCups(connection), [{ name: 'blue', size: null }]);
  });
}

async function listCups({ db }: StoreConnection): Promise<unknown[]> {
  const { rows } = await sql`select * from cups`.execute(db);
  return rows.map((row) => ({ ...(row as object) }));
}

async function openNewSqlite(t: TestContext): Promise<StoreConnection> {
  const address = parseAddress(`sqlite:${join(makeFolder(t), 'bot.sqlite')}`);
  assert.ok(address.engine === 'sqlite');
  return closedAfter(t, openSqlite(address));
}

async function openNewPostgres(t: TestContext): Promise<StoreConnection> {
  const address = parseAddress(await (await startPostgres()).createDatabase());
  assert.ok(address.engine === 'postgres');
  return closedAfter(t, openPostgres(address, noLog));
}

function closedAfter(t: TestContext, connection: StoreConnection): StoreConnection {
  t.after(() => connection.close());
  return connection;
}
