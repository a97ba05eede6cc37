import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deflateSync } from 'node:zlib';
import { checkPack } from '#sources/git/check-pack.ts';

const BLOB = 3;
const OFFSET_DELTA = 6;
const REFERENCE_DELTA = 7;

/** An answer as Git gives it: its lines with their lengths, the pack in pieces among them. */
function answerWith(...objects: readonly Buffer[]): Buffer {
  const head = Buffer.from('PACK\0\0\0\x02\0\0\0\0', 'latin1');
  head.writeUInt32BE(objects.length, 8);
  const pack = Buffer.concat([head, ...objects, Buffer.alloc(20)]);
  const line = (bytes: Buffer) => Buffer.concat([Buffer.from((bytes.length + 4).toString(16).padStart(4, '0')), bytes]);
  const pieces: Buffer[] = [];
  for (let at = 0; at < pack.length; at += 60_000) {
    pieces.push(line(Buffer.concat([Buffer.from([1]), pack.subarray(at, at + 60_000)])));
  }
  return Buffer.concat([line(Buffer.from('NAK\n')), line(Buffer.from('\x02progress')), ...pieces, Buffer.from('0000')]);
}

function object(type: number, size: number, packed: Buffer, between = Buffer.alloc(0)): Buffer {
  const head: number[] = [];
  let rest = Math.floor(size / 16);
  head.push((rest > 0 ? 0x80 : 0) | (type << 4) | (size % 16));
  while (rest > 0) {
    const more = rest >= 128;
    head.push((more ? 0x80 : 0) | (rest % 128));
    rest = Math.floor(rest / 128);
  }
  return Buffer.concat([Buffer.from(head), between, packed]);
}

const blob = (bytes: Buffer, size = bytes.length) => object(BLOB, size, deflateSync(bytes));
/** A delta that says of itself that it makes so large an object: 2 GB, in groups of seven bits. */
const growing = Buffer.from([5, 0x80, 0x80, 0x80, 0x80, 0x08]);

test('objects that are small are let through, empty ones, too', () => {
  checkPack(answerWith(blob(Buffer.from('# Fenwick')), blob(Buffer.alloc(0)), blob(Buffer.alloc(30 * 2 ** 20, 'x'))));
  const delta = Buffer.from([5, 9]);
  checkPack(
    answerWith(blob(Buffer.from('words')), object(OFFSET_DELTA, 2, deflateSync(delta), Buffer.from([0x81, 9]))),
  );
  checkPack(
    answerWith(object(REFERENCE_DELTA, 2, deflateSync(delta), Buffer.alloc(20, 'x')), blob(Buffer.from('words'))),
  );
});

test('objects that would be too large are refused before they are unpacked: one, all together, or by a delta', () => {
  const zeros = Buffer.alloc(150 * 2 ** 20);
  const cases = [
    answerWith(blob(Buffer.from('a'), 2 ** 34)),
    answerWith(blob(zeros), blob(zeros)),
    answerWith(object(OFFSET_DELTA, growing.length, deflateSync(growing), Buffer.from([9]))),
    answerWith(object(REFERENCE_DELTA, growing.length, deflateSync(growing), Buffer.alloc(20, 'x'))),
  ];
  for (const answer of cases)
    assert.throws(() => checkPack(answer), { name: 'SourceError', message: /larger than 200 MB/ });
});

test('an object that is larger than it says, or is cut short, is no repository', () => {
  const lie = answerWith(blob(Buffer.alloc(5_000_000), 10));
  const cut = answerWith(blob(Buffer.from('# Fenwick')).subarray(0, 8));
  for (const answer of [lie, cut]) assert.throws(() => checkPack(answer), /no whole repository/);
});

test('what is no pack at all is for the library to refuse', () => {
  for (const answer of ['', '0000', '0008NAK\n0000', '<html>', 'zzzz', '0000'.repeat(100)])
    checkPack(Buffer.from(answer));
});
