/** Something in the text that was defused before parsing, with its 1-based line. */
export interface TamedSpot {
  readonly line: number;
  readonly message: string;
  readonly remedy: string;
}

// The parser's time grows with the square of each of these; a newsletter stays far below.
const MAX_CONTAINERS = 24;
const MAX_INDENT = 60;
const MAX_BRACKETS = 400;
const MAX_LAZY_LINES = 300;

const CONTAINER = /[ \t]{0,60}(?:[>*+-]|\d{1,9}[.)])/y;
const STARTS_CONTAINER = /^[ \t]*(?:>|[*+-][ \t]|\d{1,9}[.)][ \t])/;
const MISSING_BLANK = /^(#{2,6})(?=[^#\s])/;
const FENCE = /^[ \t]*(?:>[ \t]?)*(`{3,}|~{3,})/;

/** Makes a text safe to parse in linear time, line for line, without losing a word; says what it had to change. */
export function tameMarkdown(lines: readonly string[]): { lines: string[]; spots: TamedSpot[] } {
  const spots: TamedSpot[] = [];
  const tamed: string[] = [];
  let fence: string | undefined;
  let brackets = 0;
  let lazyLines: number | undefined;
  for (const [index, original] of lines.entries()) {
    let line = trimIndent(original);
    const ticks = FENCE.exec(line)?.[1];
    if (ticks !== undefined && (fence === undefined || (ticks[0] === fence[0] && ticks.length >= fence.length))) {
      fence = fence === undefined ? ticks : undefined;
    }
    line = limitContainers(line, (message, remedy) => spots.push({ line: index + 1, message, remedy }));
    if (line.trim() === '') {
      brackets = 0;
      lazyLines = undefined;
    } else if (STARTS_CONTAINER.test(line)) {
      lazyLines = 0;
    } else if (lazyLines !== undefined && fence === undefined && ++lazyLines > MAX_LAZY_LINES) {
      // A comment ends a quote or a list item whose text runs on and on, and shows nothing.
      line = `<!-- --> ${line}`;
      lazyLines = undefined;
      spots.push({
        line: index + 1,
        message: `more than ${MAX_LAZY_LINES} lines follow a quote or list item without a blank line`,
        remedy: 'put a blank line where the quote or list item ends',
      });
    }
    const before = brackets;
    brackets += countBrackets(line);
    if (brackets > MAX_BRACKETS) {
      line = line.replaceAll('[', '\\[');
      if (before <= MAX_BRACKETS) {
        spots.push({
          line: index + 1,
          message: `more than ${MAX_BRACKETS} opening brackets in one paragraph`,
          remedy: 'split the paragraph; from this line to its end, links in brackets were read as plain text',
        });
      }
    }
    if (fence === undefined && MISSING_BLANK.test(line)) {
      line = line.replace(MISSING_BLANK, '$1 ');
      spots.push({
        line: index + 1,
        message: 'a heading whose # is not followed by a blank',
        remedy: 'put a blank after the last #; it was read as a heading',
      });
    }
    tamed.push(line);
  }
  return { lines: tamed, spots };
}

function trimIndent(line: string): string {
  let end = 0;
  while (line[end] === ' ' || line[end] === '\t') end++;
  return end > MAX_INDENT ? ' '.repeat(MAX_INDENT) + line.slice(end) : line;
}

function limitContainers(line: string, report: (message: string, remedy: string) => void): string {
  CONTAINER.lastIndex = 0;
  for (let depth = 0; CONTAINER.test(line); depth++) {
    if (depth < MAX_CONTAINERS) continue;
    report(
      `more than ${MAX_CONTAINERS} quotes or lists inside each other`,
      'nest them less; the rest of the line was read as plain text',
    );
    const marker = CONTAINER.lastIndex - 1;
    return `${line.slice(0, marker)}\\${line.slice(marker)}`;
  }
  return line;
}

function countBrackets(line: string): number {
  let count = 0;
  for (let at = line.indexOf('['); at !== -1; at = line.indexOf('[', at + 1)) count++;
  return count;
}
