/** Signs that tell names apart, as words of an address. */
const signs: Readonly<Record<string, string>> = { '+': ' plus ', '#': ' sharp ', '&': ' and ', '@': ' at ' };
const MAX_SLUG_CHARACTERS = 80;

/**
 * A name as the end of an address: small letters and digits of any script with hyphens between them, accents left off.
 * The same name gives the same slug for ever; several names may give the same one.
 */
export function makeSlug(name: string): string {
  const plain = name
    .toWellFormed()
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[+#&@]/g, (sign) => signs[sign] ?? sign)
    .replace(/[^\p{L}\p{N}]+/gu, '-');
  const cut = [...plain].slice(0, MAX_SLUG_CHARACTERS).join('').normalize('NFC');
  return cut.replace(/^-|-$/g, '') || 'unnamed';
}
