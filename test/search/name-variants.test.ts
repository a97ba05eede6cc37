import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nameVariants } from '#search/name-variants.ts';

test('a name is also looked for with what people leave off its end or its beginning', () => {
  const variants = nameVariants('mango');
  assert.ok(variants.includes('mangodb'));
  assert.ok(variants.includes('pymango'));
  assert.ok(!variants.includes('mango'));
});
