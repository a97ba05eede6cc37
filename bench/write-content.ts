import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ArchiveTexts } from './workload.ts';

/** Writes an archive into a folder of this one, by year, as editors have it; its path. */
export function writeContent(folder: string, { issues, subjects }: ArchiveTexts): string {
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
