// Measures the bot while nobody asks: from its start until it is ready, and the memory that it holds then. Linux only.
// usage: npm run -s bench:idle -- [FOLDER OF THE PROGRAM, such as one with production dependencies only]
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { measureIdle } from './measure-idle.ts';

const projectFolder = join(import.meta.dirname, '..');
const corpus = join(projectFolder, '../shared/corpus');
const content = existsSync(corpus) ? corpus : join(projectFolder, 'content');

for (const { platforms, readyMs, residentMb } of await measureIdle(process.argv[2] ?? projectFolder, content)) {
  process.stdout.write(`${platforms}: ready after ${Math.round(readyMs)} ms, idle at ${Math.round(residentMb)} MB\n`);
}
