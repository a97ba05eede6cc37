import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The folder that holds `package.json`, wherever the program is started from. */
export const projectFolder = dirname(dirname(import.meta.dirname));

/** The version in `package.json`. */
export function readVersion(): string {
  const { version } = JSON.parse(readFileSync(join(projectFolder, 'package.json'), 'utf8')) as { version: string };
  return version;
}
