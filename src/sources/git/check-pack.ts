import { inflateSync } from 'node:zlib';
import { SourceError } from '#sources/content-source.ts';

const BAND_OF_PACK = 1;
const LENGTH_DIGITS = 4;
const PACK_HEAD = 12;
const HASH_BYTES = 20;
const OFFSET_DELTA = 6;
const REFERENCE_DELTA = 7;

/** Nothing more than a text, perhaps with pictures, is expected in any object; all of them are held at once. */
export const MAX_UNPACKED_BYTES = 200 * 2 ** 20;

/**
 * Refuses an answer of Git's whose objects would be too large when they are unpacked, before anybody unpacks them: a few
 * kilobytes can become gigabytes. What is no pack is left for the library to refuse.
 *
 * @throws SourceError
 */
export function checkPack(answer: Buffer): void {
  const pack = joinPack(answer);
  if (pack.length < PACK_HEAD || pack.toString('latin1', 0, 4) !== 'PACK') return;
  let left = MAX_UNPACKED_BYTES;
  let at = PACK_HEAD;
  for (let objects = pack.readUInt32BE(8); objects > 0 && at < pack.length; objects--) {
    const head = readHead(pack, at);
    at = head.end;
    if (head.type === OFFSET_DELTA) while (((pack[at++] ?? 0) & 0x80) !== 0);
    if (head.type === REFERENCE_DELTA) at += HASH_BYTES;
    left -= head.size;
    if (left < 0) throw tooLarge();
    const { text, used } = unpack(pack.subarray(at), head.size);
    at += used;
    // A delta says itself how large the object is that it makes.
    if (head.type === OFFSET_DELTA || head.type === REFERENCE_DELTA) left -= readSizeOfResult(text);
    if (left < 0) throw tooLarge();
  }
}

/** The parts of the pack among the lines of Git's protocol, which begin with their length in hexadecimal. */
function joinPack(answer: Buffer): Buffer {
  const parts: Buffer[] = [];
  for (let at = 0; at + LENGTH_DIGITS <= answer.length; ) {
    const length = Number.parseInt(answer.toString('latin1', at, at + LENGTH_DIGITS), 16);
    if (Number.isNaN(length)) break;
    const line = answer.subarray(at + LENGTH_DIGITS, at + length);
    if (line[0] === BAND_OF_PACK) parts.push(line.subarray(1));
    at += Math.max(length, LENGTH_DIGITS);
  }
  return Buffer.concat(parts);
}

/** An object's kind, and its size in groups of seven bits, the lowest first. */
function readHead(pack: Buffer, start: number): { type: number; size: number; end: number } {
  let at = start;
  let byte = pack[at++] ?? 0;
  const type = (byte >> 4) & 7;
  let size = byte & 15;
  for (let factor = 16; (byte & 0x80) !== 0 && at < pack.length; factor *= 128) {
    byte = pack[at++] ?? 0;
    size += (byte & 0x7f) * factor;
  }
  return { type, size, end: at };
}

function unpack(bytes: Buffer, size: number): { text: Buffer; used: number } {
  try {
    // One byte more than there may be: without room, nothing could be empty.
    const { buffer, engine } = inflateSync(bytes, { info: true, maxOutputLength: size + 1 }) as unknown as {
      readonly buffer: Buffer;
      readonly engine: { readonly bytesWritten: number };
    };
    return { text: buffer, used: engine.bytesWritten };
  } catch (error) {
    throw new SourceError('CONTENT_GIT: what the server sends is no whole repository.', {
      remedy: 'The next look tries again.',
      cause: error,
    });
  }
}

/** The second of the two sizes that a delta begins with. */
function readSizeOfResult(delta: Buffer): number {
  let at = 0;
  const readSize = () => {
    let size = 0;
    for (let factor = 1; at < delta.length; factor *= 128) {
      const byte = delta[at++] ?? 0;
      size += (byte & 0x7f) * factor;
      if ((byte & 0x80) === 0) break;
    }
    return size;
  };
  readSize();
  return readSize();
}

function tooLarge(): SourceError {
  return new SourceError(
    `CONTENT_GIT: unpacked, its newest commit is larger than ${MAX_UNPACKED_BYTES / 2 ** 20} MB.`,
    {
      remedy: 'Keep the newsletter in a repository, or on a branch, of its own.',
    },
  );
}
