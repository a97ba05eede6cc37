import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import pg from 'pg';
import type { Log } from '#conversation/ports/log.ts';
import { parseDatabaseUrl } from '#storage/engines/parse-database-url.ts';
import { openStore } from '#storage/opening/open-store.ts';
import { startPostgres } from '../test/fixtures/start-postgres.ts';
import { describePostgresSchema, describeSqliteSchema } from './describe-schema.ts';

const noLog: Log = { debug() {}, info() {}, warn() {}, error() {} };

/** The schema that the migrations make on each engine, by the name of the file that it is kept in. */
export async function buildSchemaDumps(): Promise<Readonly<Record<string, string>>> {
  return { 'schema.sqlite.sql': await dumpSqlite(), 'schema.postgres.sql': await dumpPostgres() };
}

async function dumpSqlite(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'schema-'));
  try {
    const path = join(folder, 'bot.sqlite');
    await makeTables(`sqlite:${path}`);
    using database = new DatabaseSync(path);
    return describeSqliteSchema(database);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function dumpPostgres(): Promise<string> {
  const url = await (await startPostgres()).createDatabase();
  await makeTables(url);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await describePostgresSchema(client);
  } finally {
    await client.end();
  }
}

async function makeTables(url: string): Promise<void> {
  const { address, problem } = parseDatabaseUrl(url, '');
  if (!address) throw new Error(problem);
  await (await openStore(address, { log: noLog, now: () => 0 })).close();
}
