import { parse as parseToml, TomlDate, TomlError } from 'smol-toml';
import { isMap, isScalar, LineCounter, parseDocument, type YAMLMap } from 'yaml';
import { isPublicationKey } from './publication-keys.ts';

/** One key of a front matter, with the keys above it and the 1-based line of the file. */
export interface KeyEntry {
  readonly key: string;
  readonly parents: readonly string[];
  /** Undefined for a list, a group of keys, or a value that stands elsewhere. */
  readonly value: string | number | boolean | null | undefined;
  readonly line: number;
}

export type KeyFormat = 'yaml' | 'toml' | 'json';

/** The keys, and the language that they turned out to be in; or what the language that was expected has against them. */
export type ReadKeys =
  | { readonly entries: readonly KeyEntry[]; readonly format: KeyFormat; readonly fault?: undefined }
  | { readonly fault: string; readonly line: number };

const MAX_CHARACTERS = 20_000;
const MAX_NESTING = 50;
const MAX_DEPTH = 3;
/** A key has no equals sign: else a line of TOML with a colon in its value would be one of YAML. */
const KEY_SHAPE = /^[^={}[\]"]{1,60}$/;
const kindsInOrder = {
  yaml: ['yaml', 'toml', 'json'],
  toml: ['toml', 'yaml', 'json'],
  json: ['json', 'yaml'],
} as const;
const readers = { yaml: readYaml, toml: readToml, json: readJson } satisfies Record<KeyFormat, typeof readYaml>;

/** Reads a text as keys, in the language expected or else in another one. Never throws. */
export function readKeys(text: string, firstLine: number, expected: KeyFormat): ReadKeys {
  if (text.trim() === '') return { entries: [], format: expected };
  if (text.length > MAX_CHARACTERS) return { fault: 'too long', line: firstLine };
  if ((text.match(/[[{]|- (?=-)/g)?.length ?? 0) > MAX_NESTING) return { fault: 'too many brackets', line: firstLine };
  let first: ReadKeys | undefined;
  for (const format of kindsInOrder[expected]) {
    const read = readers[format](text, firstLine);
    if (read.fault === undefined) return read;
    first ??= read;
  }
  return first ?? { fault: 'unreadable', line: firstLine };
}

function readYaml(text: string, firstLine: number): ReadKeys {
  const lineCounter = new LineCounter();
  // Values stay nodes, never plain data: so aliases are not followed, and a key named __proto__ is only a key.
  const document = parseDocument(text, { lineCounter, uniqueKeys: false, logLevel: 'silent', prettyErrors: false });
  const lineAt = (offset = 0) => firstLine + Math.max(lineCounter.linePos(offset).line, 1) - 1;
  const error = document.errors[0];
  if (error !== undefined) return { fault: tidy(error.message), line: lineAt(error.pos[0]) };
  // Comments alone are keys that nobody has written yet.
  if (document.contents === null) return { entries: [], format: 'yaml' };
  if (!isMap(document.contents)) return { fault: 'expected one “key: value” a line', line: firstLine };
  const entries: KeyEntry[] = [];
  walk(document.contents, []);
  const odd = entries.find(({ key, parents }) => parents.length === 0 && !KEY_SHAPE.test(key));
  return odd === undefined
    ? { entries, format: 'yaml' }
    : { fault: 'expected one “key: value” a line', line: odd.line };

  function walk(map: YAMLMap, parents: readonly string[]): void {
    for (const { key, value } of map.items) {
      if (!isScalar(key)) continue;
      const name = String(key.value);
      const plain = value === null ? null : isScalar(value) ? value.value : undefined;
      entries.push({ key: name, parents, value: toValue(plain), line: lineAt(key.range?.[0]) });
      if (isMap(value) && parents.length < MAX_DEPTH) walk(value, [...parents, name]);
    }
  }
}

function readToml(text: string, firstLine: number): ReadKeys {
  try {
    const table = parseToml(text, { maxDepth: MAX_NESTING });
    return { entries: walkData(table, [], createLineFinder(text, firstLine)), format: 'toml' };
  } catch (error) {
    const line = error instanceof TomlError ? firstLine + error.line - 1 : firstLine;
    return { fault: error instanceof Error ? tidy(error.message) : 'unreadable', line };
  }
}

function readJson(text: string, firstLine: number): ReadKeys {
  const trimmed = text.trim();
  try {
    const data: unknown = JSON.parse(trimmed.startsWith('{') ? trimmed : `{${trimmed}}`);
    return { entries: walkData(data as object, [], createLineFinder(text, firstLine)), format: 'json' };
  } catch (error) {
    return { fault: error instanceof Error ? tidy(error.message) : 'unreadable', line: firstLine };
  }
}

function walkData(data: object, parents: readonly string[], lineOf: (key: string) => number): KeyEntry[] {
  return Object.entries(data).flatMap(([key, value]: [string, unknown]) => {
    const isGroup =
      typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof TomlDate);
    const below = isGroup && parents.length < MAX_DEPTH ? walkData(value, [...parents, key], lineOf) : [];
    return [{ key, parents, value: toValue(value), line: lineOf(key) }, ...below];
  });
}

/** The first line that begins with a key; these languages' readers do not tell it. */
function createLineFinder(text: string, firstLine: number): (key: string) => number {
  const rows = text.split('\n').map((row) => row.replace(/^[\s{[,"']+/, ''));
  return (key) => {
    const at = rows.findIndex((row) => row.startsWith(key));
    return firstLine + Math.max(at, 0);
  };
}

function toValue(value: unknown): KeyEntry['value'] {
  if (typeof value === 'string') return value.trim();
  if (value instanceof TomlDate) return value.toISOString();
  if (value === null || typeof value === 'number' || typeof value === 'boolean') return value;
  return typeof value === 'bigint' ? Number(value) : undefined;
}

function tidy(message: string): string {
  const row = (message.split('\n')[0] ?? '').slice(0, 200);
  let end = row.length;
  while (end > 0 && /[.\s]/.test(row[end - 1] ?? '')) end--;
  return row.slice(0, end) || 'unreadable';
}

// Bounded throughout, for it is tried on any line at the head of a file.
const LINE_KEY =
  /^[ \t]{0,20}[:@%#+-]{0,3}[ \t]?["']?([A-Za-z][\w .-]{0,40}?)["']?[ \t]{0,9}[:=\uff1a](?=[\s"'[{\d]|$|[\w-])/;

/** A line as `key: value` or `key = value`, however it is marked; undefined when it is neither. */
export function readKeyLine(line: string): { readonly key: string; readonly value: string } | undefined {
  const match = LINE_KEY.exec(line.slice(0, 500));
  if (match === null) return undefined;
  const value = line.slice(match[0].length).trim();
  const quote = value[0];
  const isQuoted = value.length > 1 && (quote === '"' || quote === "'") && value.endsWith(quote);
  return { key: match[1] ?? '', value: isQuoted ? value.slice(1, -1) : value };
}

/** For keys that no language's reader understands: line by line. `isWhole` when every line is a key, a comment, or goes on. */
export function readKeysByLine(
  rows: readonly string[],
  firstLine: number,
): { readonly entries: readonly KeyEntry[]; readonly isWhole: boolean } {
  const entries: KeyEntry[] = [];
  let isWhole = true;
  for (const [index, row] of rows.entries()) {
    const read = readKeyLine(row);
    // What is indented goes on, unless it says whether the issue may go out.
    if (read === undefined || (/^[ \t]{2}/.test(row) && !isPublicationKey(read.key))) {
      isWhole &&= /^\s*(?:#.*)?$|^ {1,40}\S|^- \S/.test(row);
      continue;
    }
    const value = read.value === 'true' ? true : read.value === 'false' ? false : read.value;
    entries.push({ key: read.key, parents: [], value, line: firstLine + index });
  }
  return { entries, isWhole };
}
