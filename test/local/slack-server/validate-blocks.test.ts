import assert from 'node:assert/strict';
import { test } from 'node:test';
import { validateMessage, validateView } from '../../../local/slack-server/validate-blocks.ts';

const plain = (text: string) => ({ type: 'plain_text', text });
const mrkdwn = (text: string) => ({ type: 'mrkdwn', text });
const section = (text: string) => ({ type: 'section', text: mrkdwn(text) });
const button = (more: object = {}) => ({ type: 'button', text: plain('More'), action_id: 'more', ...more });
const option = (value: string, more: object = {}) => ({ text: plain(value), value, ...more });
const rich = (...elements: object[]) => ({ type: 'rich_text', elements: [{ type: 'rich_text_section', elements }] });
const long = (length: number) => 'x'.repeat(length);

const messagesOf = (...blocks: object[]) =>
  validateMessage({ text: 'words', blocks }).map(({ pointer, message }) => `${pointer} ${message}`);
const isFine = (...blocks: object[]) => assert.deepEqual(messagesOf(...blocks), []);
const isRefused = (expected: RegExp, ...blocks: object[]) => {
  const messages = messagesOf(...blocks);
  assert.ok(
    messages.some((message) => expected.test(message)),
    `${expected} is not among ${JSON.stringify(messages)}`,
  );
};

test('a message as rich as the bot sends is fine', () => {
  isFine(
    { type: 'header', text: plain('Runs on armv6') },
    { ...section('*Yes* on `armv6`'), accessory: button({ url: 'https://example.com/a' }), expand: true },
    { type: 'section', fields: [mrkdwn('*armv6*'), { ...plain('yes'), emoji: true }] },
    { type: 'divider' },
    {
      type: 'context',
      elements: [mrkdwn('Issue of May'), { type: 'image', image_url: 'https://example.com/i.png', alt_text: 'a chip' }],
    },
    {
      type: 'actions',
      block_id: 'b1',
      elements: [button(), { type: 'overflow', action_id: 'o', options: [option('a')] }],
    },
    {
      type: 'actions',
      elements: [
        {
          type: 'static_select',
          placeholder: plain('Which?'),
          options: [option('a'), option('b')],
          initial_option: option('b'),
        },
      ],
    },
    rich(
      { type: 'text', text: 'bold', style: { bold: true } },
      { type: 'link', url: 'https://example.com', text: 'here' },
    ),
    {
      type: 'table',
      rows: [[{ type: 'raw_text', text: 'a' }, rich({ type: 'text', text: 'b' })]],
      column_settings: [null, { align: 'right', is_wrapped: true }],
    },
    {
      type: 'context_actions',
      elements: [
        {
          type: 'feedback_buttons',
          action_id: 'f',
          positive_button: { text: plain('Good'), value: 'y' },
          negative_button: { text: plain('Bad'), value: 'n' },
        },
      ],
    },
  );
});

