/**
 * Text that we did not write as one line that every platform takes: well-formed, no control characters, no marks that
 * reverse the reading direction or hide inside a word, white space folded. The joiners inside emoji and some scripts stay.
 */
export function cleanLine(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .replace(/(?![\u200C\u200D])\p{Cf}/gu, '')
    .replace(/ {2,}/g, ' ')
    .trim();
}
