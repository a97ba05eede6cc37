import assert from 'node:assert/strict';
import { readFile, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { readKept, writeKept } from '#archive/keeping/kept-file.ts';
import { makeTemporaryFolder } from '../temporary-folder.ts';

const writeWhole = (...wanted: Parameters<typeof writeKept>) => void writeKept(...wanted).toArray();
const readAll = (...wanted: Parameters<typeof readKept>) => readKept(...wanted).toArray();

const anyArray = fc.oneof(
  fc.array(fc.nat()).map((list) => Uint32Array.from(list)),
  fc.array(fc.nat(1000)).map((list) => Float32Array.from(list)),
);
const anyPlain = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.constant(undefined),
  fc.array(fc.string()),
  fc.dictionary(fc.constantFrom('a', 'b', 'length'), fc.nat(), { noNullPrototype: true }),
  fc.array(fc.tuple(fc.string(), fc.nat())).map((entries) => new Map(entries)),
  fc.array(fc.string()).map((list) => new Set(list)),
);
const anyValue = fc.oneof(
  anyPlain,
  fc
    .tuple(anyArray, anyArray, anyArray, anyPlain)
    .map(([list, deep, other, plain]) => ({ list, more: { deep, other }, plain })),
);

test('values come back as they were, arrays of numbers in memory of their own', async () => {
  await using folder = await makeTemporaryFolder();
  let count = 0;
  fc.assert(
    fc.property(fc.array(anyValue, { maxLength: 4 }), (values) => {
      const file = join(folder.path, String(count++));
      writeWhole(file, '1', values);
      const read = readAll(file, '1');
      assert.deepEqual(read, structuredClone(values));
      for (const value of read)
        if (typeof value === 'object' && value !== null && 'list' in value && ArrayBuffer.isView(value.list))
          assert.equal(value.list.buffer.byteLength, value.list.byteLength);
    }),
    { seed: 20261128, numRuns: 60 },
  );
});

test('of a file whose writing was given up at any step, or that was cut short or changed anywhere, nothing is read', async () => {
  await using folder = await makeTemporaryFolder();
  const values = [{ numbers: Uint32Array.of(1, 2, 3), empty: new Float32Array() }, 'second', ['third']];
  const file = join(folder.path, 'whole');
  writeWhole(file, '1', values);
  assert.deepEqual(readAll(file, '1'), values);
  assert.throws(() => readAll(file, '2'), 'another version');
  for (let steps = 0; steps <= values.length; steps++) {
    const cut = join(folder.path, `given-up-${steps}`);
    const writing = writeKept(cut, '1', values);
    for (let step = 0; step < steps; step++) writing.next();
    writing.return(undefined);
    assert.throws(() => readAll(cut, '1'), `given up after ${steps}`);
  }
  const bytes = await readFile(file);
  for (let at = 0; at < bytes.length; at++) {
    const spoilt = Buffer.from(bytes);
    spoilt[at] = (spoilt[at] ?? 0) ^ (1 << (at % 8));
    await writeFile(`${file}-spoilt`, spoilt);
    assert.throws(() => readAll(`${file}-spoilt`, '1'), `changed at ${at}`);
  }
  for (let length = bytes.length - 1; length >= 0; length--) {
    await truncate(file, length);
    assert.throws(() => readAll(file, '1'), `cut at ${length}`);
  }
});

test('a file that is there already is not written over', async () => {
  await using folder = await makeTemporaryFolder({ kept: 'mine' });
  const file = join(folder.path, 'kept');
  assert.throws(() => writeWhole(file, '1', []));
  assert.equal(await readFile(file, 'utf8'), 'mine');
});
