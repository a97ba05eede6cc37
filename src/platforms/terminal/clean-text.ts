/**
 * Text that we did not write, made harmless for a terminal: no control characters (an escape sequence could recolour,
 * retitle or rewrite the screen), no marks that reverse the reading direction, and all white space folded to blanks.
 * The joiners inside emoji and some scripts stay.
 */
export function cleanText(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .replace(/(?![\u200C\u200D])\p{Cf}/gu, '')
    .replace(/ {2,}/g, ' ')
    .trim();
}

/** An address that a terminal may be told to open, or undefined: web and mail only, printable ASCII only. */
export function findSafeUrl(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined;
  const { protocol, href } = new URL(url);
  if (!['http:', 'https:', 'mailto:'].includes(protocol)) return undefined;
  return /^[\x21-\x7e]+$/.test(href) ? href : undefined;
}
