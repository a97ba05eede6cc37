import type { LineFlaw } from '#newsletter/content-warning.ts';
import { findJsonEnd } from './find-json-end.ts';
import { flawOfFormat, flawOfKeys, flawsOfRulers } from './flaws.ts';
import {
  findCloser,
  findIndexFrom,
  findOpenEnd,
  isBlankOrComment,
  isKeyLike,
  isKnownLine,
  MAX_LINES,
} from './key-lines.ts';
import { isKnownKey } from './publication-keys.ts';
import { type KeyEntry, type KeyFormat, readKeys, readKeysByLine } from './read-keys.ts';
import { isCloserOf, readRuler, shownLine } from './ruler.ts';

/** The lines at the head of a file that hold its keys, and what is wrong with them. Line numbers are 1-based. */
export interface FrontMatterBlock {
  readonly entries: readonly KeyEntry[];
  /** First line that belongs to the block, ruler included; what stands above it is text. */
  readonly firstLine: number;
  /** Last line that belongs to the block, ruler included. */
  readonly lastLine: number;
  readonly flaws: readonly LineFlaw[];
  /** False when something in it may be a key that nobody has read. */
  readonly isUnderstood: boolean;
}

/** So far down a frame of known keys is still taken for the file's. */
const MAX_LINES_ABOVE = 40;

/**
 * Finds front matter however it is framed: by `---`, `+++`, `;;;`, `{`…`}`, by nearly that, left open, never opened, or
 * below a line of text. Undefined where there is none.
 */
export function findFrontMatter(lines: readonly string[]): FrontMatterBlock | undefined {
  const first = skipToText(lines, 0);
  return findFramed(lines, first) ?? findObject(lines, first) ?? findUnframed(lines, first) ?? findBelow(lines, first);
}

/** The first line that shows something: comments show nothing. */
function skipToText(lines: readonly string[], from: number): number {
  let at = from;
  while (at < lines.length) {
    const text = shownLine(lines[at] ?? '');
    if (text.startsWith('<!--')) {
      let end = at;
      while (end < lines.length && end < at + MAX_LINES && !(lines[end] ?? '').includes('-->')) end++;
      if (end >= lines.length || end >= at + MAX_LINES) return at;
      at = end;
    } else if (text !== '') return at;
    at++;
  }
  return at;
}

function findFramed(lines: readonly string[], first: number, isBelow = false): FrontMatterBlock | undefined {
  const opener = readRuler(lines[first] ?? '');
  if (opener === undefined) return undefined;
  const content = first + 1;
  const firstKey = findIndexFrom(lines, content, (line) => !isBlankOrComment(line));
  // Any other line of marks is the text's own, and so is a rule above ordinary text.
  if (opener.kind === 'other' && !isKnownLine(lines[firstKey] ?? '')) return undefined;
  const end = findIndexFrom(lines, content, (line) => {
    const ruler = readRuler(line);
    return ruler !== undefined && isCloserOf(opener, ruler);
  });
  if (isBelow && !(isKeyLike(lines[firstKey] ?? '') && lines.slice(firstKey, end).some(isKnownLine))) return undefined;
  if (end < content + MAX_LINES && end < lines.length) {
    const rows = lines.slice(content, end);
    const read = readKeys(rows.join('\n'), content + 1, opener.format);
    const isOfKeys =
      read.fault === undefined && (read.entries.length === 0 ? rows.every(isBlankOrComment) : isKeys(read.entries));
    if (isOfKeys) {
      const flaws = flawsOfRulers(lines, opener, first, end);
      if (read.format !== opener.format && opener.kind !== 'other')
        flaws.push(flawOfFormat(first, opener, read.format));
      return { entries: read.entries, firstLine: first + 1, lastLine: end + 1, flaws, isUnderstood: true };
    }
  }
  if (!isKeyLike(lines[firstKey] ?? '')) return undefined;
  const closer = findCloser(lines, content, opener);
  return readOdd(lines, first, content, closer ?? findOpenEnd(lines, content), closer, opener.format, () =>
    flawsOfRulers(lines, opener, first, closer ?? -1),
  );
}

