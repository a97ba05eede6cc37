import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import type { Log } from '#conversation/ports/log.ts';
import { type DatabaseUrl, parseDatabaseUrl } from '#storage/engines/parse-database-url.ts';

/** The address of a text that is known to be right. */
export function parseAddress(text: string): DatabaseUrl {
  const { address, problem } = parseDatabaseUrl(text, process.cwd());
  if (!address) throw new Error(problem);
  return address;
}

/** A log that is thrown away. */
export const noLog: Log = { debug() {}, info() {}, warn() {}, error() {} };

/** A folder that is gone after the test. */
export function makeFolder(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'store-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
