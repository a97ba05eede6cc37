import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import * as v from 'valibot';
import { apiAddressSchema, hostSchema, listSchema, portSchema, quoteValue } from '#settings/setting-schemas.ts';

const read = (schema: v.GenericSchema<unknown, unknown>, value: string | undefined) => {
  const { success, output, issues } = v.safeParse(schema, value);
  return success ? output : issues.map(({ message }) => message).join();
};

suite('a port', () => {
  for (const [text, port] of [
    ['1', 1],
    ['8080', 8080],
    ['65535', 65_535],
  ] as const)
    test(text, () => assert.equal(read(portSchema, text), port));
  for (const text of ['0', '65536', '-1', '80.5', '8e3', '0x50', '', ' 80', '123456'])
    test(`not ${JSON.stringify(text)}`, () =>
      assert.equal(read(portSchema, text), `a port between 1 and 65535 is expected, found "${text}".`));
  test('none is none', () => assert.equal(read(portSchema, undefined), undefined));
});

suite('the address of an API', () => {
  const schema = apiAddressSchema('https://usual.example/api', 'Kettle');
  test('is the usual one unless it is set', () => {
    assert.equal(read(schema, undefined), 'https://usual.example/api');
    assert.equal(read(schema, 'http://127.0.0.1:1/api'), 'http://127.0.0.1:1/api');
  });
  for (const text of ['', 'usual.example', 'ftp://usual.example', 'httpsx://usual.example', 'https:'])
    test(`not ${JSON.stringify(text)}`, () =>
      assert.match(
        String(read(schema, text)),
        /begins with https:\/\/ is expected\. Leave it out for Kettle itself\./,
      ));
});

suite('an address to listen on', () => {
  for (const text of [
    '127.0.0.1',
    '0.0.0.0',
    '::1',
    '::',
    'localhost',
    'Kettle.EXAMPLE',
    'a',
    '::ffff:1.2.3.4',
    'FE80::1',
  ])
    test(text, () => assert.equal(read(hostSchema, text), text));
  test('is this machine’s own unless it is set', () => assert.equal(read(hostSchema, undefined), '127.0.0.1'));
  for (const text of ['', 'http://localhost', 'kettle.', '-kettle', 'two words', '[::1]', ':::1', '127.0.0.1:80'])
    test(`not ${JSON.stringify(text)}`, () => assert.match(String(read(hostSchema, text)), /the address to listen on/));
});

test('a list has its words without what stands around them, and none that is empty', () => {
  assert.deepEqual(read(listSchema, ' a, b c ,,d,'), ['a', 'b c', 'd']);
  assert.deepEqual(read(listSchema, ' , '), []);
});

test('a value is shown by its beginning', () => {
  assert.equal(quoteValue('k'.repeat(20)), `"${'k'.repeat(20)}"`);
  assert.equal(quoteValue('k'.repeat(21)), `"${'k'.repeat(20)}"`);
});
