import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { describeSystemError } from '#archive/content-fault.ts';

describe('what a failed call to the file system says to an editor', () => {
  const withCode = (code: string) => Object.assign(new Error(`${code}: open '/a/path'`), { code });
  const cases: readonly [error: unknown, words: string][] = [
    [withCode('EACCES'), 'no permission to read it'],
    [withCode('EPERM'), 'no permission to read it'],
    [withCode('ENOENT'), 'it does not exist'],
    [withCode('ELOOP'), 'links that lead to each other'],
    [withCode('EMFILE'), 'too many files are open'],
    [withCode('ENFILE'), 'too many files are open'],
    [withCode('EIO'), 'the system said EIO'],
    ['a word', 'a word'],
  ];
  for (const [error, words] of cases) test(words, () => assert.equal(describeSystemError(error), words));
});
