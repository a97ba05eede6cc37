import { join } from 'node:path';
import { readMemorySettings } from '../scripts/memory-settings.ts';
import { type StartedProcess, startProcess } from './start-process.ts';
import type { ArchiveTexts } from './workload.ts';
import { writeContent } from './write-content.ts';

/**
 * The program in a process of its own, as `npm start` runs it, with this archive and its store in this folder; resolves when its log
 * says that it is ready. Warnings go to standard error. `options`: Node's own.
 */
export function startProgram(
  folder: string,
  archive: ArchiveTexts,
  settings: Readonly<Record<string, string>>,
  ready: string,
  options: readonly string[] = [],
): Promise<StartedProcess> {
  return startProcess({
    words: [...options, join(import.meta.dirname, '../src/main.ts'), 'start'],
    folder,
    environment: { ...readMemorySettings(), CONTENT_DIR: writeContent(folder, archive), ...settings },
    ready,
  });
}
