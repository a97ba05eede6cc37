import { isSentenceEnd } from './sentence-end.ts';

/** A stretch of the text, `end` excluded. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

const STOP = /[.!?…]/;
const CLOSER = /["'”’»)\]*_]/;
// What can end a sentence, or keep a stop from ending it.
const TELLING = /[.!?…。！？(]/g;
// Stops of scripts that put no blank after them.
const FULL_WIDTH_STOP = /[。！？]/;
const FULL_WIDTH_CLOSER = /["'”’»)\]」』）]/;
// A pair further apart is two slips of the pen rather than one parenthesis.
const MAX_PARENTHESIS = 600;

/** Cuts folded text into sentences; in doubt it does not cut. The spans cover everything but the blanks between them. */
export function splitSentences(text: string): Span[] {
  const spans: Span[] = [];
  const closes = pairParentheses(text);
  let start = 0;
  // End of the parenthesis that began inside the current sentence, if any.
  let enclosedUntil = -1;
  let at = 0;
  for (;;) {
    TELLING.lastIndex = at;
    at = TELLING.exec(text)?.index ?? text.length;
    const character = text[at];
    if (character === undefined) break;
    if (character === '(' && at > start && at > enclosedUntil) enclosedUntil = closes.get(at) ?? enclosedUntil;
    if (FULL_WIDTH_STOP.test(character)) {
      at = skip(text, skip(text, at, FULL_WIDTH_STOP), FULL_WIDTH_CLOSER);
      if (at > enclosedUntil) cut(at);
    } else if (STOP.test(character)) {
      const stopsEnd = skip(text, at, STOP);
      const end = skip(text, stopsEnd, CLOSER);
      const isInside = at < enclosedUntil;
      if (text[end] === ' ' && end > enclosedUntil && isSentenceEnd({ text, start, at, stopsEnd, end, isInside }))
        cut(end);
      at = end;
    } else at++;
  }
  if (start < text.length) spans.push({ start, end: text.length });
  return spans;

  function cut(end: number): void {
    spans.push({ start, end });
    start = skip(text, end, / /);
  }
}

function skip(text: string, from: number, characters: RegExp): number {
  let at = from;
  while (at < text.length && characters.test(text[at] ?? '')) at++;
  return at;
}

function pairParentheses(text: string): Map<number, number> {
  const pairs = new Map<number, number>();
  const open: number[] = [];
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '(') open.push(at);
    else if (text[at] === ')') {
      const from = open.pop();
      if (from !== undefined && at - from <= MAX_PARENTHESIS) pairs.set(from, at);
    }
  }
  return pairs;
}
