import { styleText } from 'node:util';
import stringWidth from 'fast-string-width';
import { wrapAnsi } from 'fast-wrap-ansi';
import { createSupportsHyperlinks } from 'supports-hyperlinks';
import { findSafeUrl } from '#conversation/wording/safe-url.ts';

/** What the terminal at the other end can do. */
export interface TerminalView {
  /** Columns. */
  readonly width: number;
  readonly hasColours: boolean;
  readonly hasLinks: boolean;
}

type Style = Parameters<typeof styleText>[0];

/** Wider lines are hard to read, however wide the window is. */
const MAX_READABLE_WIDTH = 100;
const MIN_WIDTH = 20;
const WIDTH_WITHOUT_TERMINAL = 80;

/** Looks at the stream as Node itself does: no colours and links without a terminal, or where NO_COLOR says so. */
export function findTerminalView(output: NodeJS.WritableStream): TerminalView {
  const { columns, isTTY } = output as Partial<NodeJS.WriteStream>;
  const hasColours = styleText('bold', 'x', { stream: output }) !== 'x';
  return {
    width: Math.max(MIN_WIDTH, Math.min(columns || WIDTH_WITHOUT_TERMINAL, MAX_READABLE_WIDTH)),
    hasColours,
    hasLinks: hasColours && isTTY === true && createSupportsHyperlinks({ isTTY }),
  };
}

/** Colours text where the terminal shows colours. */
export function paint(style: Style, text: string, view: TerminalView): string {
  return view.hasColours && text !== '' ? styleText(style, text, { validateStream: false }) : text;
}

/** Words that open an address where the terminal can do that (OSC 8); else just the words. */
export function linkWords(words: string, url: string, view: TerminalView): string {
  const safeUrl = findSafeUrl(url);
  if (!view.hasLinks || safeUrl === undefined) return words;
  return `\u001B]8;;${safeUrl}\u0007${words}\u001B]8;;\u0007`;
}

/** Lines no wider than the view, except where a single word is; `first` starts the first line, blanks the others. */
export function wrapLines(text: string, view: TerminalView, first = ''): string[] {
  const indent = stringWidth(first);
  const lines = wrapAnsi(text, Math.max(1, view.width - indent)).split('\n');
  return lines.map((line, index) => ((index === 0 ? first : ' '.repeat(indent)) + line).trimEnd());
}
