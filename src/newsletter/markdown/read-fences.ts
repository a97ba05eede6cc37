const FENCE = /^[ \t]{0,40}(?:>[ \t]?){0,20}(`{3,}|~{3,})(.*)$/;

/** Told the lines of a text one after the other, says of each whether it belongs to a fenced block of code, fences included. */
export function createFenceReader(): (line: string) => boolean {
  let open: string | undefined;
  return (line) => {
    const [, fence, behind = ''] = FENCE.exec(line) ?? [];
    if (open === undefined) {
      // Behind backticks, another one makes it a span of code.
      if (fence !== undefined && !(fence.startsWith('`') && behind.includes('`'))) open = fence;
      return open !== undefined;
    }
    // It ends with a row of the same signs, as long at least, and nothing behind it.
    if (fence?.startsWith(open) && behind.trim() === '') open = undefined;
    return true;
  };
}
