/**
 * Reads UTF-8, and UTF-16 as Windows PowerShell writes it, with or without a byte order mark; with a hint where it is not
 * written as such a file should be.
 */
export function decodeEnvFile(bytes: Uint8Array): { readonly text: string; readonly hint: string | undefined } {
  const encoding = findUtf16(bytes);
  if (encoding === undefined) return { text: new TextDecoder('utf-8').decode(bytes), hint: undefined };
  const hint =
    '.env: it is written in UTF-16, as by ">" in Windows PowerShell, and not in UTF-8. It is read all the same; ' +
    'save it as UTF-8, for other programs cannot.';
  return { text: new TextDecoder(encoding).decode(bytes), hint };
}

function findUtf16([first, second]: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  // Settings begin with an ASCII letter: its other byte is nought.
  if (first && second === 0) return 'utf-16le';
  return first === 0 && second ? 'utf-16be' : undefined;
}
