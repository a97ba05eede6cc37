const DECLARED = /^\s*<\?xml[^>]{0,200}?encoding=["']([\w.:-]{1,40})["']/i;
const CHARSET = /charset\s{0,3}=\s{0,3}"?([\w.:-]{1,40})/i;
const HEAD_BYTES = 300;

/** The text of a feed: by the server's word, else by the feed's own, else as UTF-8. A byte order mark goes before both. */
export function decodeFeed(body: Buffer, contentType: string): string {
  const declared = DECLARED.exec(body.subarray(0, HEAD_BYTES).toString('latin1'))?.[1];
  const label = findMark(body) ?? CHARSET.exec(contentType)?.[1] ?? declared ?? 'utf-8';
  return createDecoder(label).decode(body);
}

function findMark(body: Buffer): string | undefined {
  if (body[0] === 0xef && body[1] === 0xbb) return 'utf-8';
  if (body[0] === 0xff && body[1] === 0xfe) return 'utf-16le';
  return body[0] === 0xfe && body[1] === 0xff ? 'utf-16be' : undefined;
}

/** A name that nobody knows is no reason to read nothing. */
function createDecoder(label: string) {
  try {
    return new TextDecoder(label);
  } catch {
    return new TextDecoder();
  }
}
