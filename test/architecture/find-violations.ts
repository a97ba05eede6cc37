import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findBadImports } from './find-bad-imports.ts';
import { findBadNames } from './find-bad-names.ts';
import { findForbiddenCode } from './find-forbidden-code.ts';
import { type FolderRule, maxLines } from './import-table.ts';
import { readSource } from './read-source.ts';
import { folderOf, listFiles, roomOf } from './source-folders.ts';

export interface Rules {
  readonly importTable: Readonly<Record<string, FolderRule>>;
  readonly longFiles: Readonly<Record<string, string>>;
}

/** Every breach of the rules by the files under a `src/` folder, as `path:line: what is wrong; what to do`. */
export function findViolations(sourceFolder: string, rules: Rules): string[] {
  const files = listFiles(sourceFolder);
  const violations = files.flatMap((path) => {
    const text = readFileSync(join(sourceFolder, path), 'utf8');
    const bad = [...findBadNames(path), ...findBadLength(path, text, rules)];
    if (!path.endsWith('.ts')) return bad;
    const folder = folderOf(path);
    const rule = rules.importTable[folder];
    if (!rule) return [...bad, `${path}: no row for ${folder} in test/architecture/import-table.ts; add one`];
    const room = roomOf(path, rule);
    if (rule.rooms && !rule.rooms.includes(room)) {
      return [...bad, `${path}: no room ${room} in the row of ${folder} in test/architecture/import-table.ts; add it`];
    }
    const source = readSource(text);
    return [
      ...bad,
      ...findBadImports(path, source, rules.importTable),
      ...findForbiddenCode(path, source, rule, folder),
    ];
  });
  const needless = Object.keys(rules.longFiles).filter((path) => !files.includes(path));
  return [...violations, ...needless.map((path) => `${path}: listed in longFiles and absent; take it off the list`)];
}

function findBadLength(path: string, text: string, { longFiles }: Rules): string[] {
  const lines = text.split('\n').length - 1;
  const isLong = path.endsWith('.ts') && lines > maxLines;
  if (isLong && !longFiles[path]) {
    return [`${path}: ${lines} lines, more than ${maxLines}; split it, or list it in longFiles with the reason`];
  }
  if (!isLong && longFiles[path]) return [`${path}: listed in longFiles and short; take it off the list`];
  return [];
}
