import { FAILSAFE_SCHEMA, load, YAMLException } from 'js-yaml';
import type { ContentProblem } from '#newsletter/issue.ts';

/** One entry of a list, and the line it begins in, 1-based. */
export interface ListEntry {
  readonly value: unknown;
  readonly line: number;
}

// As much as an archive's subjects have, ten times over; a text of this size takes a second to read.
const MAX_CHARACTERS = 2_000_000;

/** Reads a YAML file that holds a list of entries, each begun by a hyphen at the margin. A broken entry costs only itself. */
export function readYamlList(file: string, text: string): { entries: ListEntry[]; problems: ContentProblem[] } {
  if (text.length > MAX_CHARACTERS) {
    const message = `too large: ${text.length} characters, ${MAX_CHARACTERS} are allowed`;
    return { entries: [], problems: [{ file, severity: 'error', message, remedy: 'split it, or remove what is noise' }] };
  }
  const pieces = splitEntries(text.replace(/^\ufeff/, ''));
  const whole = tryLoad(text);
  if (Array.isArray(whole.value) && whole.value.length === pieces.length)
    return { entries: whole.value.map((value, place) => ({ value, line: pieces[place]?.line ?? 1 })), problems: [] };
  if (whole.error === undefined && whole.value == null && pieces.length === 0) return { entries: [], problems: [] };
  if (pieces.length === 0) {
    const remedy = 'begin each entry with a hyphen at the margin: "- article: …"';
    return { entries: [], problems: [{ file, line: 1, severity: 'error', message: 'expected a list', remedy }] };
  }
  return readOneByOne(file, pieces);
}

interface Piece {
  readonly text: string;
  readonly line: number;
}

// In block style, what stands deeper in an entry is indented: a hyphen at the margin begins the next one.
function splitEntries(text: string): Piece[] {
  const pieces: { lines: string[]; line: number }[] = [];
  for (const [index, line] of text.split(/\r\n|\n|\r/).entries()) {
    if (/^-(?:\s|$)/.test(line)) pieces.push({ lines: [line], line: index + 1 });
    else pieces.at(-1)?.lines.push(line);
  }
  return pieces.map(({ lines, line }) => ({ text: lines.join('\n'), line }));
}

function readOneByOne(file: string, pieces: readonly Piece[]) {
  const entries: ListEntry[] = [];
  const problems: ContentProblem[] = [];
  for (const { text, line } of pieces) {
    const { value, error } = tryLoad(text);
    if (Array.isArray(value) && value.length === 1) entries.push({ value: value[0], line });
    else {
      const message = `not YAML: ${error?.reason ?? 'expected one entry'}; this entry is left out`;
      const remedy = 'put a text with ": ", " #" or a quotation mark in it between quotes, and indent all lines alike';
      problems.push({ file, line: line + (error?.line ?? 0), severity: 'error', message, remedy });
    }
  }
  return { entries, problems };
}

function tryLoad(text: string): { value?: unknown; error?: { reason: string; line: number } } {
  try {
    return { value: load(text, { schema: FAILSAFE_SCHEMA }) };
  } catch (error) {
    const reason = error instanceof YAMLException ? error.reason : String(error);
    return { error: { reason, line: error instanceof YAMLException ? (error.mark?.line ?? 0) : 0 } };
  }
}