test('every length that Slack documents is kept to the character', () => {
  const limits: [number, (text: string) => object][] = [
    [3000, section],
    [2000, (text) => ({ type: 'section', fields: [mrkdwn(text)] })],
    [150, (text) => ({ type: 'header', text: plain(text) })],
    [75, (text) => ({ type: 'actions', elements: [button({ text: plain(text) })] })],
    [2000, (value) => ({ type: 'actions', elements: [button({ value })] })],
    [255, (action_id) => ({ type: 'actions', elements: [button({ action_id })] })],
    [255, (block_id) => ({ ...section('x'), block_id })],
    [
      75,
      (text) => ({
        type: 'actions',
        elements: [{ type: 'static_select', options: [option('v', { text: plain(text) })] }],
      }),
    ],
    [
      150,
      (value) => ({ type: 'actions', elements: [{ type: 'static_select', options: [{ text: plain('o'), value }] }] }),
    ],
    [150, (text) => ({ type: 'actions', elements: [{ type: 'users_select', placeholder: plain(text) }] })],
    [2000, (alt_text) => ({ type: 'image', image_url: 'https://example.com/i.png', alt_text })],
    [12_000, (text) => ({ type: 'markdown', text })],
    [
      100,
      (text) => ({
        type: 'actions',
        elements: [
          button({ confirm: { title: plain(text), text: plain('?'), confirm: plain('y'), deny: plain('n') } }),
        ],
      }),
    ],
    [
      300,
      (text) => ({
        type: 'actions',
        elements: [
          button({ confirm: { title: plain('t'), text: plain(text), confirm: plain('y'), deny: plain('n') } }),
        ],
      }),
    ],
    [
      30,
      (text) => ({
        type: 'actions',
        elements: [
          button({ confirm: { title: plain('t'), text: plain('?'), confirm: plain(text), deny: plain('n') } }),
        ],
      }),
    ],
  ];
  for (const [limit, build] of limits) {
    isFine(build(long(limit)));
    isRefused(new RegExp(`must be less than ${limit + 1} characters`), build(long(limit + 1)));
  }
  const link = (length: number) => ({
    type: 'actions',
    elements: [button({ url: `https://example.com/${long(length - 20)}` })],
  });
  isFine(link(3000));
  isRefused(/less than 3001/, link(3001));
});

test('no list is longer than Slack allows, and none that needs members is empty', () => {
  const lists: [number, (count: number) => object][] = [
    [10, (count) => ({ type: 'section', fields: Array.from({ length: count }, () => mrkdwn('f')) })],
    [10, (count) => ({ type: 'context', elements: Array.from({ length: count }, () => mrkdwn('c')) })],
    [
      25,
      (count) => ({
        type: 'actions',
        elements: Array.from({ length: count }, (_, at) => button({ action_id: `a${at}` })),
      }),
    ],
    [
      100,
      (count) => ({
        type: 'actions',
        elements: [{ type: 'static_select', options: Array.from({ length: count }, (_, at) => option(`o${at}`)) }],
      }),
    ],
    [
      5,
      (count) => ({
        type: 'actions',
        elements: [{ type: 'overflow', options: Array.from({ length: count }, (_, at) => option(`o${at}`)) }],
      }),
    ],
    [
      10,
      (count) => ({
        type: 'actions',
        elements: [{ type: 'checkboxes', options: Array.from({ length: count }, (_, at) => option(`o${at}`)) }],
      }),
    ],
    [100, (count) => ({ type: 'table', rows: Array.from({ length: count }, () => [{ type: 'raw_text', text: 'x' }]) })],
    [
      20,
      (count) => ({ type: 'table', rows: [Array.from({ length: count }, () => ({ type: 'raw_text', text: 'x' }))] }),
    ],
  ];
  for (const [most, build] of lists) {
    isFine(build(most));
    isRefused(new RegExp(`no more than ${most} items`), build(most + 1));
    isRefused(/no fewer than 1 items/, build(0));
  }
  isFine(...Array.from({ length: 50 }, () => ({ type: 'divider' })));
  isRefused(/\/blocks no more than 50 items/, ...Array.from({ length: 51 }, () => ({ type: 'divider' })));
});

