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

/** The same value with every text in it cleaned, so that no renderer can forget one. */
export function cleanTexts<Value>(value: Value): Value {
  if (typeof value === 'string') return cleanText(value) as Value;
  if (Array.isArray(value)) return value.map(cleanTexts) as Value;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, cleanTexts(part)])) as Value;
}
