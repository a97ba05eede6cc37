import { basename } from 'node:path';

// Each of these says nothing about what is inside, so anything ends up inside.
const emptyWords = ['common', 'helper', 'helpers', 'lib', 'manager', 'shared', 'util', 'utils'];
const emptyFiles = ['index.ts', 'interfaces.ts', 'types.ts'];
const vagueEnding = /-(?:helpers?|manager|utils?)$/;

/** Folder and file names that do not tell what is in them. */
export function findBadNames(path: string): string[] {
  const words = path.split('/').map((part) => part.replace(/\..*$/, ''));
  const isBad = emptyFiles.includes(basename(path)) || words.some((w) => emptyWords.includes(w) || vagueEnding.test(w));
  return isBad ? [`${path}: the name does not tell what is inside; name it after its main export`] : [];
}
