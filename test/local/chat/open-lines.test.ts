import assert from 'node:assert/strict';
import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import { test } from 'node:test';
import { stripVTControlCharacters } from 'node:util';
import { createAsides } from '#app/process/asides.ts';
import { openLines } from '../../../local/chat/open-lines.ts';

test('a line of the log stands above the one that is being typed, and behind the end where it stood before', async () => {
  const input = new PassThrough();
  const output = Object.assign(new PassThrough(), { columns: 80 });
  let seen = '';
  output.setEncoding('utf8').on('data', (chunk: string) => {
    seen += stripVTControlCharacters(chunk);
    output.emit('seen');
  });
  const untilSeen = async (text: string) => {
    while (!seen.includes(text)) await once(output, 'seen');
  };
  const errors: string[] = [];
  const asides = createAsides({ write: (text) => errors.push(text) });
  asides.write('before\n');
  const lines = openLines({ input, output, isTerminal: true, asides }, async () => []);
  const typed = lines.next('here> ');
  input.write('does it b');
  await untilSeen('here> does it b');
  seen = '';
  asides.write('A file is left out.\n');
  await untilSeen('here> does it b');
  assert.match(seen, /^A file is left out\.\n+here> does it b$/);
  input.write('oil?\r');
  assert.equal(await typed, 'does it boil?');
  seen = '';
  asides.write('And another.\n');
  await untilSeen('another.');
  assert.equal(seen, 'And another.\n');
  lines.close();
  asides.write('after\n');
  assert.deepEqual(errors, ['before\n', 'after\n']);
});

test('the Tab key takes away nothing that was typed', async () => {
  for (const [line, found, becomes] of [
    [
      '/arm status kett',
      ['/arm status subject:Kettlectl ', '/arm status subject:Forkbase '],
      '/arm status subject:Kettlectl ',
    ],
    ['/arm status k', ['/arm status subject:Forkbase ', '/arm status subject:Spoonfs '], '/arm status k'],
    ['/arm st', ['/arm status '], '/arm status '],
    ['/arm s', ['/arm status ', '/arm search '], '/arm s'],
  ] as const) {
    const input = new PassThrough();
    const output = Object.assign(new PassThrough(), { columns: 80 });
    output.resume();
    const lines = openLines({ input, output, isTerminal: true }, async () => found);
    const typed = lines.next('here> ');
    input.write(line);
    input.write('\t');
    // Completing takes a turn of its own.
    await new Promise((resolve) => setTimeout(resolve, 20));
    input.write('\r');
    assert.equal(await typed, becomes, line);
    lines.close();
  }
});
