import { FAILSAFE_SCHEMA, load, YAMLException } from 'js-yaml';
import { contentWarning } from '#newsletter/content-warning.ts';
import type { ContentProblem } from '#newsletter/issue.ts';
import { ENTRY, type ListEntry } from './list-entry.ts';

// A text of this size takes a second to read.
const MAX_CHARACTERS = 2_000_000;

/** Reads a YAML file that holds a list of entries, each begun by a hyphen at the margin. A broken entry costs only itself. */
export function readYamlList(
  file: string,
  text: string,
  maxCharacters = MAX_CHARACTERS,
): { entries: ListEntry[]; problems: ContentProblem[] } {
  if (text.length > maxCharacters) {
    const message = `too large: ${text.length} characters, ${maxCharacters} are allowed`;
    return {
      entries: [],
      problems: [{ file, severity: 'error', message, remedy: 'split it, or remove what is noise' }],
    };
  }
  const lines = text.replace(/^\ufeff/, '').split(/\r\n|\n|\r/);
  if (lines.every((line) => EMPTY.test(line))) return { entries: [], problems: [] };
  const pieces = splitEntries(lines);
  const whole = tryLoad(text);
  if (Array.isArray(whole.value) && whole.value.length === pieces.length)
    return { entries: whole.value.map((value, place) => ({ value, line: pieces[place]?.line ?? 1 })), problems: [] };
  if (pieces.length === 0) {
    const remedy = 'begin each entry with a hyphen at the margin: "- article: …"';
    return { entries: [], problems: [{ file, line: 1, severity: 'error', message: 'expected a list', remedy }] };
  }
  const { entries, problems } = readOneByOne(file, pieces);
  const stray = lines.findIndex((line) => !EMPTY.test(line));
  if (stray + 1 < (pieces[0]?.line ?? 0)) problems.unshift(strayLine(file, stray + 1));
  return { entries, problems };
}

// Blank, a comment, or a mark where a document begins or ends.
const EMPTY = /^\s*(?:#.*|---\s*|\.\.\.\s*)?$/;

function strayLine(file: string, line: number): ContentProblem {
  const message = 'stands above the first entry, and is left out';
  return contentWarning(file, line, message, 'remove it, or begin an entry with a hyphen at the margin');
}

interface Piece {
  readonly lines: readonly string[];
  readonly line: number;
}

// In block style, what stands deeper in an entry is indented: a hyphen at the margin begins the next one.
function splitEntries(all: readonly string[]): Piece[] {
  const pieces: { lines: string[]; line: number }[] = [];
  for (const [index, line] of all.entries()) {
    if (ENTRY.test(line)) pieces.push({ lines: [line], line: index + 1 });
    else pieces.at(-1)?.lines.push(line);
  }
  return pieces;
}

function readOneByOne(file: string, pieces: readonly Piece[]) {
  const entries: ListEntry[] = [];
  const problems: ContentProblem[] = [];
  for (const { lines, line } of pieces) {
    const text = lines.join('\n').trimEnd();
    const { value, error } = tryLoad(text);
    if (Array.isArray(value) && value.length === 1) entries.push({ value: value[0], line });
    else {
      const slip = findSlip(lines);
      const reason = error?.reason ?? 'expected one entry';
      // An error at the end is told of the line behind it.
      const last = text.split('\n').length - 1;
      const at = slip?.at ?? Math.min(error?.line ?? 0, last);
      const message = `not YAML: ${slip?.message ?? reason}; this entry is left out`;
      problems.push({ file, line: line + at, severity: 'error', message, remedy: slip?.remedy ?? mend(reason) });
    }
  }
  return { entries, problems };
}

interface Slip {
  readonly at: number;
  readonly message: string;
  readonly remedy: string;
}

// What the library tells in words of its own, and of the line behind.
function findSlip(lines: readonly string[]): Slip | undefined {
  const tab = lines.findIndex((line) => /^ *\t/.test(line));
  if (tab >= 0)
    return { at: tab, message: 'a tab before the text, which YAML does not take', remedy: 'indent with blanks' };
  const quoted = lines.findIndex((line) => line.length <= LONGEST && OPEN_QUOTE.test(line));
  if (quoted >= 0)
    return { at: quoted, message: 'a quotation mark that is not closed', remedy: 'close it, or leave it out' };
  const open = lines.findIndex((line, at) => line.length <= LONGEST && OPEN_LIST.test(line) && !closes(lines, at + 1));
  if (open < 0) return undefined;
  return { at: open, message: 'a list that begins with “[” and does not end', remedy: 'end it with “]”' };
}

// No field is so long that it would have to be looked at.
const LONGEST = 1000;
// Nor does a list have so many lines.
const MOST_LINES = 100;
const OPEN_QUOTE = /^[^"'#]*[:-]\s+"(?:[^"\\]|\\.)*$/;
const OPEN_LIST = /^[^"'#]*:\s+\[[^\]]*$/;

// Before the next field.
function closes(lines: readonly string[], from: number): boolean {
  const end = Math.min(lines.length, from + MOST_LINES);
  for (let at = from; at < end && !/^\s+[\w-]+:(?:\s|$)/.test(lines[at] ?? ''); at++)
    if (lines[at]?.includes(']')) return true;
  return false;
}

function mend(reason: string): string {
  if (reason.includes('duplicated')) return 'keep one of the two fields of that name';
  return 'put a text with ": ", " #" or a quotation mark in it between quotes, and indent all lines alike';
}

function tryLoad(text: string): { value?: unknown; error?: { reason: string; line: number } } {
  try {
    return { value: load(text, { schema: FAILSAFE_SCHEMA }) };
  } catch (error) {
    const reason = error instanceof YAMLException ? error.reason : String(error);
    return { error: { reason, line: error instanceof YAMLException ? (error.mark?.line ?? 0) : 0 } };
  }
}
