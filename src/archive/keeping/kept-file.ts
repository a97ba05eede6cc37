import { closeSync, constants, fstatSync, openSync, readSync, writeSync } from 'node:fs';
import { deserialize, serialize } from 'node:v8';
import { crc32 } from 'node:zlib';
import { type AsideArray, putBackArrays, setArraysAside } from './aside-arrays.ts';

// A file is blocks, one behind the other: for each value its own, and one for each of its arrays; an empty one is the end. A
// block's head is its length and its sum.
const LENGTH_BYTES = 6;
const SUM_BYTES = 4;
const HEAD_BYTES = LENGTH_BYTES + SUM_BYTES;
const MAX_FILE_BYTES = 2 ** 31;

/**
 * Writes values, plain data with arrays of numbers in it, into a new file that only this user can read: one a step, so that
 * others get their turn in between. Whoever does not go through all steps has a file that is not read.
 */
export function* writeKept(file: string, version: string, values: Iterable<unknown>): Generator<void> {
  const handle = openSync(file, 'wx', 0o600);
  const sumOf = sumBlocks(version);
  let count = 0;
  let written = 0;
  try {
    for (const value of values) {
      const arrays: AsideArray[] = [];
      writeBlock(serialize(setArraysAside(value, arrays)));
      for (const { buffer, byteOffset, byteLength } of arrays)
        writeBlock(new Uint8Array(buffer, byteOffset, byteLength));
      yield;
    }
    writeBlock(new Uint8Array());
  } finally {
    closeSync(handle);
  }

  function writeBlock(bytes: Uint8Array): void {
    written += HEAD_BYTES + bytes.length;
    if (written > MAX_FILE_BYTES) throw new Error(`Expected at most ${MAX_FILE_BYTES} bytes to keep.`);
    const head = Buffer.alloc(HEAD_BYTES);
    head.writeUIntLE(bytes.length, 0, LENGTH_BYTES);
    head.writeUInt32LE(sumOf(count++, bytes), LENGTH_BYTES);
    writeAll(handle, head);
    writeAll(handle, bytes);
  }
}

/**
 * The values of such a file, one at a time; throws where it is no whole one of this version and this user, which shows at its end.
 * Nothing of a block is used before its sum is right, and the arrays are read into memory of their own.
 */
export function* readKept(file: string, version: string): Generator<unknown, void> {
  // A pipe would hold up the start.
  const handle = openSync(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const found = fstatSync(handle);
    // In a folder that users share, anybody could put down what the bot shall say.
    const isOwn = process.geteuid === undefined || found.uid === process.geteuid();
    if (!isOwn || !found.isFile()) throw new Error('Expected a file of this user.');
    yield* readValues(handle, sumBlocks(version), found.size);
  } finally {
    closeSync(handle);
  }
}

function* readValues(handle: number, sumOf: ReturnType<typeof sumBlocks>, size: number): Generator<unknown, void> {
  const head = Buffer.alloc(HEAD_BYTES);
  let count = 0;
  let left = size;
  for (;;) {
    const bytes = readBlock();
    if (bytes.length === 0) break;
    yield putBackArrays(deserialize(bytes), (own) => void readBlock(own));
  }
  if (left !== 0) throw new Error('Expected nothing behind the end.');

  function readBlock(own?: Uint8Array): Uint8Array {
    left -= HEAD_BYTES;
    if (left < 0) throw new Error('Expected an end.');
    readAll(handle, head);
    const length = head.readUIntLE(0, LENGTH_BYTES);
    left -= length;
    if (left < 0 || (own !== undefined && own.length !== length)) throw new Error('Expected a whole block.');
    const bytes = own ?? new Uint8Array(length);
    readAll(handle, bytes);
    if (sumOf(count++, bytes) !== head.readUInt32LE(LENGTH_BYTES)) throw new Error('Expected another sum.');
    return bytes;
  }
}

/** Sums of a version's blocks: against accident, for who may write a file of this user may change the program too. */
function sumBlocks(version: string): (place: number, bytes: Uint8Array) => number {
  return (place, bytes) => crc32(bytes, crc32(`${version} ${place}`));
}

function writeAll(handle: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(handle, bytes, at);
}

function readAll(handle: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) {
    const read = readSync(handle, bytes, at, bytes.length - at, null);
    if (read === 0) throw new Error('Expected more bytes.');
    at += read;
  }
}
