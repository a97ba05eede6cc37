// A name inside an address is no statement: https://arm.com/windows, www.arm.com, mac@example.org, linux.conf.au.
const ADDRESS =
  /\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s<>"]+|\bwww\.[^\s<>"]+|[\w.+-]+@[\w-]+\.[\w.-]+|\b(?:[a-z0-9-]+\.)+(?:com|org|net|io|dev|edu|gov|info|au|uk|de|fr|jp|eu|co|ly|me|ai|cloud|tech)\b(?:\/[^\s<>"]*)?/gi;

/** The text with every address blotted out by as many null characters, so that all places stay the same. */
export function maskAddresses(text: string): string {
  // Most sentences hold neither, and then the costly pattern need not run.
  if (!/[.@:]\S/.test(text)) return text;
  return text.replace(ADDRESS, (address) => '\0'.repeat(address.length));
}
