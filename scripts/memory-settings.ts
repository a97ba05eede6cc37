import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseDockerfile, readVariables } from './parse-dockerfile.ts';

const memoryNames = /^(?:NODE_OPTIONS|MALLOC_\w+)$/;

/** The variables with which the image keeps Node's memory small; whoever starts the program as the image does needs them too. */
export function readMemorySettings(): Readonly<Record<string, string>> {
  const image = parseDockerfile(readFileSync(join(import.meta.dirname, '../Dockerfile'), 'utf8')).at(-1);
  const settings = image?.instructions.filter(({ name }) => name === 'ENV') ?? [];
  return Object.fromEntries(
    settings.flatMap(({ text }) => readVariables(text)).filter(([name]) => memoryNames.test(name)),
  );
}
