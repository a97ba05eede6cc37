import { countMarkup, maskMarkup, removeMasks } from './masked-markup.ts';

/** Something in the text that was defused before parsing, with its 1-based line. */
export interface TamedSpot {
  readonly line: number;
  readonly message: string;
  readonly remedy: string;
}

type Report = (message: string, remedy: string) => void;
type Tamer = (line: string, report: Report, isFence: boolean) => string;

// The parser's time or stack grows too fast with each of these; a newsletter stays far below.
const MAX_CONTAINERS = 24;
const MAX_INDENT = 60;
const MAX_MARKUP = 2000;
const MAX_LAZY_LINES = 300;
const MAX_UNDERLINES = 300;

const CONTAINER = /[ \t]{0,60}(?:>|[*+-](?=[ \t])|\d{1,9}[.)](?=[ \t]))/y;
const STARTS_CONTAINER = /^[ \t]*(?:>|[*+-][ \t]|\d{1,9}[.)][ \t])/;
const RULE = /^[-*_ \t]+$/;
const CONTAINERS = /^[ \t]*(?:(?:>|[*+-](?=[ \t])|\d{1,9}[.)](?=[ \t]))[ \t]*)*/;
const DEFINITION = /^ {0,3}\[[^\]]{0,999}\]:/;
const UNDERLINE = /^[ \t]*(?:>[ \t]?)*(?:=+|-+)[ \t]*$/;
const MISSING_BLANK = /^(#{2,6})(?=[^#\s])/;
const FENCE = /^[ \t]*(?:>[ \t]?)*(`{3,}|~{3,})/;

/** Makes a text safe to parse in linear time, line for line, without losing a word; says what it had to change. */
export function tameMarkdown(lines: readonly string[]): { lines: string[]; spots: TamedSpot[] } {
  const spots: TamedSpot[] = [];
  const tamers = [
    trimIndent,
    limitContainers,
    createLazyLimit(),
    createUnderlineLimit(),
    createMarkupLimit(),
    createHeadingRepair(),
  ];
  const tamed = lines.map((original, index) => {
    const report: Report = (message, remedy) => spots.push({ line: index + 1, message, remedy });
    const isFence = FENCE.test(original);
    return tamers.reduce((line, tame) => tame(line, report, isFence), removeMasks(original));
  });
  return { lines: tamed, spots };
}

function trimIndent(line: string): string {
  let end = 0;
  while (line[end] === ' ' || line[end] === '\t') end++;
  return end > MAX_INDENT ? ' '.repeat(MAX_INDENT) + line.slice(end) : line;
}

function limitContainers(line: string, report: Report): string {
  CONTAINER.lastIndex = 0;
  for (let depth = 0; CONTAINER.test(line); depth++) {
    if (depth < MAX_CONTAINERS) continue;
    const marker = CONTAINER.lastIndex - 1;
    if (RULE.test(line)) return '---';
    report(
      `more than ${MAX_CONTAINERS} quotes or lists inside each other`,
      'nest them less; the rest of the line was read as plain text',
    );
    return `${line.slice(0, marker)}\\${line.slice(marker)}`;
  }
  return line;
}

// Lines that follow a quote or list item and belong to it although nothing marks them.
function createLazyLimit(): Tamer {
  let lazyLines: number | undefined;
  return (line, report) => {
    if (line.trim() === '') lazyLines = undefined;
    else if (STARTS_CONTAINER.test(line)) lazyLines = 0;
    else if (lazyLines !== undefined && ++lazyLines > MAX_LAZY_LINES) {
      lazyLines = undefined;
      report(
        `more than ${MAX_LAZY_LINES} lines follow a quote or list item without a blank line`,
        'put a blank line where the quote or list item ends',
      );
      // A comment ends a quote or list item, and shows nothing.
      return `<!-- --> ${line}`;
    }
    return line;
  };
}

function createUnderlineLimit(): Tamer {
  let underlines = 0;
  return (line, report) => {
    if (!UNDERLINE.test(line) || ++underlines <= MAX_UNDERLINES) return line;
    if (underlines === MAX_UNDERLINES + 1) {
      report(
        `more than ${MAX_UNDERLINES} underlines or rules`,
        'write headings with # in front; from here on, underlines were read as plain text',
      );
    }
    return line.replace(/[=-]/, '\\$&');
  };
}

function createMarkupLimit(): Tamer {
  let found = 0;
  return (line, report, isFence) => {
    if (line.trim() === '') found = 0;
    const before = found;
    const containers = CONTAINERS.exec(line)?.[0] ?? '';
    const text = line.slice(containers.length);
    found += countMarkup(text);
    if (found <= MAX_MARKUP || isFence) return line;
    const masked = containers + maskMarkup(text);
    if (before > MAX_MARKUP) return masked;
    report(
      `more than ${MAX_MARKUP} characters of markup in one paragraph`,
      'split it by a blank line; from this line to its end it was read as plain text, without links',
    );
    // A comment ends a run of definitions; the parser looks at all that follows again after each of them.
    return DEFINITION.test(line) ? `<!-- --> ${masked}` : masked;
  };
}

function createHeadingRepair(): Tamer {
  let isInFence = false;
  return (line, report, isFence) => {
    if (isFence) isInFence = !isInFence;
    if (isInFence || !MISSING_BLANK.test(line)) return line;
    report('a heading whose # is not followed by a blank', 'put a blank after the last #; it was read as a heading');
    return line.replace(MISSING_BLANK, '$1 ');
  };
}
