import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rememberWords } from '#search/words/remember-words.ts';

test('says what the function says, and asks it once for a short word', () => {
  const asked: string[] = [];
  const measure = rememberWords((word) => {
    asked.push(word);
    return word.length;
  });
  assert.deepEqual(['arm64', 'x', 'arm64', 'constructor', '__proto__', ''].map(measure), [5, 1, 5, 11, 9, 0]);
  assert.deepEqual(asked, ['arm64', 'x', 'constructor', '__proto__', '']);
});

test('forgets what would fill the memory: long words at once, short ones when they are too many', () => {
  let calls = 0;
  const count = rememberWords(() => ++calls);
  const long = 'a'.repeat(100);
  assert.notEqual(count(long), count(long));
  const first = count('first');
  for (let i = 0; i < 60_000; i++) count(`w${i}`);
  assert.equal(count('first'), first, 'of many words, those met lately are still known');
  for (let i = 0; i < 150_000; i++) count(`v${i}`);
  assert.ok(count('first') > first);
});
