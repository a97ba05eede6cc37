import { StringDecoder } from 'node:string_decoder';

/** A line this long is no question; what follows up to the line's end is dropped, so that memory stays bounded. */
const MAX_LINE_CHARACTERS = 1_000_000;

/** Lines of a UTF-8 stream as they come in, without their ends (LF or CRLF) and without a byte order mark. */
export async function* splitLines(input: AsyncIterable<Buffer | string>): AsyncGenerator<string> {
  const decoder = new StringDecoder('utf8');
  let rest = '';
  let isFirst = true;
  const finish = (line: string) => {
    const text = isFirst ? line.replace(/^\uFEFF/, '') : line;
    isFirst = false;
    return text.endsWith('\r') ? text.slice(0, -1) : text;
  };
  for await (const chunk of input) {
    const [head = '', ...more] = (typeof chunk === 'string' ? chunk : decoder.write(chunk)).split('\n');
    rest = appendBounded(rest, head);
    for (const next of more) {
      yield finish(rest);
      rest = appendBounded('', next);
    }
  }
  rest = appendBounded(rest, decoder.end());
  if (rest !== '') yield finish(rest);
}

function appendBounded(line: string, more: string): string {
  return line.length >= MAX_LINE_CHARACTERS ? line : (line + more).slice(0, MAX_LINE_CHARACTERS);
}
