import { type Kysely, sql } from 'kysely';
import { DEFAULT_MIGRATION_LOCK_TABLE, DEFAULT_MIGRATION_TABLE, Migrator } from 'kysely/migration';
import { type Migration, migrationList } from './migrations/migration-list.ts';
import type { Engine, StoreConnection } from './store-connection.ts';
import { StoreError } from './store-error.ts';
import type { Tables } from './tables.ts';

/** Any number that nothing else in the same Postgres is likely to lock. */
const migrationLock = 7_305_541_209_846_113;

/** Brings the tables up to this program, one program at a time. Resolves to the names of the migrations that ran. */
export async function migrate(
  { db, engine }: StoreConnection,
  migrations: Readonly<Record<string, Migration>> = migrationList,
): Promise<readonly string[]> {
  return db.connection().execute((connection) =>
    underLock(connection, engine, async () => {
      await refuseNewer(connection, Object.keys(migrations));
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
      await refuseReadOnly(connection);
      return (results ?? []).map(({ migrationName }) => migrationName);
    }),
  );
}

async function underLock<Result>(db: Kysely<Tables>, engine: Engine, work: () => Promise<Result>): Promise<Result> {
  if (engine === 'postgres') {
    await sql`select pg_advisory_lock(${sql.lit(migrationLock)})`.execute(db);
    try {
      return await work();
    } finally {
      await sql`select pg_advisory_unlock(${sql.lit(migrationLock)})`.execute(db);
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

async function refuseNewer(db: Kysely<Tables>, known: readonly string[]): Promise<void> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some(({ name }) => name === DEFAULT_MIGRATION_TABLE)) return;
  const { rows } = await sql<{ name: string }>`select name from ${sql.table(DEFAULT_MIGRATION_TABLE)}`.execute(db);
  const unknown = rows.map(({ name }) => name).filter((name) => !known.includes(name));
  if (unknown.length === 0) return;
  throw new StoreError(
    'newer',
    `it was changed by a later version of this program (${unknown.sort().join(', ')}). ` +
      'Start that version again, or go back to a copy of the database from before the update; nothing was changed now',
  );
}

/** With nothing to change, all of the above passes on a read-only file or a standby server; a write of nothing does not. */
async function refuseReadOnly(db: Kysely<Tables>): Promise<void> {
  await sql`update ${sql.table(DEFAULT_MIGRATION_LOCK_TABLE)} set is_locked = 0 where id = ''`.execute(db);
}
