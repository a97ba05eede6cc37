import { isKnownKey } from './publication-keys.ts';
import { readKeyLine } from './read-keys.ts';
import { isCloserOf, type Ruler, readRuler } from './ruler.ts';

/** Keys take no more lines than this. */
export const MAX_LINES = 200;
const HEADING = /^#{1,6}[ \t]+\S/;
const CONTINUATION = /^(?:[ \t]+\S|-[ \t]+\S|#)/;
const BLANK_OR_COMMENT = /^\s*(?:#.*)?$/;

/** The line of the ruler that closes; only one before the first line that cannot be front matter, for a rule further down is the text's own. */
export function findCloser(lines: readonly string[], content: number, opener: Ruler | undefined): number | undefined {
  for (let at = content; at < lines.length && at < content + MAX_LINES; at++) {
    const line = lines[at] ?? '';
    const ruler = readRuler(line);
    if (ruler !== undefined && (opener === undefined ? ruler.kind === 'hyphens' : isCloserOf(opener, ruler))) return at;
    if (HEADING.test(line) && (lines[at - 1] ?? '').trim() === '') return undefined;
    const isPart =
      line.trim() === '' || isKeyLike(line) || CONTINUATION.test(line) || /^[A-Za-z"'][^.!?]{0,60}[:=]/.test(line);
    if (!isPart) return undefined;
  }
  return undefined;
}

/** Where keys end that no ruler closes: at the text. */
export function findOpenEnd(lines: readonly string[], content: number): number {
  return findIndexFrom(lines, content, (line) => !isKeyLike(line) && (!CONTINUATION.test(line) || HEADING.test(line)));
}

/** Whether a line reads like a key, of whatever name. */
export function isKeyLike(line: string): boolean {
  const read = readKeyLine(line);
  return read !== undefined && (!/\s/.test(read.key) || isKnownKey(read.key, read.value));
}

/** Whether a line reads like a key that is known here. */
export function isKnownLine(line: string): boolean {
  const read = readKeyLine(line);
  return read !== undefined && isKnownKey(read.key, read.value);
}

/** Whether a line says nothing. */
export function isBlankOrComment(line: string): boolean {
  return BLANK_OR_COMMENT.test(line.slice(0, 500));
}

/** The first line from one on that fits; the end of the lines, or of the longest front matter, where none does. */
export function findIndexFrom(lines: readonly string[], from: number, is: (line: string) => boolean): number {
  let at = from;
  while (at < lines.length && at < from + MAX_LINES && !is(lines[at] ?? '')) at++;
  return at;
}
