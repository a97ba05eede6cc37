/** The page that is shown of so many: the last for one too high, the first for one that is none. */
export function choosePage(page: number, pageCount: number): number {
  return Math.min(Math.max(0, Math.trunc(page) || 0), pageCount - 1);
}
