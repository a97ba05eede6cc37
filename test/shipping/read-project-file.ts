import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { projectRoot } from '../scenarios/terminal-processes.ts';

/** A file of the project, by its path from the root. */
export function readProjectFile(path: string): string {
  return readFileSync(join(projectRoot, path), 'utf8');
}

/** The same, as YAML. */
export function readProjectYaml<Shape>(path: string): Shape {
  return parse(readProjectFile(path)) as Shape;
}

/** Variables for Node, its packages and the C library, not for us. */
export const foreignVariables: readonly string[] = [
  'NODE_ENV',
  'NODE_COMPILE_CACHE',
  'NODE_OPTIONS',
  'MALLOC_ARENA_MAX',
  'MALLOC_TRIM_THRESHOLD_',
  'MALLOC_MMAP_THRESHOLD_',
];

/** The settings that `.env.example` lists, which another test compares with those that the program reads. */
export function listSettings(): ReadonlySet<string> {
  return new Set([...readProjectFile('.env.example').matchAll(/^([A-Z][A-Z0-9_]*)=/gm)].map(([, name]) => name ?? ''));
}
