// Characters that mean something in a paragraph, and noncharacters that stand for them while the text is parsed.
const MARKUP = '!&*:<>[\\]_`~@';
const FIRST_MASK = 0xfdd0;
const MASKS = /[\ufdd0-\ufdef]/g;

/** How many characters of a line could be markup inside a paragraph. */
export function countMarkup(line: string): number {
  let count = 0;
  for (const character of line) if (MARKUP.includes(character)) count++;
  return count;
}

/** Hides a line's markup from the parser; `unmaskMarkup` brings the characters back as plain text. */
export function maskMarkup(line: string): string {
  return line.replaceAll(/[!&*:<>[\\\]_`~@]/g, (character) =>
    String.fromCharCode(FIRST_MASK + MARKUP.indexOf(character)),
  );
}

/** Undoes `maskMarkup` in parsed text. */
export function unmaskMarkup(text: string): string {
  return text.replaceAll(MASKS, (mask) => MARKUP[mask.charCodeAt(0) - FIRST_MASK] ?? '');
}

/** A text without the noncharacters that masking uses; nobody may write those. */
export function removeMasks(line: string): string {
  return line.replaceAll(MASKS, '\ufffd');
}
