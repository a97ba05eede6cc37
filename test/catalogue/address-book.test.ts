import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildAddressBook } from '#catalogue/address-book.ts';
import { buildCatalogue } from '#catalogue/catalogue.ts';
import { buildSnapshot } from '#search/snapshot.ts';
import { inventIssueOfFacts } from '../watching/invent-issue-of-facts.ts';

const thing = (name: string, age: string, ...also: string[]) => ({ name, age, also });

test('of two that would get the same address the older one has it, in whatever order they come', () => {
  const things = [thing('Kettle!', '2031'), thing('kettle', '2029'), thing('KETTLE', '2030')];
  for (const some of [things, things.toReversed()]) {
    const { bySlug } = buildAddressBook(some);
    assert.deepEqual(
      [...bySlug].map(([slug, { age }]) => [slug, age]),
      [
        ['kettle', '2029'],
        ['kettle-2', '2030'],
        ['kettle-3', '2031'],
      ],
    );
  }
});

test('another name leads to what bears it, the older of two, and never away from what has that address', () => {
  const { aliases } = buildAddressBook([
    thing('Pan', '2031', 'Pot', 'Lid', 'Kettle'),
    thing('Kettle', '2030', 'Lid'),
    thing('Spoon', '2029', 'Spoon'),
  ]);
  assert.deepEqual(
    [...aliases].map(([slug, { name }]) => [slug, name]),
    [
      ['lid', 'Kettle'],
      ['pot', 'Pan'],
    ],
  );
});

test('names stand in the order of their letters and numbers, whatever signs are before them', () => {
  const names = ['Pi10 kit', '.NET', 'pi2 kit', 'Éclair', 'Kettle', 'eclair b', '@tea/pot', 'C++ kit', 'a-c', 'ab'];
  const facts = names.map((name) => ({ says: `${name} runs on arm64.`, about: [name], on: ['arm64'], status: 'yes' }));
  const { subjects } = buildCatalogue(buildSnapshot([inventIssueOfFacts('2031-W07', facts)]));
  assert.deepEqual(
    subjects.map(({ name }) => name),
    ['a-c', 'ab', 'C++ kit', 'Éclair', 'eclair b', 'Kettle', '.NET', 'pi2 kit', 'Pi10 kit', '@tea/pot'],
  );
});
