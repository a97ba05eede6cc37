import { dirname } from 'node:path';
import { maxFiles } from './import-table.ts';

/** Folders that hold more files of TypeScript than one concern needs; those in the folders below do not count. */
export function findCrowdedFolders(files: readonly string[]): string[] {
  const folders = Object.groupBy(
    files.filter((path) => path.endsWith('.ts')),
    (path) => dirname(path),
  );
  return Object.entries(folders).flatMap(([folder, { length } = []]) =>
    length > maxFiles ? [`${folder}: ${length} files, more than ${maxFiles}; find the concern that wants a room`] : [],
  );
}