test('unknown blocks, elements and members are refused, and each kind of text has its own members', () => {
  isRefused(/unsupported type: sektion/, { type: 'sektion' });
  isRefused(/unsupported type: undefined/, {});
  isRefused(/unsupported type: plain_text_input/, {
    type: 'actions',
    elements: [{ type: 'plain_text_input', action_id: 'x' }],
  });
  isRefused(/invalid additional property: colour/, { ...section('x'), colour: 'red' });
  isRefused(/invalid additional property: emoji/, { type: 'section', text: { ...mrkdwn('x'), emoji: true } });
  isRefused(/invalid additional property: verbatim/, { type: 'section', text: { ...plain('x'), verbatim: true } });
  isRefused(/unsupported type: mrkdwn/, { type: 'header', text: mrkdwn('x') });
  isRefused(/missing required field: text/, { type: 'actions', elements: [{ type: 'button', action_id: 'x' }] });
  isRefused(/one of text, fields is needed/, { type: 'section' });
  isRefused(/must be a valid URL/, { type: 'actions', elements: [button({ url: 'example' })] });
  isRefused(/must be a valid URL/, { type: 'image', image_url: 'file:///etc/passwd', alt_text: 'x' });
  isRefused(/unsupported type: input/, { type: 'input', label: plain('l'), element: { type: 'plain_text_input' } });
  isRefused(/one of primary, danger/, { type: 'actions', elements: [button({ style: 'default' })] });
  isRefused(/exactly one of options, option_groups/, { type: 'actions', elements: [{ type: 'static_select' }] });
  isRefused(/initial option must be exactly one/, {
    type: 'actions',
    elements: [{ type: 'static_select', options: [option('a')], initial_option: option('b') }],
  });
  isRefused(/invalid additional property: url/, {
    type: 'actions',
    elements: [{ type: 'static_select', options: [option('a', { url: 'https://example.com' })] }],
  });
});

test('empty texts are refused, blank ones too', () => {
  for (const text of ['', ' ', '\n']) {
    isRefused(/more than 0 characters/, section(text));
    isRefused(/more than 0 characters/, { type: 'header', text: plain(text) });
    isRefused(/more than 0 characters/, { type: 'actions', elements: [button({ text: plain(text) })] });
  }
  isRefused(/more than 0 characters/, rich({ type: 'text', text: '' }));
  isFine(rich({ type: 'text', text: ' ' }));
  isRefused(/no fewer than 1 items/, rich());
});

test('ids are used once: of blocks in a message, of actions in a block', () => {
  isRefused(/block_id "a" already exists/, { ...section('x'), block_id: 'a' }, { ...section('y'), block_id: 'a' });
  isRefused(/action_id "more" already exists/, { type: 'actions', elements: [button(), button()] });
  isFine({ type: 'actions', elements: [button()] }, { type: 'actions', elements: [button()] });
});

test('rich text is built of the documented elements only', () => {
  isRefused(/unsupported type: bold/, rich({ type: 'bold', text: 'x' }));
  isRefused(/unsupported type: text/, { type: 'rich_text', elements: [{ type: 'text', text: 'x' }] });
  isRefused(/one of bullet, ordered/, {
    type: 'rich_text',
    elements: [
      {
        type: 'rich_text_list',
        style: 'dotted',
        elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: 'x' }] }],
      },
    ],
  });
  isRefused(/unsupported type: emoji/, {
    type: 'rich_text',
    elements: [{ type: 'rich_text_preformatted', elements: [{ type: 'emoji', name: 'wave' }] }],
  });
  isRefused(/an id that begins with UW/, rich({ type: 'user', user_id: 'somebody' }));
});

test('what a message as a whole may hold is limited, with the error that Slack answers', () => {
  const codes = (message: object) => [...new Set(validateMessage(message).map(({ code }) => code))];
  assert.deepEqual(codes({}), ['no_text']);
  assert.deepEqual(codes({ text: '  ' }), ['no_text']);
  assert.deepEqual(codes({ text: '', blocks: [section('x')] }), []);
  assert.deepEqual(codes({ text: long(40_000) }), []);
  assert.deepEqual(codes({ text: long(40_001) }), ['msg_too_long']);
  assert.deepEqual(codes({ text: 'x', blocks: Array.from({ length: 4 }, () => section(long(3000))) }), []);
  assert.deepEqual(codes({ text: 'x', blocks: Array.from({ length: 5 }, () => section(long(2700))) }), [
    'msg_blocks_too_long',
  ]);
  assert.deepEqual(codes({ text: 'x', blocks: 'none' }), ['invalid_blocks']);
  assert.deepEqual(codes({ markdown_text: '**x**', text: 'x' }), ['markdown_text_conflict']);
  const cell = (length: number) => [{ type: 'raw_text', text: long(length) }];
  isFine({ type: 'table', rows: [cell(5000), cell(5000)] });
  isRefused(/a table must be less than 10001/, { type: 'table', rows: [cell(5000), cell(5001)] });
  isRefused(/only_one_table_allowed/, { type: 'table', rows: [cell(1)] }, { type: 'table', rows: [cell(1)] });
  isRefused(
    /all markdown blocks must be less than 12001/,
    { type: 'markdown', text: long(6000) },
    { type: 'markdown', text: long(6001) },
  );
});

