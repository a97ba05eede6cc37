import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Tools } from '#conversation/ports/tools.ts';
import { connectStore } from '#storage/engines/connect-store.ts';
import type { DatabaseUrl, SqliteUrl } from '#storage/engines/parse-database-url.ts';
import type { Store } from '#storage/store.ts';
import { StoreError } from '#storage/store-error.ts';
import { assembleStore } from './assemble-store.ts';
import { findPendingMigrations } from './migrate.ts';

/** How the store stands, without anything made or changed. */
export type StoreExamination =
  /** The file is not there yet, and could be made. */
  | { readonly kind: 'absent' }
  /** A start would change its tables first; they are not read before that. */
  | { readonly kind: 'behind'; readonly pendingMigrations: readonly string[] }
  | { readonly kind: 'current'; readonly store: Store };

/** Looks whether the store could be used. Throws a `StoreError` that says what to do when it could not. */
export async function examineStore(
  address: DatabaseUrl,
  { log, now }: Pick<Tools, 'log' | 'now'>,
): Promise<StoreExamination> {
  if (address.engine === 'sqlite' && !existsSync(address.path)) {
    refuseUnwritableFolder(address);
    return { kind: 'absent' };
  }
  const connection = await connectStore(address, log);
  try {
    const pendingMigrations = await findPendingMigrations(connection);
    if (pendingMigrations.length === 0) return { kind: 'current', store: assembleStore(connection, now) };
    await connection.close();
    return { kind: 'behind', pendingMigrations };
  } catch (error) {
    await connection.close();
    throw connection.explain(error);
  }
}

/** The nearest folder that is there already is the one in which the others would be made. */
function refuseUnwritableFolder({ path, place }: SqliteUrl): void {
  let folder = dirname(path);
  while (!existsSync(folder) && dirname(folder) !== folder) folder = dirname(folder);
  const isFolder = statSync(folder).isDirectory();
  if (isFolder && mayWrite(folder)) return;
  const reason = isFolder ? `this user may not write in ${folder}` : `${folder} is a file, not a folder`;
  throw new StoreError('unwritable', `${place}: ${reason}. ${unwritable}`);
}

function mayWrite(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

const unwritable = 'Make a folder that the user that runs the bot may write, or set DATABASE_URL to another place.';
