/** An address in a text, as it stands there. */
export interface FoundAddress {
  readonly url: string;
  /** 1-based. */
  readonly line: number;
}

/** Every web address of a file, those of pictures and of unused definitions too, which no article has as a link. */
export function findAddresses(text: string): FoundAddress[] {
  return text
    .split(/\r\n|\n|\r/)
    .flatMap((row, index) =>
      Array.from(row.matchAll(/https?:\/\/[^\s<>"\]]+/gi), ([found]) => ({ url: trimEnd(found), line: index + 1 })),
    );
}

// A bracket that was opened inside belongs to the address.
function trimEnd(found: string): string {
  const trimmed = found.replace(/[.,;:!?'*_]+$/, '');
  const isClosed = trimmed.endsWith(')') && trimmed.split('(').length < trimmed.split(')').length;
  return isClosed ? trimEnd(trimmed.slice(0, -1)) : trimmed;
}

/** An address without what makes no difference to where it leads: scheme, `www.`, last slash, letter case, escapes. */
export function foldAddress(address: string): string {
  return unescapeAddress(address)
    .toLowerCase()
    .replace(/^https?:\/\/(?:www\.)?/, '')
    .replace(/\/+$/, '');
}

function unescapeAddress(address: string): string {
  try {
    return decodeURI(address.replaceAll('&amp;', '&').replaceAll('\\', ''));
  } catch {
    // A stray per cent sign: it is compared as it stands.
    return address;
  }
}
