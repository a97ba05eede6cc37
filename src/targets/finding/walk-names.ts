import type { KnownName, NameNode } from './name-trie.ts';

/** A name that a text holds at some place, and where it ends (a plural "s" included). */
export interface NameEnd {
  readonly known: KnownName;
  readonly end: number;
}

const BLANK = 32;
const NO_BREAK_SPACE = 160;
const OPEN = 40;
const PLUS = 43;
const hyphens = new Set([45, 8208, 8209, 46, 95]);
const AMOUNT_END = /\d$/;
// "Pi 3.14" and "Arm 64,000" hold numbers, not models; "Raspberry Pi 4 GB" and "Arm 32 cores" hold amounts.
const NUMBER_GOES_ON = /^(?:\.\d|,\d{3})/;
const UNIT =
  /^[ -]?(?:cores?|threads?|[kmgt]i?b|[kmg]bit|[mg]hz|nm|mm|cm|percent|%|years?|months?|weeks?|days?|hours?|minutes?|seconds?|times|million|billion|thousand|hundred|dollars|euros)(?![a-z0-9])/i;

/** All names that begin at `start`, the longest first. */
export function walkNames(root: NameNode, text: string, start: number): NameEnd[] {
  const found: NameEnd[] = [];
  let node = root;
  let at = start;
  let lastBreak = start;
  for (;;) {
    if (node.name !== undefined) {
      const end = findWordEnd(text, at, lastBreak);
      if (end !== undefined && !isAmount(text, lastBreak, at, start)) found.unshift({ known: node.name, end });
    }
    const code = lowerCode(text, at);
    const child = node.next.get(code);
    if (child !== undefined) {
      node = child;
      at++;
      continue;
    }
    const afterBreak = node.canBreak ? skipSeparator(text, at) : at;
    if (afterBreak === at) return found;
    at = afterBreak;
    lastBreak = at;
  }
}

/** Whether the character at `at` is a letter or a digit; false past the end. */
export function isWordCharacter(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 128) return (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
  return at < text.length && /[\p{L}\p{N}]/u.test(text[at] ?? '');
}

function findWordEnd(text: string, at: number, lastBreak: number): number | undefined {
  if (!isWordCharacter(text, at)) return at;
  // "Armv8 as" is no plural of "Armv8-A".
  const isPlural = lowerCode(text, at) === 115 && !isWordCharacter(text, at + 1) && at - lastBreak > 1;
  return isPlural ? at + 1 : undefined;
}

function isAmount(text: string, lastBreak: number, at: number, start: number): boolean {
  const last = text.charCodeAt(at - 1);
  if (last < 48 || last > 57) return false;
  const rest = text.slice(at, at + 12);
  if (NUMBER_GOES_ON.test(rest)) return true;
  return (
    lastBreak > start &&
    AMOUNT_END.test(text.slice(lastBreak, at)) &&
    UNIT.test(rest) &&
    isOnlyDigits(text, lastBreak, at)
  );
}

function isOnlyDigits(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (text.charCodeAt(at) < 48 || text.charCodeAt(at) > 57) return false;
  return true;
}

// One hyphen, dot or underscore; or blanks, with an opening bracket after them: "Arm (64-bit)".
function skipSeparator(text: string, at: number): number {
  let after = at;
  const code = text.charCodeAt(at);
  if (hyphens.has(code)) after++;
  else {
    while (text.charCodeAt(after) === BLANK || text.charCodeAt(after) === NO_BREAK_SPACE) after++;
    if (text.charCodeAt(after) === OPEN) after++;
  }
  return isWordCharacter(text, after) || text.charCodeAt(after) === PLUS ? after : at;
}

// Only ASCII: lowering a whole text can change its length, and no name needs more.
function lowerCode(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code >= 65 && code <= 90 ? code + 32 : code;
}
