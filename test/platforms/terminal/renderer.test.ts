import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stripVTControlCharacters } from 'node:util';
import fc from 'fast-check';
import stringWidth from 'fast-string-width';
import type { Block, Reply } from '#conversation/reply.ts';
import { renderForTerminal } from '#platforms/terminal/renderer.ts';
import type { TerminalView } from '#platforms/terminal/view.ts';
import { assertProperty } from '../../fixtures/assert-property.ts';

const plain: TerminalView = { width: 60, hasColours: false, hasLinks: false };
const rich: TerminalView = { width: 60, hasColours: true, hasLinks: true };
const reply = (...blocks: Block[]): Reply => ({ blocks, audience: 'anyone' });

const answer = reply(
  { kind: 'lead', text: 'Yes, teapotd runs on armv6.', verdict: 'yes' },
  { kind: 'quote', text: 'The teapotd team ships packages for armv6 and arm64.', isRestated: false },
  {
    kind: 'source',
    source: {
      issueId: '2031-W07',
      issueTitle: 'Kitchen Weekly, issue 7',
      day: '2031-02-14',
      isDateDerived: true,
      heading: 'Teapotd 2.0 is out',
      issueLink: 'https://kitchen.example/7',
    },
  },
  { kind: 'links', links: [{ url: 'https://teapotd.example/', words: 'the download' }] },
  { kind: 'suggestions', title: 'Ask next', questions: ['does teapotd run on windows?'] },
);

test('without colours a reply is plain text that a person can read', () => {
  assert.equal(
    renderForTerminal(answer, plain),
    `✔ Yes, teapotd runs on armv6.

│ “The teapotd team ships packages for armv6 and arm64.”
— “Teapotd 2.0 is out”, Kitchen Weekly, issue 7 (2031-W07),
  2031-02-14 (the Friday of its week)
  https://kitchen.example/7

→ the download: https://teapotd.example/

Ask next:
› does teapotd run on windows?
`,
  );
});

test('with colours and links the words are the same, and addresses can be clicked', () => {
  const text = renderForTerminal(answer, rich);
  assert.ok(text.includes('\u001b]8;;https://teapotd.example/\u0007the download\u001b]8;;\u0007'));
  assert.ok(text.includes('\u001b[32m'), 'yes is green');
  const words = stripVTControlCharacters(text);
  assert.match(words, /✔ Yes, teapotd runs on armv6\./);
  assert.doesNotMatch(words, /https:/, 'a clickable address need not be shown');
});

test('words that restate an issue are never shown as a quote', () => {
  const text = renderForTerminal(reply({ kind: 'quote', text: 'Teapotd boils.', isRestated: true }), plain);
  assert.equal(text, 'In our own words, after the issue:\n│ Teapotd boils.\n');
});

test('a table lines up its columns, counts wide characters as two, and stacks where it is too narrow', () => {
  const table = reply({
    kind: 'table',
    title: 'Status of teapotd',
    columns: ['Target', 'Status', 'Evidence'],
    rows: [
      ['arm64', 'yes', 'The team ships packages for arm64 and says that they boil twice as fast.'],
      ['茶壺', 'no', 'Nobody has tried.'],
    ],
  });
  assert.equal(
    renderForTerminal(table, plain),
    `Status of teapotd
Target  Status  Evidence
arm64   yes     The team ships packages for arm64 and says
                that they boil twice as fast.
茶壺    no      Nobody has tried.
`,
  );
  assert.equal(
    renderForTerminal(table, { ...plain, width: 30 }),
    `Status of teapotd
arm64  yes
  The team ships packages for
  arm64 and says that they
  boil twice as fast.
茶壺  no
  Nobody has tried.
`,
  );
});

test('an address that is not of the web is shown and never made clickable', () => {
  for (const url of [
    'javascript:alert(1)',
    'file:///etc/passwd',
    'not a url',
    'https://x.example/\u0007\u001b]0;owned\u0007',
  ]) {
    const text = renderForTerminal(reply({ kind: 'links', links: [{ url, words: 'here' }] }), rich);
    // Only an address that begins and ends as we wrote it may stand between the marks of a link.
    for (const [, address] of text.matchAll(/\p{Cc}\]8;;(\P{Cc}*)\p{Cc}/gu))
      assert.match(address ?? '', /^(?:https:[\x21-\x7e]+)?$/);
    assert.ok(!text.includes('\u001b]0;'), url);
  }
});

