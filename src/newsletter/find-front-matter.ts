/** The lines at the head of a file that hold its keys, and what is wrong with their frame. Line numbers are 1-based. */
export interface FrontMatterBlock {
  /** The keys' own lines, without the rulers. */
  readonly yaml: string;
  /** Line of the first key. */
  readonly firstLine: number;
  /** Last line that belongs to the block, ruler included. */
  readonly lastLine: number;
  readonly flaw: FrontMatterFlaw | undefined;
}

export interface FrontMatterFlaw {
  readonly line: number;
  readonly message: string;
  readonly remedy: string;
}

const RULER = /^-{2,}[ \t]*$/;
const KEY = /^[A-Za-z][\w-]{0,40}[ \t]*:(?:[ \t]|$)/;
const KNOWN_KEY = /^(?:title|date|author|link|draft|restates)[ \t]*:(?:[ \t]|$)/;
const CONTINUATION = /^(?:[ \t]+\S|-[ \t]+\S|#)/;
const MAX_LINES = 200;

/** Finds front matter however it is framed: by `---`, by `--`, left open, or never opened. Undefined where there is none. */
export function findFrontMatter(lines: readonly string[]): FrontMatterBlock | undefined {
  let first = 0;
  while (first < lines.length && first < 20 && (lines[first] ?? '').trim() === '') first++;
  const opener = lines[first] ?? '';
  if (RULER.test(opener)) {
    const content = first + 1;
    if (RULER.test(lines[content] ?? '')) return block(lines, content, content, flawOfRulers(lines, first, content));
    let firstKey = content;
    while (firstKey < content + 5 && /^[ \t]*(?:#.*)?$/.test(lines[firstKey] ?? '-')) firstKey++;
    // A rule above ordinary text is a rule, not front matter.
    if (!KEY.test(lines[firstKey] ?? '')) return undefined;
    return readKeys(lines, content, (end) => flawOfRulers(lines, first, end));
  }
  if (!KNOWN_KEY.test(opener)) return undefined;
  return readKeys(lines, first, () => ({
    line: first + 1,
    message: 'front matter: expected --- above the first key, found nothing',
    remedy: 'put a line of three hyphens above and below the keys',
  }));
}

function readKeys(
  lines: readonly string[],
  content: number,
  flawAt: (end: number) => FrontMatterFlaw | undefined,
): FrontMatterBlock {
  const end = findRuler(lines, content);
  if (end !== undefined) return block(lines, content, end, flawAt(end));
  // Never closed: the keys end where the text begins.
  let open = content;
  while (open < lines.length && open < content + MAX_LINES) {
    const line = lines[open] ?? '';
    if (!KEY.test(line) && !(CONTINUATION.test(line) && !/^#{1,6}[ \t]/.test(line))) break;
    open++;
  }
  return { ...block(lines, content, open, flawAt(-1)), lastLine: open };
}

// Only a ruler before the first line that cannot be front matter closes the block; a rule further down is the text's own.
function findRuler(lines: readonly string[], content: number): number | undefined {
  for (let at = content; at < lines.length && at < content + MAX_LINES; at++) {
    const line = lines[at] ?? '';
    if (RULER.test(line) || /^\.\.\.[ \t]*$/.test(line)) return at;
    if (/^#{1,6}[ \t]+\S/.test(line) && (lines[at - 1] ?? '').trim() === '') return undefined;
    const isKeyLike =
      line.trim() === '' || KEY.test(line) || CONTINUATION.test(line) || /^[A-Za-z"'][^.!?]{0,60}:/.test(line);
    if (!isKeyLike) return undefined;
  }
  return undefined;
}

function block(
  lines: readonly string[],
  content: number,
  end: number,
  flaw: FrontMatterFlaw | undefined,
): FrontMatterBlock {
  return { yaml: lines.slice(content, end).join('\n'), firstLine: content + 1, lastLine: end + 1, flaw };
}

function flawOfRulers(lines: readonly string[], opener: number, closer: number): FrontMatterFlaw | undefined {
  if (closer < 0) {
    return {
      line: opener + 1,
      message: 'front matter: opened here and never closed',
      remedy: 'put a line of three hyphens below the last key',
    };
  }
  for (const at of [opener, closer]) {
    const found = (lines[at] ?? '').trim();
    if (found !== '---' && found !== '...') {
      return {
        line: at + 1,
        message: `front matter: expected ---, found ${found.length > 10 ? 'a longer line of hyphens' : found}`,
        remedy: 'write exactly three hyphens above and below the keys',
      };
    }
  }
  return undefined;
}
