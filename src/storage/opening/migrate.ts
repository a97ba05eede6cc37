import { type Kysely, sql } from 'kysely';
import { DEFAULT_MIGRATION_LOCK_TABLE, DEFAULT_MIGRATION_TABLE, Migrator } from 'kysely/migration';
import { type Migration, migrationList } from '#storage/migrations/migration-list.ts';
import type { Engine, StoreConnection } from '#storage/store-connection.ts';
import { StoreError } from '#storage/store-error.ts';
import type { Tables } from '#storage/tables.ts';

/** Any number that nothing else in the same Postgres is likely to lock. */
const MIGRATION_LOCK = 7_305_541_209_846_113;

/** Brings the tables up to this program, one program at a time. Resolves to the names of the migrations that ran. */
export async function migrate(
  { db, engine }: StoreConnection,
  migrations: Readonly<Record<string, Migration>> = migrationList,
): Promise<readonly string[]> {
  return db.connection().execute((connection) =>
    underLock(connection, engine, async () => {
      const known = Object.keys(migrations);
      const done = await listDone(connection);
      refuseNewer(done, known);
      if (done.length === known.length) {
        await refuseReadOnly(connection);
        return [];
      }
      const migrator = new Migrator({
        db: connection,
        provider: {
          async getMigrations() {
            const entries = Object.entries(migrations);
            return Object.fromEntries(
              entries.map(([name, run]) => [name, { up: (target: Kysely<unknown>) => run(target, engine) }]),
            );
          },
        },
      });
      const { error, results } = await migrator.migrateToLatest();
      if (error !== undefined) throw error;
      return (results ?? []).map(({ migrationName }) => migrationName);
    }),
  );
}

/** The migrations that a start would run. Throws a `StoreError` when a later program, or nobody, may write there. */
export async function findPendingMigrations({ db, engine }: StoreConnection): Promise<readonly string[]> {
  const known = Object.keys(migrationList);
  const done = await listDone(db);
  refuseNewer(done, known);
  if (done.length > 0) await refuseReadOnly(db);
  else if (engine === 'postgres') await refuseWithoutRight(db);
  return known.filter((name) => !done.includes(name));
}

async function underLock<Result>(db: Kysely<Tables>, engine: Engine, work: () => Promise<Result>): Promise<Result> {
  if (engine === 'postgres') {
    await sql`select pg_advisory_lock(${sql.lit(MIGRATION_LOCK)})`.execute(db);
    try {
      return await work();
    } finally {
      await sql`select pg_advisory_unlock(${sql.lit(MIGRATION_LOCK)})`.execute(db);
    }
  }
  await sql`begin exclusive`.execute(db);
  try {
    const result = await work();
    await sql`commit`.execute(db);
    return result;
  } catch (error) {
    await sql`rollback`.execute(db);
    throw error;
  }
}

async function listDone(db: Kysely<Tables>): Promise<readonly string[]> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some(({ name }) => name === DEFAULT_MIGRATION_TABLE)) return [];
  const { rows } = await sql<{ name: string }>`select name from ${sql.table(DEFAULT_MIGRATION_TABLE)}`.execute(db);
  return rows.map(({ name }) => name);
}

function refuseNewer(done: readonly string[], known: readonly string[]): void {
  const unknown = done.filter((name) => !known.includes(name));
  if (unknown.length === 0) return;
  throw new StoreError(
    'newer',
    `it was changed by a later version of this program (${unknown.sort().join(', ')}). ` +
      'Start that version again, or go back to a copy of the database from before the update; nothing was changed now',
  );
}

/** With nothing to change, all else passes on a read-only file or a standby server; a write of nothing does not. */
async function refuseReadOnly(db: Kysely<Tables>): Promise<void> {
  await sql`update ${sql.table(DEFAULT_MIGRATION_LOCK_TABLE)} set is_locked = 0 where id = ''`.execute(db);
}

async function refuseWithoutRight(db: Kysely<Tables>): Promise<void> {
  const { rows } = await sql<{ may: boolean }>`select has_schema_privilege(current_schema(), 'create') as may`.execute(
    db,
  );
  if (rows[0]?.may) return;
  throw new StoreError(
    'refused',
    'the user of DATABASE_URL may not make tables there. Make it the owner of the database, or grant it CREATE and USAGE on the schema',
  );
}