function findObject(lines: readonly string[], first: number): FrontMatterBlock | undefined {
  if (!/^\{\s*(?:$|["'}\w])/.test(shownLine(lines[first] ?? ''))) return undefined;
  const end = findJsonEnd(lines, first);
  const last = end ?? findIndexFrom(lines, first, (line) => line.trim() === '') - 1;
  const read = readKeys(lines.slice(first, last + 1).join('\n'), first + 1, 'json');
  const isRead = end !== undefined && read.fault === undefined;
  const isEmpty = isRead && read.entries.length === 0;
  // A mark such as "{toc}" is none.
  if (!isEmpty && !lines.slice(first, last + 1).some((line) => /["'\w]\s{0,9}:/.test(line.slice(0, 500))))
    return undefined;
  const flaws = isRead
    ? []
    : [
        flawOfKeys(
          'JSON',
          read.fault ?? 'it has no end',
          end === undefined ? first + 1 : read.fault === undefined ? first + 1 : read.line,
        ),
      ];
  return {
    entries: isRead ? read.entries : readKeysByLine(lines.slice(first, last + 1).map(bareRow), first + 1).entries,
    firstLine: first + 1,
    lastLine: last + 1,
    flaws,
    isUnderstood: isRead,
  };
}

// A row of an object without its braces and commas.
function bareRow(row: string): string {
  return row
    .slice(0, 500)
    .replace(/^[\s{]{1,80}/, '')
    .replace(/[,}\s]{1,20}$/, '');
}

function findUnframed(lines: readonly string[], first: number): FrontMatterBlock | undefined {
  if (!isKeyLike(lines[first] ?? '')) return undefined;
  const run = findIndexFrom(lines, first, (line) => !isKeyLike(line) && !/^[ \t]+\S/.test(line));
  if (!lines.slice(first, run).some(isKnownLine)) return undefined;
  const closer = findCloser(lines, first, undefined);
  const format = lines.slice(first, run).every((line) => /^[^:]{1,60}=/.test(line)) ? 'toml' : 'yaml';
  const flaw = {
    line: first + 1,
    message: 'front matter: expected --- above the first key, found nothing',
    remedy: 'put a line of three hyphens above and below the keys',
  };
  return readOdd(lines, first, first, closer ?? run, closer, format, () => [flaw]);
}

function findBelow(lines: readonly string[], first: number): FrontMatterBlock | undefined {
  for (let at = first + 1; at < Math.min(lines.length, first + MAX_LINES_ABOVE); at++) {
    const found = findFramed(lines, at, true);
    if (found === undefined) continue;
    const flaw = {
      line: at + 1,
      message: 'front matter: found below other text',
      remedy: 'move the keys to the first line of the file',
    };
    return { ...found, flaws: [flaw, ...found.flaws] };
  }
  return undefined;
}

function readOdd(
  lines: readonly string[],
  first: number,
  content: number,
  end: number,
  closer: number | undefined,
  format: KeyFormat,
  flawsOf: () => LineFlaw[],
): FrontMatterBlock {
  const rows = lines.slice(content, end);
  const read = readKeys(rows.join('\n'), content + 1, format);
  const place = { firstLine: first + 1, lastLine: closer === undefined ? end : closer + 1 };
  const byLine = readKeysByLine(rows, content + 1);
  const isWithinBounds = rows.length < MAX_LINES;
  const isEmptied = read.fault === undefined && read.entries.length === 0;
  // Marks that a language takes for a comment's, such as "#+title:", leave nothing of the keys.
  if (read.fault === undefined)
    return {
      entries: isEmptied ? byLine.entries : read.entries,
      ...place,
      flaws: flawsOf(),
      isUnderstood: isWithinBounds,
    };
  const flaws = [...flawsOf(), flawOfKeys(format === 'toml' ? 'TOML' : 'YAML', read.fault, read.line)];
  const isUnderstood = format === 'yaml' && byLine.isWhole && isWithinBounds;
  return { entries: byLine.entries, ...place, flaws, isUnderstood };
}

function isKeys(entries: readonly KeyEntry[]): boolean {
  const first = entries[0]?.key ?? '';
  return /^[\w$@.-]{1,40}$/.test(first) || entries.some(({ key }) => isKnownKey(key, ''));
}
