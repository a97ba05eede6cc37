import { isMap, isScalar, LineCounter, parseDocument } from 'yaml';
import type { FrontMatterBlock } from './find-front-matter.ts';
import type { ContentProblem } from './issue.ts';

/** What the keys of an issue's front matter say; a key that is absent or unusable is undefined. */
export interface FrontMatter {
  readonly title?: Stated<string>;
  /** As written; may be no date at all. */
  readonly date?: Stated<string>;
  readonly author?: Stated<string>;
  readonly link?: Stated<string>;
  readonly draft?: Stated<boolean>;
  readonly restates?: Stated<boolean>;
}

/** A value and the 1-based line of the file that states it. */
export interface Stated<T> {
  readonly value: T;
  readonly line: number;
}

const TEXT_KEYS = ['title', 'date', 'author', 'link'] as const;
const BOOLEAN_KEYS = ['draft', 'restates'] as const;
const MAX_CHARACTERS = 20_000;
const MAX_NESTING = 50;

interface RawEntry {
  readonly key: string;
  readonly value: unknown;
  readonly line: number;
}

/** Reads the known keys; other keys are ignored. Broken YAML is read line by line, with a warning. */
export function parseFrontMatter(
  file: string,
  block: FrontMatterBlock,
): { frontMatter: FrontMatter; problems: ContentProblem[] } {
  const problems: ContentProblem[] = [];
  if (block.flaw) problems.push({ file, severity: 'warning', ...block.flaw });
  const parsed = parseYamlEntries(block);
  if ('fault' in parsed) {
    problems.push({
      file,
      line: parsed.line,
      severity: 'warning',
      message: `front matter: not valid YAML (${parsed.fault})`,
      remedy: 'put values that hold a colon, a hash or quotes between double quotes; it was read line by line',
    });
  }
  const entries = 'fault' in parsed ? readEntriesByLine(block) : parsed.entries;
  const frontMatter: Record<string, Stated<string | boolean>> = {};
  for (const { key, value, line } of entries) {
    const expected = TEXT_KEYS.some((name) => name === key)
      ? 'string'
      : BOOLEAN_KEYS.some((name) => name === key)
        ? 'boolean'
        : undefined;
    if (expected === undefined || value === null || value === '') continue;
    if (frontMatter[key] !== undefined) warn(line, `${key}: given twice`, 'keep one of them; the first was used');
    else if (typeof value === expected) frontMatter[key] = { value: value as string | boolean, line };
    else {
      const wanted = expected === 'string' ? 'text' : 'true or false';
      warn(
        line,
        `${key}: expected ${wanted}, found ${nameType(value)}`,
        expected === 'string' ? 'put the value between double quotes' : 'write true or false, without quotes',
      );
    }
  }
  return { frontMatter: frontMatter as FrontMatter, problems };

  function warn(line: number, message: string, remedy: string): void {
    problems.push({ file, line, severity: 'warning', message: `front matter: ${message}`, remedy });
  }
}

function parseYamlEntries(block: FrontMatterBlock): { entries: RawEntry[] } | { fault: string; line: number } {
  if (block.yaml.trim() === '') return { entries: [] };
  if (block.yaml.length > MAX_CHARACTERS) return { fault: 'too long', line: block.firstLine };
  if ((block.yaml.match(/[[{]/g)?.length ?? 0) > MAX_NESTING)
    return { fault: 'too many brackets', line: block.firstLine };
  const lineCounter = new LineCounter();
  // Values stay nodes, never plain data: so aliases are not followed, and a key named __proto__ is only a key.
  const document = parseDocument(block.yaml, {
    lineCounter,
    uniqueKeys: false,
    logLevel: 'silent',
    prettyErrors: false,
  });
  const error = document.errors[0];
  if (error !== undefined) {
    const fault = error.message.split('\n')[0]?.replace(/[.\s]+$/, '') ?? 'unreadable';
    return { fault, line: block.firstLine + Math.max(lineCounter.linePos(error.pos[0]).line, 1) - 1 };
  }
  if (!isMap(document.contents)) return { fault: 'expected one “key: value” a line', line: block.firstLine };
  const entries: RawEntry[] = [];
  for (const { key, value } of document.contents.items) {
    if (!isScalar(key)) continue;
    const line = block.firstLine + lineCounter.linePos(key.range?.[0] ?? 0).line - 1;
    const plain = value === null ? null : isScalar(value) ? value.value : value;
    entries.push({ key: String(key.value), value: typeof plain === 'string' ? plain.trim() : plain, line });
  }
  return { entries };
}

function readEntriesByLine(block: FrontMatterBlock): RawEntry[] {
  const entries: RawEntry[] = [];
  for (const [index, text] of block.yaml.split('\n').entries()) {
    const match = /^([A-Za-z]\w*)[ \t]*:(.*)$/.exec(text);
    if (match === null) continue;
    const value = (match[2] ?? '').trim().replace(/^(["'])(.*)\1$/, '$2');
    const isTruth = value === 'true' || value === 'false';
    entries.push({ key: match[1] ?? '', value: isTruth ? value === 'true' : value, line: block.firstLine + index });
  }
  return entries;
}

function nameType(value: unknown): string {
  if (typeof value === 'number') return 'a number';
  if (typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return 'text';
  return 'a list or a group of keys';
}
