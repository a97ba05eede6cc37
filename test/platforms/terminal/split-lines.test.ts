import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { splitLines } from '#platforms/terminal/split-lines.ts';
import { assertProperty } from '../../fixtures/assert-property.ts';

async function collect(chunks: readonly Buffer[]): Promise<string[]> {
  async function* feed() {
    yield* chunks;
  }
  const lines: string[] = [];
  for await (const line of splitLines(feed())) lines.push(line);
  return lines;
}

test('lines end in LF or CRLF, a byte order mark is no text, and the last line needs no end', async () => {
  assert.deepEqual(await collect([Buffer.from('\ufeffone\r\n\ntwo\nthree')]), ['one', '', 'two', 'three']);
  assert.deepEqual(await collect([]), []);
});

test('however the bytes are cut into chunks, the lines are the same', async (t) => {
  const seed = 20171013;
  t.diagnostic(`seed ${seed}`);
  const text = fc.string({ unit: fc.constantFrom('a', 'é', '茶', '👩‍🚀', '\n', '\r\n', ' '), maxLength: 60 });
  await assertProperty(
    fc.asyncProperty(text, fc.integer({ min: 1, max: 7 }), async (whole, size) => {
      const bytes = Buffer.from(whole);
      const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) =>
        bytes.subarray(at * size, (at + 1) * size),
      );
      const expected = whole.split(/\r?\n/);
      if (expected.at(-1) === '') expected.pop();
      assert.deepEqual(await collect(chunks), expected);
    }),
    { seed, numRuns: 500 },
  );
});

test('a line without end does not fill the memory', async () => {
  const chunk = Buffer.alloc(700_000, 'x');
  const [line, next] = await collect([chunk, chunk, chunk, Buffer.from('\nnext')]);
  assert.equal(line?.length, 1_000_000);
  assert.equal(next, 'next');
});
