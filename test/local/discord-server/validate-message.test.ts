import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildErrorTree } from '../../../local/discord-server/form-problem.ts';
import { validateInteractionResponse } from '../../../local/discord-server/validate-interaction-response.ts';
import { type MessageKind, validateMessage } from '../../../local/discord-server/validate-message.ts';
import type { JsonObject } from '../../../local/discord-server/world-model.ts';

const many = <T>(count: number, make: (index: number) => T) => Array.from({ length: count }, (_, index) => make(index));
const button = (id: string, rest: JsonObject = {}) => ({ type: 2, style: 1, custom_id: id, label: 'x', ...rest });
const row = (...components: JsonObject[]) => ({ type: 1, components });
const option = (value: string) => ({ label: 'x', value });
const v2 = 1 << 15;

test('everything that Discord refuses in a message is found, with its place', async (t) => {
  const cases: [string, JsonObject, string, MessageKind?][] = [
    ['nothing to show', {}, ''],
    ['blanks only', { content: ' \n ' }, ''],
    ['2001 characters', { content: 'x'.repeat(2001) }, 'content'],
    ['11 embeds', { embeds: many(11, () => ({ title: 'x' })) }, 'embeds'],
    ['a title of 257 characters', { embeds: [{ title: 'x'.repeat(257) }] }, 'embeds.0.title'],
    ['a description of 4097 characters', { embeds: [{ description: 'x'.repeat(4097) }] }, 'embeds.0.description'],
    ['26 fields', { embeds: [{ fields: many(26, () => ({ name: 'x', value: 'x' })) }] }, 'embeds.0.fields'],
    ['a field of blanks', { embeds: [{ fields: [{ name: 'x', value: ' ' }] }] }, 'embeds.0.fields.0.value'],
    ['a long field name', { embeds: [{ fields: [{ name: 'x'.repeat(257), value: 'x' }] }] }, 'embeds.0.fields.0.name'],
    [
      'a long field value',
      { embeds: [{ fields: [{ name: 'x', value: 'x'.repeat(1025) }] }] },
      'embeds.0.fields.0.value',
    ],
    ['a long footer', { embeds: [{ title: 'x', footer: { text: 'x'.repeat(2049) } }] }, 'embeds.0.footer.text'],
    ['a long author', { embeds: [{ title: 'x', author: { name: 'x'.repeat(257) } }] }, 'embeds.0.author.name'],
    [
      '6001 characters over two embeds',
      { embeds: [{ description: 'x'.repeat(4000) }, { description: 'x'.repeat(2001) }] },
      'embeds',
    ],
    ['an embed without anything', { embeds: [{}] }, 'embeds.0.description'],
    ['an address that is not http', { embeds: [{ title: 'x', url: 'javascript:alert(1)' }] }, 'embeds.0.url'],
    ['six rows', { components: many(6, (i) => row(button(`${i}`))) }, 'components'],
    ['six buttons in a row', { components: [row(...many(6, (i) => button(`${i}`)))] }, 'components.0.components'],
    [
      'the same custom_id twice',
      { components: [row(button('a'), button('a'))] },
      'components.0.components.1.custom_id',
    ],
    [
      'a custom_id of 101 characters',
      { components: [row(button('x'.repeat(101)))] },
      'components.0.components.0.custom_id',
    ],
    [
      'a label of 81 characters',
      { components: [row(button('a', { label: 'x'.repeat(81) }))] },
      'components.0.components.0.label',
    ],
    ['a button without a label', { components: [row(button('a', { label: '' }))] }, 'components.0.components.0.label'],
    [
      'a link without an address',
      { components: [row({ type: 2, style: 5, label: 'x' })] },
      'components.0.components.0.url',
    ],
    [
      'a link of 513 characters',
      { components: [row({ type: 2, style: 5, label: 'x', url: `https://x.y/${'x'.repeat(501)}` })] },
      'components.0.components.0.url',
    ],
    [
      'a link with a custom_id',
      { components: [row(button('a', { style: 5, url: 'https://x.y' }))] },
      'components.0.components.0.custom_id',
    ],
    ['an unknown style', { components: [row(button('a', { style: 9 }))] }, 'components.0.components.0.style'],
    [
      'a menu with 26 options',
      { components: [row({ type: 3, custom_id: 'm', options: many(26, (i) => option(`${i}`)) })] },
      'components.0.components.0.options',
    ],
    [
      'a menu with the same value twice',
      { components: [row({ type: 3, custom_id: 'm', options: [option('1'), option('1')] })] },
      'components.0.components.0.options',
    ],
    [
      'a menu beside a button',
      { components: [row(button('a'), { type: 3, custom_id: 'm', options: [option('1')] })] },
      'components.0.components',
    ],
    ['a text component without its flag', { components: [{ type: 10, content: 'x' }] }, 'components.0'],
    [
      'content beside components of version 2',
      { flags: v2, content: 'x', components: [{ type: 10, content: 'x' }] },
      'content',
    ],
    [
      '4001 characters in text components',
      { flags: v2, components: many(2, () => ({ type: 10, content: 'x'.repeat(2001) })) },
      'components',
    ],
    [
      '41 components',
      { flags: v2, components: many(7, (i) => row(...many(5, (j) => button(`${i}-${j}`)))) },
      'components',
    ],
    ['a nonce of 26 characters', { content: 'x', nonce: 'x'.repeat(26) }, 'nonce'],
    ['an enforced nonce that is missing', { content: 'x', enforce_nonce: true }, 'nonce'],
    [
      'users allowed twice',
      { content: 'x', allowed_mentions: { parse: ['users'], users: ['11111111111111111'] } },
      'allowed_mentions',
    ],
    [
      'an unknown kind of mention',
      { content: 'x', allowed_mentions: { parse: ['everybody'] } },
      'allowed_mentions.parse.0',
    ],
    ['an ephemeral message that is no response', { content: 'x', flags: 64 }, 'flags'],
    ['a long edit', { content: 'x'.repeat(2001) }, 'content', 'edit'],
    ['a long response', { embeds: [{ title: 'x'.repeat(257) }] }, 'embeds.0.title', 'interaction'],
  ];
  for (const [name, body, place, kind] of cases) {
    await t.test(name, () => {
      const problems = validateMessage(body, kind);
      assert.ok(
        problems.some(({ path }) => path.join('.') === place),
        JSON.stringify(problems),
      );
    });
  }
});

