import { readdirSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import type { FolderRule } from './import-table.ts';

/** The row of the import table that a file belongs to: its folder (two levels for a platform), or itself in the root. */
export function folderOf(path: string): string {
  const [first = '', second = ''] = path.split('/');
  return first === 'platforms' && dirname(path) !== first ? `${first}/${second}` : first;
}

/** The room of its folder that a file stands in; `.` for the folder itself, and where the folder has no rooms. */
export function roomOf(path: string, rule: FolderRule | undefined): string {
  if (!rule?.rooms) return '.';
  const [room = '', ...rest] = path.slice(folderOf(path).length + 1).split('/');
  return rest.length === 0 ? '.' : room;
}

/** All files below a folder, as sorted paths with slashes. */
export function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll(sep, '/'))
    .sort();
}
