// Writes the program as a few files that need no packages: into the folder given, which must be empty.
import { mkdirSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { bundleProgram } from './bundle-program.ts';

const usage = 'usage: npm run bundle -- FOLDER [FOLDER OF THE PROJECT]';
const [folder, project = join(import.meta.dirname, '../..'), ...more] = process.argv.slice(2);
if (folder === '--help' || folder === '-h') {
  process.stdout.write(`${usage}\n`);
  process.exit(0);
}
if (folder === undefined || folder.startsWith('-') || more.length > 0) stop(2, usage);
mkdirSync(folder, { recursive: true });
if (readdirSync(folder).length > 0) stop(1, `bundle: ${folder} is not empty. Give a new folder, or empty this one.`);
await bundleProgram({ project: resolve(project), folder: resolve(folder) });
process.stdout.write(`Put the issues into ${join(folder, 'content')}, then: cd ${folder} && node main.js start\n`);

function stop(exitCode: number, message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(exitCode);
}
