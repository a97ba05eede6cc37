import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Reply } from '#conversation/reply.ts';
import { replyToText } from '#conversation/wording/reply-to-text.ts';
import { assertProperty } from '../../fixtures/assert-property.ts';

const reply: Reply = {
  audience: 'anyone',
  blocks: [
    { kind: 'lead', text: 'Partly: teapotd runs on armv6. It lacks the lid.', verdict: 'partly' },
    { kind: 'quote', text: 'It boils, but the lid is missing.', isRestated: false },
    {
      kind: 'source',
      source: {
        issueId: '2031-W07',
        issueTitle: 'Kitchen Weekly 7',
        day: '2031-02-14',
        isDateDerived: false,
        heading: 'Teapotd',
        issueLink: undefined,
      },
    },
    { kind: 'links', links: [{ url: 'https://teapotd.example', words: '' }] },
    { kind: 'table', title: 'Status', columns: ['Target', 'Status'], rows: [['armv6', 'partly']] },
    { kind: 'suggestions', title: 'Ask next', questions: ['does teapotd run on windows?'] },
  ],
};

test('a reply that fits is whole, block after block', () => {
  assert.equal(
    replyToText(reply, 900),
    `Partly: teapotd runs on armv6. It lacks the lid.
“It boils, but the lid is missing.”
— Teapotd, Kitchen Weekly 7, 2031-W07, 2031-02-14
→ https://teapotd.example
Status
• armv6 | partly
Ask next
› does teapotd run on windows?`,
  );
});

test('what does not fit is left off at the end, never out of the middle of a sentence', () => {
  assert.equal(replyToText(reply, 60), 'Partly: teapotd runs on armv6. It lacks the lid.');
  assert.equal(replyToText(reply, 40), 'Partly: teapotd runs on armv6.');
  assert.equal(replyToText(reply, 20), 'Partly: teapotd…');
  assert.equal(replyToText(reply, 0), '');
});

test('nothing ever exceeds the limit, and what is kept is the beginning of the whole', (t) => {
  const seed = 20171013;
  t.diagnostic(`seed ${seed}`);
  const block = fc.oneof(
    fc.record({ kind: fc.constant('text'), text: fc.lorem({ mode: 'sentences', maxCount: 8 }) } as const),
    fc.record({
      kind: fc.constant('list'),
      title: fc.lorem({ maxCount: 2 }),
      items: fc.array(fc.lorem(), { maxLength: 5 }),
    } as const),
    fc.record({
      kind: fc.constant('quote'),
      text: fc.string({ unit: 'grapheme', maxLength: 400 }),
      isRestated: fc.boolean(),
    } as const),
  );
  assertProperty(
    fc.property(fc.array(block, { maxLength: 6 }), fc.nat({ max: 900 }), (blocks, limit) => {
      const whole = replyToText({ blocks, audience: 'anyone' }, Number.POSITIVE_INFINITY);
      const cut = replyToText({ blocks, audience: 'anyone' }, limit);
      assert.ok(cut.length <= limit);
      assert.ok(whole.startsWith(cut.replace(/\ufffd?…$/u, '')));
    }),
    { seed, numRuns: 2000 },
  );
});

test('a title without anything under it is left out, and so are cells and names that are empty', () => {
  const text = replyToText(
    {
      audience: 'anyone',
      blocks: [
        { kind: 'list', title: 'In this issue', items: [] },
        { kind: 'table', title: 'Status', columns: ['Target', 'Status'], rows: [] },
        { kind: 'suggestions', title: 'Ask next', questions: [] },
        { kind: 'list', title: '', items: ['Kettles'] },
        { kind: 'table', title: '', columns: ['A', 'B', 'C'], rows: [['armv6', '', 'It boils.']] },
        { kind: 'links', links: [{ url: 'https://a.example', words: 'https://a.example' }] },
        { kind: 'quote', text: 'It boils.', isRestated: true },
      ],
    },
    900,
  );
  assert.equal(
    text,
    '• Kettles\n• armv6 | It boils.\n→ https://a.example\nIn our own words, after the issue: It boils.',
  );
});
