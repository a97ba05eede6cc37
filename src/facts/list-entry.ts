/** One entry of a list, and the line it begins in, 1-based. */
export interface ListEntry {
  readonly value: unknown;
  readonly line: number;
}

/** The first line of an entry. */
export const ENTRY = /^-(?:\s|$)/;

/** The lines of the entry that begins in a line, 1-based. */
export function linesOfEntry(lines: readonly string[], entryLine: number): readonly string[] {
  let end = entryLine;
  while (end < lines.length && !ENTRY.test(lines[end] ?? '')) end++;
  return lines.slice(entryLine - 1, end);
}