test('words that look like an address never hide another address', () => {
  for (const words of ['https://bank.example', 'https：／／bank', 'ｗｗｗ．bank']) {
    const text = renderForTerminal(reply({ kind: 'links', links: [{ url: 'https://evil.example/', words }] }), rich);
    assert.equal(stripVTControlCharacters(text), '→ https://evil.example/\n', words);
  }
});

test('words that show another host stand beside the address that they lead to', () => {
  for (const words of ['bank.example', 'log in at bank。example', '203.0.113.7'])
    assert.match(
      stripVTControlCharacters(
        renderForTerminal(reply({ kind: 'links', links: [{ url: 'https://evil.example/', words }] }), rich),
      ),
      /: https:\/\/evil\.example\/\n$/,
      words,
    );
});

const hostileText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc
    .array(
      fc.constantFrom(
        '\u001b[2J',
        '\u001b]0;owned\u0007',
        '\u009b31m',
        '\u202e',
        '\r',
        '\n',
        '\u2028',
        '\b',
        'word',
        ' ',
        '壺',
        '👩‍🚀',
      ),
      { maxLength: 60 },
    )
    .map((parts) => parts.join('')),
);
const hostileBlock: fc.Arbitrary<Block> = fc.oneof(
  fc.record({
    kind: fc.constant('lead'),
    text: hostileText,
    verdict: fc.constantFrom('yes', 'unknown', undefined),
  } as const),
  fc.record({ kind: fc.constant('text'), text: hostileText } as const),
  fc.record({ kind: fc.constant('quote'), text: hostileText, isRestated: fc.boolean() } as const),
  fc.record({
    kind: fc.constant('links'),
    links: fc.array(fc.record({ url: fc.oneof(fc.webUrl(), hostileText), words: hostileText }), { maxLength: 3 }),
  } as const),
  fc.record({ kind: fc.constant('list'), title: hostileText, items: fc.array(hostileText, { maxLength: 4 }) } as const),
  fc.record({
    kind: fc.constant('table'),
    title: hostileText,
    columns: fc.constant(['A', 'B', 'C']),
    rows: fc.array(fc.tuple(hostileText, hostileText, hostileText), { maxLength: 3 }),
  } as const),
  fc.record({
    kind: fc.constant('suggestions'),
    title: hostileText,
    questions: fc.array(hostileText, { maxLength: 3 }),
  } as const),
  fc.record({
    kind: fc.constant('source'),
    source: fc.record({
      issueId: hostileText,
      issueTitle: hostileText,
      day: fc.constant('2031-02-14'),
      isDateDerived: fc.boolean(),
      heading: hostileText,
      issueLink: fc.option(hostileText, { nil: undefined }),
    }),
  } as const),
);

test('no control character of a newsletter reaches the terminal, and no line of words is wider than it', (t) => {
  const seed = 20171013;
  t.diagnostic(`seed ${seed}`);
  assertProperty(
    fc.property(fc.array(hostileBlock, { maxLength: 4 }), fc.integer({ min: 20, max: 120 }), (blocks, width) => {
      const text = renderForTerminal(reply(...blocks), { ...plain, width });
      assert.doesNotMatch(text, /[^\P{Cc}\n]|[\u202a-\u202e\u2066-\u2069\u2028\u2029]/u);
      for (const line of text.split('\n')) {
        const mark = /^ *(?:[│•›→—✔?] )?/u.exec(line)?.[0] ?? '';
        const hasOneWord = !line.slice(mark.length).trim().includes(' ');
        assert.ok(stringWidth(line) <= width || hasOneWord, `${stringWidth(line)} > ${width}: ${JSON.stringify(line)}`);
      }
      const coloured = renderForTerminal(reply(...blocks), { ...rich, width });
      const left = coloured.replace(/\p{Cc}(?:\[\d+m|\]8;;[\x21-\x7e]*\p{Cc})/gu, '');
      assert.doesNotMatch(left, /[^\P{Cc}\n]/u);
    }),
    { seed, numRuns: 1000 },
  );
});

test('in a narrow terminal a table is stacked, and an empty cell leaves no gap', () => {
  const columns = ['Target', 'Status', 'Since', 'Evidence'];
  const rows = [
    ['armv6', '', '2031-W07', 'It sings.'],
    ['', 'yes', '', 'It boils.'],
  ];
  const text = renderForTerminal(reply({ kind: 'table', title: '', columns, rows }), { ...plain, width: 40 });
  assert.deepEqual(text.split('\n').filter(Boolean), ['armv6  2031-W07', '  It sings.', 'yes', '  It boils.']);
});
