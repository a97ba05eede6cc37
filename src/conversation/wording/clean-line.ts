/**
 * Text that we did not write as one line that every platform takes: well-formed, no control characters, no marks that
 * reverse the reading direction or hide inside a word, white space folded. The joiners inside emoji and some scripts stay
 * where they join something, and of marks over a letter as many as any script has.
 */
export function cleanLine(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .replace(/(?![\u200C\u200D])\p{Cf}/gu, '')
    .replace(LOOSE_JOINER, '')
    .replace(/(\p{M}{8})\p{M}+/gu, '$1')
    .replace(/ {2,}/g, ' ')
    .trim();
}

const LOOSE_JOINER = /(?<![\p{L}\p{M}\p{Emoji}])[\u200C\u200D]+|[\u200C\u200D]+(?![\p{L}\p{Emoji}])/gu;
