import assert from 'node:assert/strict';
import { once } from 'node:events';
import { PassThrough, Writable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { test } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { type BatchAnswer, runBatch } from '#platforms/terminal/run-batch.ts';

const answer = (question: string): BatchAnswer => ({
  answered: true,
  verdict: 'yes',
  text: `Yes: ${question}`,
  citations: [],
  suggestions: [],
});

async function runWith(lines: string) {
  const [input, output, errors] = [new PassThrough(), new PassThrough(), new PassThrough()];
  input.end(lines);
  await runBatch({ input, output, errors, answer });
  output.end();
  errors.end();
  const records = (await text(output)).split('\n').filter(Boolean);
  return { records: records.map((line) => JSON.parse(line) as Record<string, unknown>), errors: await text(errors) };
}

test('each question gets one object, in order, with its own id or its line number', async () => {
  const { records, errors } = await runWith('first?\n\n{"id":"b","q":"second?"}\r\n   \nthird?');
  assert.deepEqual(
    records.map(({ id, question, text }) => [id, question, text]),
    [
      ['1', 'first?', 'Yes: first?'],
      ['b', 'second?', 'Yes: second?'],
      ['5', 'third?', 'Yes: third?'],
    ],
  );
  assert.deepEqual(Object.keys(records[0] ?? {}), [
    'id',
    'question',
    'answered',
    'verdict',
    'text',
    'citations',
    'suggestions',
    'elapsedMs',
  ]);
  assert.equal(typeof records[0]?.elapsedMs, 'number');
  assert.equal(errors, '');
});

test('a line that is not the JSON it promises is answered with an error, reported with its number, and costs only itself', async () => {
  const { records, errors } = await runWith('{"q": oops}\n{"id":"x"}\nstill here?\n');
  assert.deepEqual(
    records.map(({ id, answered, verdict }) => [id, answered, verdict]),
    [
      ['1', false, null],
      ['x', false, null],
      ['3', true, 'yes'],
    ],
  );
  assert.match(String(records[0]?.error), /not JSON/);
  assert.match(errors, /^Line 1: not JSON.*\nLine 2: "q" must be a string.*\n$/);
});

test('the first answer comes before the second question is asked', async () => {
  const [input, output] = [new PassThrough(), new PassThrough()];
  const done = runBatch({ input, output, errors: new PassThrough(), answer });
  for (const question of ['one?', 'two?']) {
    input.write(`${question}\n`);
    const [chunk] = (await once(output, 'data')) as [Buffer];
    assert.equal(JSON.parse(chunk.toString()).question, question);
  }
  input.end();
  await done;
});

test('answers are not computed faster than they are taken', async () => {
  let answered = 0;
  let takeNext = () => {};
  const slowReader = new Writable({
    highWaterMark: 1,
    write: (_chunk, _encoding, taken) => {
      takeNext = taken;
      slowReader.emit('given');
    },
  });
  const input = new PassThrough();
  input.end('one\ntwo\nthree\n');
  const given = once(slowReader, 'given');
  const done = runBatch({
    input,
    output: slowReader,
    errors: new PassThrough(),
    answer: (question) => {
      answered++;
      return answer(question);
    },
  });
  await given;
  for (const expected of [1, 2, 3]) {
    // Whoever does not wait would be further by then.
    for (let round = 0; round < 20; round++) await setImmediate();
    assert.equal(answered, expected);
    const next = expected < 3 ? once(slowReader, 'given') : done;
    takeNext();
    await next;
  }
});

test('when nobody reads the answers any more the batch ends quietly', async () => {
  const closedPipe = new Writable({
    write: (_chunk, _encoding, taken) => taken(Object.assign(new Error('write EPIPE'), { code: 'EPIPE' })),
  });
  const input = new PassThrough();
  const done = runBatch({ input, output: closedPipe, errors: new PassThrough(), answer });
  input.write('one\n');
  await once(closedPipe, 'error');
  input.write('two\n');
  await done;
});

test('answers that cannot be written for another reason are a failure', async () => {
  const fullDisk = new Writable({
    write: (_chunk, _encoding, taken) => taken(Object.assign(new Error('no space'), { code: 'ENOSPC' })),
  });
  const input = new PassThrough();
  input.write('one\n');
  input.end('two\n');
  await assert.rejects(runBatch({ input, output: fullDisk, errors: new PassThrough(), answer }), /Could not write/);
});
