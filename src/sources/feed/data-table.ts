/** A node as the parser of the converter gives it. */
interface TableNode {
  readonly nodeName: string;
  readonly textContent: string | null;
  readonly childNodes: ArrayLike<TableNode>;
  readonly querySelectorAll: (selector: string) => ArrayLike<TableNode>;
}

const MAX_ROWS = 500;
const MAX_COLUMNS = 20;

/**
 * A table of data as a table of Markdown: its first row are heads, and each row has as many cells as that. Undefined for
 * anything else, such as a table that only lays a page out.
 */
export function renderDataTable(element: unknown): string | undefined {
  const node = element as TableNode;
  if (node.nodeName !== 'TABLE' || node.querySelectorAll('table').length > 0) return undefined;
  const rows = Array.from(node.querySelectorAll('tr'), (row) => {
    const cells = Array.from(row.childNodes);
    return cells.filter(({ nodeName }) => nodeName === 'TH' || nodeName === 'TD');
  }).filter(({ length }) => length > 0);
  const [heads, ...body] = rows;
  if (heads === undefined || body.length === 0 || rows.length > MAX_ROWS) return undefined;
  const isEven = rows.every(({ length }) => length === heads.length);
  if (!isEven || heads.length > MAX_COLUMNS || !heads.every(({ nodeName }) => nodeName === 'TH')) return undefined;
  const lines = rows.map((cells) => `| ${cells.map(({ textContent }) => escapeCell(textContent ?? '')).join(' | ')} |`);
  lines.splice(1, 0, `|${' --- |'.repeat(heads.length)}`);
  return `\n\n${lines.join('\n')}\n\n`;
}

/** Every sign that Markdown or HTML could take for its own. */
function escapeCell(text: string): string {
  return text
    .replaceAll(/[\s\p{Cc}\p{Co}]+/gu, ' ')
    .trim()
    .replaceAll(/[!-/:-@[-`{-~]/g, '\\$&');
}
