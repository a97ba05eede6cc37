import assert from 'node:assert/strict';
import { PassThrough } from 'node:stream';
import { test } from 'node:test';
import { createTextLog } from '#app/logging/text-log.ts';

test('a warning is one line with its details, and cannot drive the terminal', () => {
  const errors = new PassThrough();
  const log = createTextLog(errors);
  log.info('Issues were read anew', { dir: 'content' });
  log.warn('The folder cannot be watched', { dir: 'a\u001b[2J\nb', error: new Error('no more handles') });
  assert.equal(String(errors.read()), 'The folder cannot be watched; dir: a [2J b; error: no more handles\n');
  log.warn('A file is left out.', { file: 'a.md', line: undefined, problem: 'not UTF-8 text' });
  assert.equal(String(errors.read()), 'A file is left out; file: a.md; problem: not UTF-8 text\n');
  log.warn('Nothing was read.');
  assert.equal(String(errors.read()), 'Nothing was read.\n');
});
