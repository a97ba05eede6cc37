import { existsSync, lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decodeEnvFile } from './decode-env-file.ts';
import type { EnvFaults } from './find-env-faults.ts';

/** What `.env` says. */
export interface EnvFile extends EnvFaults {
  readonly values: Readonly<Record<string, string>>;
}

const nothing: EnvFile = { values: {}, problems: [], hints: [] };

/** Reads `.env` in the folder, where there is one. No sentence has a value in it. */
export async function readEnvFile(folder: string): Promise<EnvFile> {
  const path = join(folder, '.env');
  if (lstatSync(path, { throwIfNoEntry: false }) === undefined) return { ...nothing, hints: findMisnamed(folder) };
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    return { ...nothing, problems: [explainUnreadable(error as NodeJS.ErrnoException)] };
  }
  const { text, hint } = decodeEnvFile(bytes);
  // Where there is no file, nobody waits for what is needed for one.
  const [{ parse }, { findEnvFaults }] = await Promise.all([import('dotenv'), import('./find-env-faults.ts')]);
  const faults = findEnvFaults(text);
  return { values: parse(text), ...faults, hints: [...(hint ? [hint] : []), ...faults.hints] };
}

/** Windows hides endings: what shows as ".env" may be ".env.txt". */
function findMisnamed(folder: string): string[] {
  const name = ['.env.txt', 'env.txt', '.env.local', 'env'].find((candidate) => existsSync(join(folder, candidate)));
  return name === undefined ? [] : [`${name}: it is not read. Give it the name .env, if it holds the bot's settings.`];
}

function explainUnreadable({ code }: NodeJS.ErrnoException): string {
  if (code === 'EISDIR') return '.env: it is a folder. Put a file in its place; .env.example shows what stands in it.';
  if (code === 'EACCES' || code === 'EPERM') {
    return '.env: the user that runs the bot may not read it. Make it readable for that user (chown, or chmod u+r).';
  }
  if (code === 'ENOENT' || code === 'ELOOP')
    return '.env: it is a link that leads to no file. Correct the link, or remove it.';
  return `.env: it could not be read (${code}). Look whether the file is whole.`;
}
