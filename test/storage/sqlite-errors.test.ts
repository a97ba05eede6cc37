import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { type TestContext, test } from 'node:test';
import { sql } from 'kysely';
import { openSqlite } from '#storage/engines/open-sqlite.ts';
import { assembleStore } from '#storage/opening/assemble-store.ts';
import { migrate } from '#storage/opening/migrate.ts';
import { openStore } from '#storage/opening/open-store.ts';
import { StoreError, type StoreFault } from '#storage/store-error.ts';
import { makeSubscription } from '../contracts/make-subscription.ts';
import { actAsNobody } from './act-as-nobody.ts';
import { makeFolder, noLog, parseAddress } from './store-address.ts';

const channel = { platform: 'slack', channelId: 'C1' };

test('the folders of a new file are made', async (t) => {
  const path = join(makeFolder(t), 'a/b/bot.sqlite');
  await (await open(path)).close();
  assert.ok(statSync(path).isFile());
});

test('a file where a folder should be: the message says that the folder cannot be made', async (t) => {
  const path = join(makeFolder(t), 'data');
  writeFileSync(path, 'a file');
  await rejectsOpening(join(path, 'bot.sqlite'), 'unwritable', /folder cannot be made or reached/);
});

test('a folder where the file should be: the message says that it must be a file', async (t) => {
  await rejectsOpening(makeFolder(t), 'unwritable', /must be a file/);
});

test('a folder that this user may not write: the message says so', async (t) => {
  const folder = makeFolder(t);
  chmodSync(folder, 0o555);
  await actAsNobody(() => rejectsOpening(join(folder, 'bot.sqlite'), 'unwritable', /must be able to write it/));
  await actAsNobody(() =>
    rejectsOpening(join(folder, 'data/bot.sqlite'), 'unwritable', /folder cannot be made or reached/),
  );
});

test('a read-only file: the message says so, and what is in it stays', async (t) => {
  const path = await makeStore(t);
  // All around it can be written.
  for (const folder of [join(path, '..'), join(path, '../..')]) chmodSync(folder, 0o777);
  chmodSync(path, 0o444);
  await actAsNobody(() => rejectsOpening(path, 'unwritable', /read-only.* ending in -wal and -shm/));
  for (const file of readdirSync(join(path, '..'))) chmodSync(join(path, '..', file), 0o644);
  await assertNothingLost(path);
});

test('a full database: the message says so, nothing is half done, and it goes on once there is room', async (t) => {
  const path = await makeStore(t);
  const connection = openSqlite(sqliteAddress(path));
  await migrate(connection);
  const store = assembleStore(connection, () => 0);
  t.after(() => store.close());
  // SQLite reports the same as for a full disk once its file may not grow any further.
  const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(connection.db);
  const setLimit = async (pages: number) => {
    for (const db of [connection.db, connection.quickDb]) {
      await sql`pragma max_page_count = ${sql.lit(pages)}`.execute(db);
    }
  };
  await setLimit(rows[0]?.page_count ?? 0);
  const plans = Array.from({ length: 300 }, (_, number) => ({
    ...channel,
    dueMs: makeSubscription().nextDueMs,
    nextDueMs: makeSubscription().nextDueMs,
    seenIssueId: 'seen',
    post: { issueId: `issue ${number}`, earlierIssueIds: [] },
  }));
  const planAll = async () => {
    let planned = 0;
    for (const plan of plans) planned += await store.outbox.plan([plan], 1);
    return planned;
  };
  await rejectsWith(planAll(), 'disk-full', /disk is full/, path);
  await rejectsWith(store.lineKeeper.keep('x'.repeat(100_000), 1), 'disk-full', /disk is full/, path);
  const before = (await store.outbox.countByState()).waiting;
  await setLimit(1_000_000);
  assert.equal(await planAll(), 300 - before);
  await store.close();
  await assertNothingLost(path, 'seen');
});

test('a disk that is really full: the message says so, and what was stored stays', async (t) => {
  const folder = join(makeFolder(t), 'small');
  mkdirSync(folder);
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=400k', 'tmpfs', folder]);
  if (mounted.status !== 0) return t.skip('a small disk can be mounted by root only');
  try {
    const path = join(folder, 'bot.sqlite');
    const store = await open(path);
    await store.subscriptions.save(makeSubscription());
    const fill = async () => {
      for (let number = 0; number < 1_000; number++) await store.lineKeeper.keep(`${number}${'x'.repeat(2_000)}`, 1);
    };
    await rejectsWith(fill(), 'disk-full', /disk is full/, path);
    await store.close();
    await assertNothingLost(path);
    spawnSync('dd', ['if=/dev/zero', `of=${join(folder, 'filling')}`, 'bs=1k']);
    await rejectsOpening(join(folder, 'other.sqlite'), 'disk-full', /disk is full/);
  } finally {
    spawnSync('umount', ['-l', folder]);
  }
});

