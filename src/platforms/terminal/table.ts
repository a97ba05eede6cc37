import stringWidth from 'fast-string-width';
import { paint, type TerminalView, wrapLines } from './view.ts';

const gap = '  ';
/** Narrower than this, the last column reads better on lines of its own. */
const MIN_LAST_COLUMN = 30;

/** A table of clean texts with aligned columns; the last one wraps beside the others, or below them in a narrow terminal. */
export function renderTable(
  columns: readonly string[],
  rows: readonly (readonly string[])[],
  view: TerminalView,
): string[] {
  const widths = columns
    .slice(0, -1)
    .map((name, column) => Math.max(stringWidth(name), ...rows.map((row) => stringWidth(row[column] ?? ''))));
  const indent = widths.reduce((sum, width) => sum + width + gap.length, 0);
  const isStacked = view.width - indent < MIN_LAST_COLUMN;
  const lineUp = (cells: readonly string[]) =>
    widths.map((width, column) => padCell(cells[column] ?? '', width) + gap).join('');

  const head = isStacked ? [] : [paint('dim', (lineUp(columns) + (columns.at(-1) ?? '')).trimEnd(), view)];
  const body = rows.flatMap((row) => {
    const last = row[columns.length - 1] ?? '';
    if (!isStacked) return wrapLines(last, view, lineUp(row));
    return [...wrapLines(row.slice(0, -1).filter(Boolean).join(gap), view), ...wrapLines(last, view, gap)];
  });
  return [...head, ...body];
}

function padCell(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - stringWidth(text)));
}
