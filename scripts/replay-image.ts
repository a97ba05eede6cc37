// Does what the Dockerfile does, without Docker: into the folder given, which must be empty. Then says how to start it.
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { replayDockerfile } from './replay-dockerfile.ts';

const [folder] = process.argv.slice(2);
if (folder === undefined) stop(2, 'usage: npm run replay-image -- FOLDER');
mkdirSync(folder, { recursive: true });
if (readdirSync(folder).length > 0) stop(1, `replay-image: ${folder} is not empty`);

const context = join(import.meta.dirname, '..');
const dockerfile = readFileSync(join(context, 'Dockerfile'), 'utf8');
const image = replayDockerfile({ dockerfile, context, folder: resolve(folder) });
const environment = Object.entries(image.environment).map(([name, value]) => `${name}=${value}`);
process.stdout.write(`cd ${image.workingFolder} && ${[...environment, ...image.command].join(' ')}\n`);

function stop(exitCode: number, message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(exitCode);
}
