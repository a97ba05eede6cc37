const MAX_LINES = 400;

/** The 0-based line on which the object that begins at the head of `first` ends; undefined when it does not. */
export function findJsonEnd(lines: readonly string[], first: number): number | undefined {
  let depth = 0;
  let quote: string | undefined;
  for (let at = first; at < lines.length && at < first + MAX_LINES; at++) {
    const line = lines[at] ?? '';
    for (let index = 0; index < line.length; index++) {
      const character = line[index] ?? '';
      if (quote !== undefined) {
        if (character === '\\') index++;
        else if (character === quote) quote = undefined;
      } else if (character === '"') quote = character;
      else if (character === '{' || character === '[') depth++;
      else if (character === '}' || character === ']') {
        depth--;
        if (depth <= 0) return at;
      }
    }
    quote = undefined;
  }
  return undefined;
}
