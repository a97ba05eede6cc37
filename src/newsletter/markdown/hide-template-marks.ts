import { createFenceReader } from './read-fences.ts';

/** A mark of a template, such as `{{< toc >}}`, is no longer than this. */
const MAX_MARK = 2_000;
const markPairs: Readonly<Record<string, string>> = { '{{': '}}', '{%': '%}', '{:': '}', '{.': '}', '{#': '#}' };
/** Lines that other programs read, whole: contents lists, boxes, imports of components. */
const MARK_LINE =
  /^[ \t]{0,3}(?:\[\[?_?toc_?\]?\]|\{\{?toc\}?\}|:{3,20}[ \t]{0,9}[\w-]{0,40}(?:[ \t].{0,200})?|!!![ \t]{1,9}[\w-]{1,40}(?:[ \t]{1,9}["'].{0,200}["'])?|\\(?:newpage|pagebreak)|import[ \t].{1,300}[ \t]from[ \t]{1,9}["'].{1,300}["'];?)[ \t]{0,9}$/i;
const TITLE_OF_BOX = /^[ \t]{0,3}(?::{3,20}|!!!)[ \t]{0,9}[\w-]{1,40}[ \t]{1,9}["']?(.{1,200}?)["']?[ \t]{0,9}$/;

/**
 * Replaces what a site's program would read, and no reader sees: shortcodes, tags and attributes of templates. Outside code
 * only; every line stays where it is.
 */
export function hideTemplateMarks(lines: readonly string[]): string[] {
  const isCode = createFenceReader();
  const shown = lines.map((line) => {
    if (isCode(line) || /^(?: {4}|\t)/.test(line)) return line;
    const title = TITLE_OF_BOX.exec(line.slice(0, 300))?.[1];
    return MARK_LINE.test(line.slice(0, 700)) ? (title ?? '') : line;
  });
  const text = shown.join('\n');
  return text.includes('{') ? hideInText(text).split('\n') : shown;
}

function hideInText(text: string): string {
  const parts: string[] = [];
  const codeSpans = findCode(text);
  let code = codeSpans.next();
  let from = 0;
  let at = text.indexOf('{');
  while (at !== -1) {
    while (!code.done && code.value.end <= at) code = codeSpans.next();
    const isInCode = !code.done && code.value.start <= at;
    const end = isInCode || text[at - 1] === '$' ? undefined : findMarkEnd(text, at);
    if (end === undefined) {
      at = text.indexOf('{', text[at + 1] === '{' ? at + 2 : at + 1);
      continue;
    }
    parts.push(text.slice(from, at), text.slice(at, end).replaceAll(/[^\n]+/g, ''));
    from = end;
    at = text.indexOf('{', end);
  }
  parts.push(text.slice(from));
  return parts.join('');
}

function findMarkEnd(text: string, at: number): number | undefined {
  const opener = text.slice(at, at + 2);
  const window = text.slice(at, at + MAX_MARK);
  if (opener === '{#' || opener === '{.' || opener === '{:') {
    const attributes = /^\{[:#.][^{}\n]{0,200}\}/.exec(window)?.[0];
    return attributes === undefined ? undefined : at + attributes.length;
  }
  const closer = markPairs[opener];
  if (closer === undefined) return undefined;
  const hidden = /^\{%-?\s{0,9}comment\s{0,9}-?%\}/.test(window)
    ? /\{%-?\s{0,9}endcomment\s{0,9}-?%\}/.exec(window)
    : null;
  if (hidden !== null) return at + hidden.index + hidden[0].length;
  const end = window.indexOf(closer, 2);
  return end === -1 ? undefined : at + end + closer.length + (window.startsWith('}', end + closer.length) ? 1 : 0);
}

/** Stretches between equal runs of backticks, and fenced blocks. */
function* findCode(text: string): Generator<{ readonly start: number; readonly end: number }, undefined> {
  const runs = [...text.matchAll(/`+|~{3,}/g)].map(({ 0: run, index }) => ({ run, index }));
  const next = new Map<string, number>();
  const closes = new Array<number | undefined>(runs.length);
  for (let place = runs.length - 1; place >= 0; place--) {
    const { run } = runs[place] as { run: string };
    closes[place] = next.get(run);
    next.set(run, place);
  }
  for (let place = 0; place < runs.length; place++) {
    const close = closes[place];
    const open = runs[place];
    const closer = close === undefined ? undefined : runs[close];
    if (open === undefined || closer === undefined || close === undefined) continue;
    // A span of code does not go on over a blank line; a fence does.
    if (open.run.length < 3 && text.slice(open.index, closer.index).includes('\n\n')) continue;
    yield { start: open.index, end: closer.index + closer.run.length };
    place = close;
  }
  return undefined;
}