test('a file that another process holds: it is waited for, then the message says so', async (t) => {
  const path = await makeStore(t);
  const connection = openSqlite(sqliteAddress(path), 60);
  const store = assembleStore(connection, () => 0);
  t.after(() => store.close());
  const other = new DatabaseSync(path);
  t.after(() => other.close());
  other.exec('begin immediate');
  await rejectsWith(store.subscriptions.save(makeSubscription()), 'locked', /another process holds it/, path);
  await rejectsWith(store.subscriptions.remove(channel), 'locked', /another process holds it/, path);
  assert.deepEqual(await store.subscriptions.find(channel), makeSubscription(), 'reading goes on');
  const saved = store.subscriptions.save(makeSubscription({ seenIssueId: 'seen' }));
  other.exec('rollback');
  await saved;
  assert.equal((await store.subscriptions.find(channel))?.seenIssueId, 'seen');
});

test('a file that another process keeps to itself cannot be opened, and the message says so', async (t) => {
  const path = await makeStore(t);
  const other = new DatabaseSync(path);
  t.after(() => other.close());
  other.exec('pragma locking_mode = exclusive; begin exclusive; create table held (a)');
  assert.throws(() => openSqlite(sqliteAddress(path), 60), isStoreError('locked', /another process holds it/, path));
});

test('a file that is no database: the message says so, and the file is not touched', async (t) => {
  const path = join(makeFolder(t), 'bot.sqlite');
  const text = 'Dear diary, this is not a database.\n'.repeat(200);
  writeFileSync(path, text);
  await rejectsOpening(path, 'corrupt', /is not a database/);
  assert.equal(readFileSync(path, 'utf8'), text);
});

test('a damaged file: the message says so at the start, and the file is not touched', async (t) => {
  const path = await makeStore(t);
  const bytes = readFileSync(path);
  // Every page but the first, where only the header would be missed.
  bytes.fill(0x5a, 4096 * 3);
  writeFileSync(path, bytes);
  await rejectsOpening(path, 'corrupt', /damaged/);
  assert.deepEqual(readFileSync(path), bytes);
});

test('a file that was cut short: the message says so', async (t) => {
  const path = await makeStore(t);
  truncateSync(path, 4096 * 4 + 100);
  await rejectsOpening(path, 'corrupt', /damaged/);
});

test('a database of a later version is not opened, and the message says what to do', async (t) => {
  const path = await makeStore(t);
  const later = new DatabaseSync(path);
  later.exec(`insert into kysely_migration values ('9999-later', '2040-01-01T00:00:00.000Z')`);
  later.close();
  const before = readFileSync(path);
  await rejectsOpening(path, 'newer', /later version of this program \(9999-later\).*Start that version/);
  assert.deepEqual(readFileSync(path), before);
});

test('a database of another program is not opened, and keeps its tables', async (t) => {
  const path = join(makeFolder(t), 'other.sqlite');
  const other = new DatabaseSync(path);
  other.exec(`create table outbox (letter text); insert into outbox values ('Dear diary')`);
  await rejectsOpening(path, 'corrupt', /tables of something else/);
  assert.deepEqual(
    other
      .prepare('select name from sqlite_schema')
      .all()
      .map(({ name }) => name),
    ['outbox'],
    'nothing of ours is left in it',
  );
  other.close();
});

function open(path: string) {
  return openStore(parseAddress(`sqlite:${path}`), { log: noLog, now: () => 0 });
}

function sqliteAddress(path: string) {
  const address = parseAddress(`sqlite:${path}`);
  assert.ok(address.engine === 'sqlite');
  return address;
}

/** A store with one subscription in it, closed again. */
async function makeStore(t: TestContext): Promise<string> {
  const path = join(makeFolder(t), 'data', 'bot.sqlite');
  mkdirSync(join(path, '..'));
  const store = await open(path);
  await store.subscriptions.save(makeSubscription());
  await store.close();
  assert.equal(existsSync(`${path}-wal`), false);
  return path;
}

async function assertNothingLost(path: string, seenIssueId?: string): Promise<void> {
  const store = await open(path);
  assert.deepEqual(await store.subscriptions.find(channel), makeSubscription({ seenIssueId }));
  await store.close();
}

function rejectsOpening(path: string, fault: StoreFault, message: RegExp): Promise<void> {
  return rejectsWith(
    open(path).then((store) => store.close()),
    fault,
    message,
    path,
  );
}

function rejectsWith(work: Promise<unknown>, fault: StoreFault, message: RegExp, path: string): Promise<void> {
  return assert.rejects(work, isStoreError(fault, message, path));
}

function isStoreError(fault: StoreFault, message: RegExp, path: string) {
  return (error: unknown) => {
    assert.ok(error instanceof StoreError, String(error));
    assert.equal(error.fault, fault, error.message);
    assert.match(error.message, message);
    assert.ok(error.message.startsWith(`SQLite file ${path}: `), error.message);
    assert.ok(error.cause instanceof Error);
    return true;
  };
}
