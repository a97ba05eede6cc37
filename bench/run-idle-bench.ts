// Measures the bot while nobody asks: from its start until it is ready, and the memory that it holds then. Linux only.
// usage: npm run -s bench:idle -- [FOLDER OF THE PROGRAM, such as one with production dependencies only]
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { measureIdle } from './measure-idle.ts';

const projectFolder = join(import.meta.dirname, '..');
const corpus = join(projectFolder, '../shared/corpus');
const content = existsSync(corpus) ? corpus : join(projectFolder, 'content');

for (const { platforms, readyMs, ...idle } of await measureIdle(process.argv[2] ?? projectFolder, content)) {
  const [ready, resident, own] = [readyMs, idle.residentMb, idle.ownMb].map((n) => Math.round(n));
  process.stdout.write(`${platforms}: ready after ${ready} ms, idle at ${resident} MB, ${own} MB of them its own\n`);
}
