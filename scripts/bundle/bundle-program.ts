import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type RolldownOutput, rolldown } from 'rolldown';
import { collectLicenceTexts } from './collect-licence-texts.ts';

export interface BundleOptions {
  /** The folder of the project: its `src`, `package.json` and `LICENSE`, and `node_modules` with what `src` imports. */
  readonly project: string;
  /** Where the program is put; made if it is not there. */
  readonly folder: string;
}

const source = 'src/main.ts';
/** Made for one kind of machine or host each: the SDKs and the driver of Postgres ask for them, and go on without. */
const optionalPackages = ['bufferutil', 'utf-8-validate', 'zlib-sync', 'pg-cloudflare', 'pg-native'];

/**
 * Writes the program with all that it uses of its packages as a few files of JavaScript, which start with `node main.js`,
 * and beside them the licences of what they hold. Whatever cannot be found in the project is an error.
 */
export async function bundleProgram({ project, folder }: BundleOptions): Promise<void> {
  const bundle = await rolldown({
    cwd: project,
    input: source,
    platform: 'node',
    external: optionalPackages,
    onLog: (level, { code, message }) => {
      // discord.js evaluates what its own manager of several processes sends, which we do not use.
      if (level === 'warn' && code !== 'EVAL') throw new Error(message);
    },
  });
  // Not minified, so that a stack in a log names functions and lines that can be found. ASCII, since one other character
  // makes V8 keep a whole file with two bytes for each.
  const written = await bundle.write({
    dir: folder,
    format: 'esm',
    entryFileNames: 'main.js',
    chunkFileNames: 'chunks/[name]-[hash].js',
    comments: false,
    charset: 'ascii',
  });
  await bundle.close();
  copyFileSync(join(project, 'LICENSE'), join(folder, 'LICENSE'));
  writeFileSync(join(folder, 'package.json'), composePackageFile(readFileSync(join(project, 'package.json'), 'utf8')));
  writeFileSync(join(folder, 'LICENCES.txt'), collectLicenceTexts(listBundledFiles(written)));
}

/** Of the project's own: what the program reads of it, and those of its scripts that start the program. */
function composePackageFile(text: string): string {
  const { name, version, description, license, type, engines, scripts } = JSON.parse(text);
  const starting = Object.entries<string>(scripts)
    .filter(([, command]) => command.includes(source))
    .map(([script, command]) => [
      script,
      command.replace(source, 'main.js').replace('-r ./scripts/require-node-24.cjs ', ''),
    ]);
  const kept = { name, version, description, license, private: true, type, engines };
  return `${JSON.stringify({ ...kept, scripts: Object.fromEntries(starting) }, null, 2)}\n`;
}

/** Every file of which something is in the bundle, by its path on this machine. */
function listBundledFiles({ output }: RolldownOutput): string[] {
  return output.flatMap((file) => (file.type === 'chunk' ? file.moduleIds : []));
}
