// Measures the bot while nobody asks: from its start until it is ready, and the memory that it holds then. Linux only.
// usage: npm run -s bench:idle -- [FOLDER OF A PROGRAM, such as the image's /app]; without it, the bundle that the image
// holds, made anew, and the source beside it.
import { cp, mkdtempDisposable } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundleProgram } from '../scripts/bundle/bundle-program.ts';
import { measureIdle } from './measure-idle.ts';

const projectFolder = join(import.meta.dirname, '..');
const content = join(projectFolder, 'content');
const [given] = process.argv.slice(2);

if (given === undefined) {
  await using bundled = await mkdtempDisposable(join(tmpdir(), 'bundle-'));
  await bundleProgram({ project: projectFolder, folder: bundled.path });
  await cp(join(projectFolder, 'content'), join(bundled.path, 'content'), { recursive: true });
  await measure('bundled', bundled.path);
  await measure('from source', projectFolder);
} else await measure(given, given);

async function measure(name: string, folder: string): Promise<void> {
  for (const { platforms, readyMs, ...idle } of await measureIdle(folder, content)) {
    const [ready, resident, own] = [readyMs, idle.residentMb, idle.ownMb].map((n) => Math.round(n));
    console.log(`${name}, ${platforms}: ready after ${ready} ms, idle at ${resident} MB, ${own} MB of them its own`);
  }
}
