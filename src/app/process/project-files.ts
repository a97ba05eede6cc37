import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The folder that holds `package.json`, wherever the program is started from, and whether or not it is bundled. */
export const projectFolder = findFolderOf('package.json', import.meta.dirname);

/** What Node is given to run, from that folder. */
export const programFile = import.meta.filename.endsWith('.ts') ? 'src/main.ts' : 'main.js';

/** The version in `package.json`; read once, for whoever starts the bot may read what a user it changes to later may not. */
export const projectVersion: string = JSON.parse(readFileSync(join(projectFolder, 'package.json'), 'utf8')).version;

function findFolderOf(file: string, below: string): string {
  if (existsSync(join(below, file)) || dirname(below) === below) return below;
  return findFolderOf(file, dirname(below));
}
