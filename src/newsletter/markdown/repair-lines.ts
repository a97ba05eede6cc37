import type { LineFlaw } from '#newsletter/content-warning.ts';
import { createFenceReader } from './read-fences.ts';

type Report = (message: string, remedy: string) => void;

// The parser drops what is nested deeper than some fifty; a newsletter stays far below.
const MAX_CONTAINERS = 24;

// Some texts take the parser a time that grows with the square of the lines between two blank ones.
const MAX_LINES_IN_A_ROW = 1000;

const CONTAINER = /[ \t]{0,60}(?:>|[*+-](?=[ \t])|\d{1,9}[.)](?=[ \t]))/y;
const RULE = /^[-*_ \t]+$/;
const MISSING_BLANK = /^(#{2,6})(?=[^#\s])/;

/** Makes lines mean what their author meant, and keeps the parser from losing a word of them; says what it changed. */
export function repairLines(lines: readonly string[]): { lines: string[]; repairs: LineFlaw[] } {
  const repairs: LineFlaw[] = [];
  const isCode = createFenceReader();
  let linesInARow = 0;
  const repaired = lines.map((line, index) => {
    const report: Report = (message, remedy) => repairs.push({ line: index + 1, message, remedy });
    linesInARow = line.trim() === '' ? 0 : linesInARow + 1;
    const isAsItStands = isCode(line);
    const limited = limitContainers(line, report);
    if (linesInARow > MAX_LINES_IN_A_ROW) {
      linesInARow = 0;
      report(`more than ${MAX_LINES_IN_A_ROW} lines without a blank one`, 'put blank lines between paragraphs');
      // A comment ends whatever was open, and shows nothing.
      return `<!-- --> ${limited}`;
    }
    return isAsItStands ? limited : repairHeading(limited, report);
  });
  return { lines: repaired, repairs };
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

function repairHeading(line: string, report: Report): string {
  if (!MISSING_BLANK.test(line)) return line;
  report('a heading whose # is not followed by a blank', 'put a blank after the last #; it was read as a heading');
  return line.replace(MISSING_BLANK, '$1 ');
}
