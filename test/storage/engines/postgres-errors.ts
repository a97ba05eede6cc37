import assert from 'node:assert/strict';
import { createServer, type Socket } from 'node:net';
import { type TestContext, test } from 'node:test';
import { inspect } from 'node:util';
import { sql } from 'kysely';
import pg from 'pg';
import type { LogFields } from '#conversation/ports/log.ts';
import { openPostgres } from '#storage/engines/open-postgres.ts';
import { openStore } from '#storage/opening/open-store.ts';
import { StoreError, type StoreFault } from '#storage/store-error.ts';
import { makeSubscription } from '../../contracts/make-subscription.ts';
import { startPostgres } from '../../fixtures/start-postgres.ts';
import { noLog, parseAddress } from '../store-address.ts';

const channel = { platform: 'slack', channelId: 'C1' };

test('a server that is not there: the message says where nobody answers', async (t) => {
  const port = await listen(t, (socket) => socket.destroy());
  await rejectsOpening(
    `postgres://bot:s3cret@127.0.0.1:${port}/news`,
    'unreachable',
    /at 127\.0\.0\.1:\d+: .*not answer/,
  );
  await rejectsOpening('postgres://bot:s3cret@127.0.0.1:1/news', 'unreachable', /127\.0\.0\.1:1: .*not answer/);
  await rejectsOpening('postgres://bot:s3cret@localhost:1/news', 'unreachable', /localhost:1: .*not answer/);
});

test('a wrong password, or none: the message says so and does not show it', async () => {
  const server = await startPostgres();
  const url = server.urlOf('postgres', { user: 'postgres', password: 's3cret' });
  await rejectsOpening(url, 'refused', /user and password/);
  await rejectsOpening(url.replace('s3cret', ''), 'refused', /user and password/);
  await rejectsOpening(
    server.urlOf('postgres', { user: 'nobody', password: 's3cret' }),
    'refused',
    /user and password/,
  );
});

test('no such database: the message says so', async () => {
  const server = await startPostgres();
  await rejectsOpening(server.urlOf('newsletter'), 'refused', /"newsletter" at .*no such database/);
});

test('a user that may not make tables: the message says what to grant', async () => {
  const server = await startPostgres();
  const url = await server.createDatabase();
  await query(url, `create role guest login password 's3cret'`);
  const database = new URL(url).pathname.slice(1);
  const guest = server.urlOf(database, { user: 'guest', password: 's3cret' });
  await rejectsOpening(guest, 'refused', /grant it CREATE and USAGE on the schema/);
});

test('a server that can only be read, as a standby is: the message says so', async () => {
  const server = await startPostgres();
  const url = await server.createDatabase();
  await (await open(url)).close();
  await rejectsOpening(`${url}&options=-cdefault_transaction_read_only%3Don`, 'unwritable', /is read-only/);
});

test('a certificate file that is not there: the message names it', async () => {
  await rejectsOpening('postgres://bot:s3cret@127.0.0.1:1/news?sslrootcert=/no/ca.pem', 'unknown', /\/no\/ca\.pem/);
});

test('a database of a later version is not opened, and the message says what to do', async () => {
  const url = await (await startPostgres()).createDatabase();
  await (await open(url)).close();
  await query(url, `insert into kysely_migration values ('9999-later', '2040-01-01T00:00:00.000Z')`);
  await rejectsOpening(url, 'newer', /later version of this program \(9999-later\).*Start that version/);
});

test('a database of another program is not opened, and keeps its tables', async () => {
  const url = await (await startPostgres()).createDatabase();
  await query(url, 'create table outbox (letter text)');
  await rejectsOpening(url, 'corrupt', /tables of something else/);
  const { rows } = await query(url, `select tablename from pg_tables where tablename in ('outbox', 'installations')`);
  assert.deepEqual(rows, [{ tablename: 'outbox' }]);
});

test('connections that the server cuts are told in the log, and the next question gets a new one', async (t) => {
  const server = await startPostgres();
  const url = await server.createDatabase();
  const lost = Promise.withResolvers<LogFields | undefined>();
  const warn = (_: string, fields?: LogFields) => lost.resolve(fields);
  const store = await openStore(parseAddress(url), { log: { ...noLog, warn }, now: () => 0 });
  t.after(() => store.close());
  await store.subscriptions.save(makeSubscription());
  await server.cutConnections();
  assert.match(
    String((await lost.promise)?.reason),
    /^Postgres database "test_\d+" at .*: the server is starting or stopping/,
  );
  assert.deepEqual(await store.subscriptions.find(channel), makeSubscription());
  assert.equal(await store.isReachable(), true);
});

test('a connection cut between two statements of a transaction fails the transaction, and nothing else', async (t) => {
  const server = await startPostgres();
  const url = await server.createDatabase();
  const address = parseAddress(url);
  assert.ok(address.engine === 'postgres');
  const { db, close } = openPostgres(address, noLog);
  t.after(close);
  const select = (on: typeof db) => sql`select 1 as one`.execute(on);
  await assert.rejects(
    db.transaction().execute(async (transaction) => {
      await select(transaction);
      await server.cutConnections();
      // Several ways to the server and back: by then this process knows.
      await query(url, 'select pg_sleep(0.05)');
      await select(transaction);
    }),
  );
  assert.deepEqual((await select(db)).rows, [{ one: 1 }]);
});

test('options of the address reach the server', async (t) => {
  const url = await (await startPostgres()).createDatabase();
  const store = await openStore(parseAddress(`${url}&application_name=my-bot`), { log: noLog, now: () => 0 });
  t.after(() => store.close());
  const { rows } = await query(
    url,
    `select count(*)::int as sessions from pg_stat_activity where application_name = 'my-bot'`,
  );
  assert.deepEqual(rows, [{ sessions: 1 }]);
});

function open(url: string) {
  return openStore(parseAddress(url), { log: noLog, now: () => 0 });
}

function rejectsOpening(url: string, fault: StoreFault, message: RegExp): Promise<void> {
  return assert.rejects(
    open(url).then((store) => store.close()),
    (error) => {
      assert.ok(error instanceof StoreError, String(error));
      assert.equal(error.fault, fault, error.message);
      assert.match(error.message, message);
      assert.match(error.message, /^Postgres database "[^"]+" at /);
      assert.ok(error.cause instanceof Error);
      assert.doesNotMatch(inspect(error, { depth: Infinity, showHidden: true }), /s3cret/);
      return true;
    },
  );
}

async function query(url: string, text: string) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await client.query(text);
  } finally {
    await client.end();
  }
}

/** A server that is no Postgres, on a free port. */
async function listen(t: TestContext, onConnection: (socket: Socket) => void): Promise<number> {
  const server = createServer(onConnection).listen(0, '127.0.0.1');
  t.after(() => server.close());
  await new Promise((resolve) => server.once('listening', resolve));
  const address = server.address();
  assert.ok(address && typeof address === 'object');
  return address.port;
}
