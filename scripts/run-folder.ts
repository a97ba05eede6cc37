import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The temporary folder of a run. */
export interface RunFolder {
  /** For files that the run itself writes. */
  readonly own: string;
  /** Removes it; what tests should have removed themselves is named. */
  readonly close: () => readonly string[];
}

/** Compiled code, which the run's processes share as long as it lasts: each file is one, and most load the same modules. */
const compiled = 'compiled';
const caches = /compile/;
const ownName = 'run';
/** Tests that change the user have files in it that are not its owner's. */
const forEverybody = 0o1777;

/** Gives all that runs from here on a temporary folder of its own, so that a run leaves nothing behind, however it ends. */
export function openRunFolder(): RunFolder {
  const path = mkdtempSync(join(tmpdir(), 'run-'));
  chmodSync(path, forEverybody);
  for (const name of ['TMPDIR', 'TMP', 'TEMP']) process.env[name] = path;
  for (const name of [compiled, ownName]) mkdirSync(join(path, name));
  process.env.NODE_COMPILE_CACHE ??= join(path, compiled);
  const remove = () => rmSync(path, { recursive: true, force: true, maxRetries: 3 });
  process.once('exit', remove);
  return {
    own: join(path, ownName),
    close() {
      const left = readdirSync(path).filter((name) => !caches.test(name) && name !== ownName);
      return left.length === 0 ? [] : [`left in the temporary folder, and removed: ${left.join(', ')}`];
    },
  };
}