test('metadata is a name and a payload of scalars and flat objects', () => {
  const codes = (metadata: unknown) => validateMessage({ text: 'x', metadata }).map(({ code }) => code);
  assert.deepEqual(codes({ event_type: 'issue_announced', event_payload: { id: 'w1', parts: [{ at: 1 }] } }), []);
  assert.deepEqual(codes('issue'), ['invalid_metadata_format']);
  assert.deepEqual(codes({ event_type: 'a b', event_payload: {} }), ['invalid_metadata_schema']);
  assert.deepEqual(codes({ event_type: 'a' }), ['invalid_metadata_schema']);
  assert.deepEqual(codes({ event_type: 'a', event_payload: { deep: { deeper: {} } } }), ['invalid_metadata_schema']);
  assert.deepEqual(codes({ event_type: 'a', event_payload: { x: long(16_000) } }), ['metadata_too_large']);
});

test('a modal has a short title, a submit button when it asks, and holds inputs', () => {
  const input = (more: object = {}) => ({
    type: 'input',
    label: plain('Question'),
    element: { type: 'plain_text_input', action_id: 'q', max_length: 3000, ...more },
  });
  const modal = { type: 'modal', title: plain('Ask'), submit: plain('Ask'), close: plain('Cancel'), blocks: [input()] };
  assert.deepEqual(validateView(modal), []);
  const refusals: [RegExp, object][] = [
    [/less than 25/, { ...modal, title: plain(long(25)) }],
    [/less than 25/, { ...modal, submit: plain(long(25)) }],
    [/less than 25/, { ...modal, close: plain(long(25)) }],
    [/less than 3001/, { ...modal, private_metadata: long(3001) }],
    [/less than 256/, { ...modal, callback_id: long(256) }],
    [/between 1 and 3000/, { ...modal, blocks: [input({ max_length: 3001 })] }],
    [/must not be more than max_length/, { ...modal, blocks: [input({ min_length: 5, max_length: 4 })] }],
    [/missing required field: submit/, { type: 'modal', title: plain('Ask'), blocks: [input()] }],
    [/missing required field: title/, { type: 'modal', blocks: [] }],
    [/no more than 100 items/, { ...modal, blocks: Array.from({ length: 101 }, () => ({ type: 'divider' })) }],
    [/unsupported type: table/, { ...modal, blocks: [{ type: 'table', rows: [[{ type: 'raw_text', text: 'x' }]] }] }],
    [/unsupported type: markdown/, { ...modal, blocks: [{ type: 'markdown', text: 'x' }] }],
    [
      /only one element may have focus/,
      { ...modal, blocks: [input({ focus_on_load: true }), input({ focus_on_load: true })] },
    ],
    [/one of modal, home/, { type: 'page', blocks: [] }],
  ];
  for (const [expected, view] of refusals) {
    const messages = validateView(view).map(({ message }) => message);
    assert.ok(
      messages.some((message) => expected.test(message)),
      `${expected} is not among ${JSON.stringify(messages)}`,
    );
  }
  const home = { type: 'home', blocks: [section('x'), input()] };
  assert.deepEqual(validateView(home), []);
  assert.match(validateView({ ...home, title: plain('Home') })[0]?.message ?? '', /invalid additional property: title/);
  assert.deepEqual(
    validateView({ ...home, blocks: Array.from({ length: 91 }, () => section(long(2990))) }).map(({ code }) => code),
    ['view_too_large'],
  );
});