test('messages at every limit are right', () => {
  const embed = {
    title: 'x'.repeat(256),
    description: 'x'.repeat(4096),
    url: 'https://example.com',
    color: 0xffffff,
    timestamp: new Date(0).toISOString(),
    footer: { text: 'x'.repeat(1648) },
  };
  const rows = many(5, (i) => row(...many(5, (j) => button(`${i}-${j}`, { label: 'x'.repeat(80) }))));
  assert.deepEqual(
    validateMessage({
      content: 'x'.repeat(2000),
      embeds: [embed],
      components: rows,
      flags: 4,
      nonce: 'x'.repeat(25),
      enforce_nonce: true,
    }),
    [],
  );
  assert.deepEqual(
    validateMessage({ flags: v2, components: [{ type: 17, components: [{ type: 10, content: 'x'.repeat(4000) }] }] }),
    [],
  );
  assert.deepEqual(validateMessage({ content: 'x', flags: 64 }, 'interaction'), []);
  assert.deepEqual(validateMessage({ embeds: [] }, 'edit'), []);
});

test('modals and the types of responses are held to their rules', async (t) => {
  const input = (rest: JsonObject) => row({ type: 4, custom_id: 'q', style: 1, label: 'Question', ...rest });
  const modal = (rest: JsonObject) => ({
    type: 9,
    data: { custom_id: 'm', title: 'Ask', components: [input({})], ...rest },
  });
  const onCommand = { type: 2, hasMessage: false };
  const cases: [string, unknown, string][] = [
    ['a title of 46 characters', modal({ title: 'x'.repeat(46) }), 'data.title'],
    ['six rows', modal({ components: many(6, (i) => input({ custom_id: `${i}` })) }), 'data.components'],
    [
      'a label of 46 characters',
      modal({ components: [input({ label: 'x'.repeat(46) })] }),
      'data.components.0.components.0.label',
    ],
    ['no label', modal({ components: [input({ label: undefined })] }), 'data.components.0.components.0.label'],
    [
      'a placeholder of 101 characters',
      modal({ components: [input({ placeholder: 'x'.repeat(101) })] }),
      'data.components.0.components.0.placeholder',
    ],
    [
      '4001 characters allowed',
      modal({ components: [input({ max_length: 4001 })] }),
      'data.components.0.components.0.max_length',
    ],
    ['the same field twice', modal({ components: [input({}), input({})] }), 'data.components.1.components.0.custom_id'],
    ['an update without a message', { type: 7, data: { content: 'x' } }, 'type'],
    ['choices for a command', { type: 8, data: { choices: [] } }, 'type'],
    ['a long answer', { type: 4, data: { content: 'x'.repeat(2001) } }, 'data.content'],
  ];
  for (const [name, body, place] of cases) {
    await t.test(name, () => {
      const problems = validateInteractionResponse(body, onCommand);
      assert.ok(
        problems.some(({ path }) => path.join('.') === place),
        JSON.stringify(problems),
      );
    });
  }
  assert.deepEqual(validateInteractionResponse(modal({}), onCommand), []);
  assert.equal(validateInteractionResponse(modal({}), { type: 5, hasMessage: true })[0]?.path[0], 'type');
});

test('problems become the tree that Discord answers with', () => {
  const problem = { path: ['embeds', 0, 'title'], code: 'BASE_TYPE_BAD_LENGTH', message: 'Too long.' };
  const { code, message } = problem;
  assert.deepEqual(buildErrorTree([problem]), { embeds: { 0: { title: { _errors: [{ code, message }] } } } });
});
