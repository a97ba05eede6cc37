import { alwaysInside, beforeNumber, capitalisedMayEnd, mayEnd, sentenceStarters } from './sentence-words.ts';

/** A stop in a text that may end the sentence: stops from `at` to `stopsEnd`, closing quotes to `end`, then a blank. */
export interface SentenceStop {
  readonly text: string;
  readonly start: number;
  readonly at: number;
  readonly stopsEnd: number;
  readonly end: number;
  /** The stop stands in a parenthesis that began inside the sentence. */
  readonly isInside: boolean;
}

const OPENER = /["'“‘«([*_]/;
const MAX_WORD = 60;

/** Whether the sentence ends at the stop, judged by the words on both sides of it. */
export function isSentenceEnd(stop: SentenceStop): boolean {
  const { text, at, stopsEnd, end } = stop;
  let nextStart = end + 1;
  while (nextStart < text.length && OPENER.test(text[nextStart] ?? '')) nextStart++;
  const next = wordAt(text, nextStart);
  if (!/^[\p{L}\p{Nd}@#$]/u.test(next) || /^https?:/i.test(next)) return false;
  const isStarter = isStarterWord(next);
  if (stop.isInside) return isStarter;
  const stops = text.slice(at, Math.min(stopsEnd, at + 8));
  if (/[!?]/.test(stops)) return !/^\p{Ll}/u.test(next) ? !capitalisedMayEnd.has(bare(next)) : isName(next);
  if (stops.includes('…') || stops.length === 3) return isStarter && next !== 'I';
  const previous = wordBefore(text, stop.start, at);
  if (isAbbreviation(previous, stop, next)) return false;
  if (needsStarter(previous)) return isStarter;
  if (!/^\p{Ll}/u.test(next)) return true;
  return isName(next) || (stopsEnd === end && /^[\p{Ll}’'-]{5,}$|[)"”]$/u.test(previous));
}

function isAbbreviation(previous: string, stop: SentenceStop, next: string): boolean {
  const word = previous.toLowerCase();
  // "CA" is a place, "ca." is not.
  if (alwaysInside.has(word) && !/^\p{Lu}{2,}$/u.test(previous)) return true;
  if (beforeNumber.has(word) && /^[\d#]/.test(next)) return true;
  // "1. First of all"
  const isFirst = stop.at - stop.start === previous.length;
  if (isFirst && /^(?:\d{1,3}|\p{L})$/u.test(previous)) return true;
  // "J. K. Rowling"
  return /^\p{Lu}$/u.test(previous) && /^\p{Lu}\.$/u.test(next);
}

function needsStarter(previous: string): boolean {
  const word = previous.toLowerCase();
  if (mayEnd.has(word)) return true;
  if (/^\p{Lu}/u.test(previous) && capitalisedMayEnd.has(word)) return true;
  return /^(?:\p{L}\.)+\p{L}$/u.test(previous) || /^[\p{Lu}--I]$/v.test(previous);
}

function isStarterWord(word: string): boolean {
  return /^\p{Lu}/u.test(word) && !/^\p{Lu}\.$/u.test(word) && sentenceStarters.has(bare(word).replace('’', "'"));
}

function bare(word: string): string {
  return word.toLowerCase().replace(/[^\p{L}\p{Nd}’']+$/u, '');
}

// iPad, x86, node.js: names that a sentence may begin with although their first letter is small.
function isName(word: string): boolean {
  return /^\p{Ll}[^\s]*(?:\p{Lu}|\p{Nd})/u.test(word) || /^\p{Ll}+\.\p{Ll}/u.test(word);
}

function wordAt(text: string, start: number): string {
  const blank = text.indexOf(' ', start);
  return text.slice(start, Math.min(blank === -1 ? text.length : blank, start + MAX_WORD));
}

function wordBefore(text: string, sentenceStart: number, end: number): string {
  let start = end;
  while (start > sentenceStart && end - start < MAX_WORD && text[start - 1] !== ' ') start--;
  while (start < end && OPENER.test(text[start] ?? '')) start++;
  return text.slice(start, end);
}
