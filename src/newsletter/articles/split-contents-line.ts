const SEPARATOR_AT_END = /[,;.]$|[,;]\s*and$|\band$/i;

/** Cuts a table of contents that was written as a paragraph, given as its source lines, into its entries. */
export function splitContentsLine(rows: readonly string[]): string[] {
  const filled = rows.filter((row) => row !== '');
  const entries = filled.length === 1 ? (filled[0] ?? '').split(separatorOf(filled[0] ?? '')) : joinRows(filled);
  return entries.map(tidy).filter((entry) => /[\p{L}\p{N}]/u.test(entry) && !/^(?:and )?(?:much )?more$/i.test(entry));
}

// A row that ends without a separator goes on in the next one, as long as other rows do end with one.
function joinRows(rows: readonly string[]): string[] {
  if (!rows.slice(0, -1).some((row) => SEPARATOR_AT_END.test(row))) return [...rows];
  const entries: string[] = [];
  let open = '';
  for (const row of rows) {
    open = open === '' ? row : `${open} ${row}`;
    if (!SEPARATOR_AT_END.test(row)) continue;
    entries.push(open);
    open = '';
  }
  if (open !== '') entries.push(open);
  return entries;
}

function separatorOf(row: string): RegExp {
  return row.includes(';') ? /;\s/ : /,\s/;
}

function tidy(entry: string): string {
  return entry
    .trim()
    .replace(/[,;]? and$/i, '')
    .replace(/[,;.]$/, '')
    .replace(/^and /i, '')
    .trim();
}
