import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { readMemorySettings } from '../scripts/memory-settings.ts';
import type { ArchiveTexts } from './workload.ts';

/**
 * The program in a process of its own, as `npm start` runs it, with this archive and its store in this folder; resolves when its log
 * says that it is ready. Warnings go to standard error.
 */
export async function startProgram(
  folder: string,
  archive: ArchiveTexts,
  settings: Readonly<Record<string, string>>,
  ready: string,
) {
  const program = spawn(process.execPath, [join(import.meta.dirname, '../src/main.ts'), 'start'], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { PATH: process.env.PATH, ...readMemorySettings(), CONTENT_DIR: writeContent(folder, archive), ...settings },
  });
  const lines = createInterface({ input: program.stderr });
  const ended = once(program, 'close');
  await new Promise<void>((resolve, reject) => {
    lines.on('line', (line) => {
      if (line.includes(ready)) resolve();
      if (/"level":"(?:warn|error)"/.test(line)) process.stderr.write(`${line}\n`);
    });
    ended.then(() => reject(new Error('the program ended before it was connected')));
  });
  return {
    /** User and system time; Linux counts it in hundredths of a second. */
    readCpuMs(): number {
      const fields = readFileSync(`/proc/${program.pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
      return (Number(fields[11]) + Number(fields[12])) * 10;
    },
    async [Symbol.asyncDispose]() {
      program.kill('SIGTERM');
      await ended;
    },
  };
}

function writeContent(folder: string, { issues, subjects }: ArchiveTexts): string {
  const content = join(folder, 'content');
  mkdirSync(content, { recursive: true });
  writeFileSync(join(content, 'subjects.yaml'), subjects.join(''));
  for (const { file, text, facts } of issues) {
    const year = join(content, file.slice(0, 4));
    mkdirSync(year, { recursive: true });
    writeFileSync(join(year, file), text);
    if (facts !== undefined) writeFileSync(join(year, file.replace(/md$/, 'facts.yaml')), facts);
  }
  return content;
}
