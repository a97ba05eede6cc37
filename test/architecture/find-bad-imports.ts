import { dirname, join } from 'node:path/posix';
import type { FolderRule } from './import-table.ts';
import type { Source } from './read-source.ts';
import { folderOf, roomOf } from './source-folders.ts';

type ImportTable = Readonly<Record<string, FolderRule>>;

/** Imports that the table does not allow. Own paths count wherever they stand in quotes, not only after `import`. */
export function findBadImports(path: string, { strings }: Source, table: ImportTable): string[] {
  return strings.flatMap(({ text, line, isImported }) => {
    let problem: string | undefined;
    if (isOwnPath(text, table) || (isImported && text.startsWith('#'))) problem = findBadOwnImport(path, text, table);
    else if (isImported) problem = findBadPackage(path, text, table);
    return problem ? [`${path}:${line}: ${text}; ${problem}`] : [];
  });
}

function isOwnPath(text: string, table: ImportTable): boolean {
  return /^\.\.?\/[\w.]/.test(text) || (text.startsWith('#') && folderOf(text.slice(1)) in table && text.includes('/'));
}

function findBadOwnImport(path: string, text: string, table: ImportTable): string | undefined {
  const isAbsolute = text.startsWith('#');
  const target = isAbsolute ? text.slice(1) : join(dirname(path), text);
  const from = folderOf(path);
  const to = folderOf(target);
  if (target.startsWith('../')) {
    return from === 'app' ? undefined : 'this leaves src; only app reads files beside it';
  }
  if (from === to) return findBadImportInside(path, target, table[from], isAbsolute);
  if (!isAbsolute) return `across folders write #${target}`;
  const allowed = table[from]?.imports ?? [];
  if (allowed.includes(to) || allowed.includes(target)) return undefined;
  return `${from} may import ${allowed.join(', ') || 'no other folder'}; move the code, or pass the value in`;
}

function findBadImportInside(
  path: string,
  target: string,
  rule: FolderRule | undefined,
  isAbsolute: boolean,
): string | undefined {
  const from = roomOf(path, rule);
  const to = roomOf(target, rule);
  const isData = !target.endsWith('.ts');
  if (from === to || isData) return isAbsolute ? 'inside a folder write ./file.ts' : undefined;
  if (!isAbsolute) return `across rooms write #${target}`;
  const order = rule?.rooms ?? [];
  if (order.indexOf(to) < order.indexOf(from)) return undefined;
  return `${to} stands above ${from} in the order of ${folderOf(path)}; move the code, or pass the value in`;
}

function findBadPackage(path: string, text: string, table: ImportTable): string | undefined {
  const from = folderOf(path);
  const rule = table[from];
  if (text.startsWith('node:')) {
    return rule?.isPure ? `${from} is pure; do this in archive or app and pass the result in` : undefined;
  }
  const name = text.split('/', text.startsWith('@') ? 2 : 1).join('/');
  if (rule?.packages.includes(name)) return undefined;
  return `${from} may import ${rule?.packages.join(', ') || 'no package'}; see test/architecture/import-table.ts`;
}
