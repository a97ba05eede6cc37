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
});
