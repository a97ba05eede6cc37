import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { buildAddressBook } from '#catalogue/address-book.ts';
import { makeSlug } from '#catalogue/slug.ts';
import { assertProperty } from '../fixtures/assert-property.ts';

for (const [name, slug] of [
  ['Teapotd', 'teapotd'],
  ['.POT Core', 'pot-core'],
  ['C++', 'c-plus-plus'],
  ['C#', 'c-sharp'],
  ['Käse & Brot 2.0', 'kase-and-brot-2-0'],
  ['黒い石', '黒い石'],
  ['은하수', '은하수'],
  ['///', 'unnamed'],
  ['../../etc/passwd', 'etc-passwd'],
] as const) {
  test(`the address of ${name} ends in ${slug}`, () => {
    assert.equal(makeSlug(name), slug);
  });
}

test('whatever a name is, its slug is one short part of an address', () => {
  assertProperty(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (name) => {
      const slug = makeSlug(name);
      assert.match(slug, /^[\p{L}\p{N}\p{M}]+(?:-[\p{L}\p{N}\p{M}]+)*$/u);
      assert.ok([...slug].length <= 80);
      assert.equal(decodeURIComponent(encodeURIComponent(slug)), slug);
    }),
    { numRuns: 2_000 },
  );
});

test('a younger thing never takes the address of an older one', () => {
  const old = { name: 'Pot', also: [], age: '1' };
  const young = { name: '.POT', also: [], age: '2' };
  const before = buildAddressBook([old]);
  const after = buildAddressBook([young, old]);
  assert.equal(before.bySlug.get('pot'), old);
  assert.equal(after.bySlug.get('pot'), old);
  assert.equal(after.bySlug.get('pot-2'), young);
});

test('whatever is added later, every address leads to what it led to', () => {
  const name = fc.constantFrom('Pot', 'pot', '.pot', 'Pan', 'pan!', 'Lid');
  assertProperty(
    fc.property(fc.array(name, { maxLength: 8 }), fc.array(name, { maxLength: 8 }), (early, late) => {
      const things = [...early, ...late].map((one, at) => ({ name: one, also: [], age: String(at).padStart(3, '0') }));
      const before = buildAddressBook(things.slice(0, early.length));
      const after = buildAddressBook(things);
      for (const [slug, thing] of before.bySlug) assert.equal(after.bySlug.get(slug), thing);
    }),
  );
});

test('an old name leads on, unless something else has that name', () => {
  const renamed = { name: 'Kettlectl', also: ['Pot', 'Boiler'], age: '1' };
  const pot = { name: 'Pot', also: [], age: '2' };
  const { bySlug, aliases } = buildAddressBook([renamed, pot]);
  assert.equal(bySlug.get('pot'), pot);
  assert.deepEqual([...aliases], [['boiler', renamed]]);
});
