import fc from 'fast-check';
import type { Block } from '#conversation/reply.ts';
import type { Response } from '#conversation/response.ts';
import { hostileText } from '../../answering/hostile-text.ts';

const discordMarks = [
  ...[
    '@everyone',
    '@here',
    '<@1234567890>',
    '<@!1234567890>',
    '<@&1234567890>',
    '<#1234567890>',
    '</arm ask:1234567890>',
  ],
  ...['<id:customize>', '<id:browse>', '<t:1500000000:R>', '<:kettle:1234567890>', '<a:kettle:1234567890>', ':kettle:'],
  ...[
    '# ',
    '## ',
    '-# ',
    '- ',
    '1. ',
    '> ',
    '>>> ',
    '||',
    '```',
    '`',
    '**',
    '__',
    '~~',
    '\\',
    '\n',
    '<',
    '>',
    '@',
    '#',
  ],
  ...['[pot](https://evil.example)', '[', '](', ')', '(', 'https://pot.example/a_b_c?x=*y*', '<https://pot.example>'],
  ...[
    'https://a@here/',
    'https://bank.example@evil.example/',
    'https://[::1]/',
    'HTTPS://POT.EXAMPLE',
    'discord.gg/pot',
  ],
  ...[
    'https://pot.example/@everyone',
    'www.pot.example',
    'teapot.example',
    'javascript:boil()',
    'teapot',
    '🫖',
    '\ud83e',
  ],
];

/** Text of what Discord reads as marks, put together with and without blanks. */
export const hostileMarks: fc.Arbitrary<string> = fc
  .array(fc.tuple(fc.constantFrom(...discordMarks), fc.constantFrom('', ' ', '. ', '. The ')), {
    maxLength: 40,
    size: 'medium',
  })
  .map((pieces) => pieces.flat().join(''));

/** Any text, one that means something to Discord more often than not. */
export const hostileWords: fc.Arbitrary<string> = fc.oneof(
  { weight: 5, arbitrary: hostileMarks },
  { weight: 2, arbitrary: hostileText },
  { weight: 2, arbitrary: fc.constant('The kettle sings on arm64. It boils on armv6 too.') },
);

const verdict = fc.constantFrom('yes', 'no', 'partly', 'planned', 'in-progress', 'unknown', undefined);
// Without a size fast-check makes short lists only, however long they may be.
const texts = (maxLength: number) =>
  fc.oneof(fc.array(hostileWords, { maxLength: 4 }), fc.array(hostileWords, { maxLength, size: 'max' }));

const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ kind: fc.constant('lead' as const), text: hostileWords, verdict }),
  fc.record({ kind: fc.constant('text' as const), text: hostileWords }),
  fc.record({ kind: fc.constant('quote' as const), text: hostileWords, isRestated: fc.boolean() }),
  fc.record({
    kind: fc.constant('source' as const),
    source: fc.record({
      issueId: hostileWords,
      issueTitle: hostileWords,
      day: fc.oneof(fc.constant('2031-02-14'), hostileWords),
      isDateDerived: fc.boolean(),
      heading: hostileWords,
      issueLink: fc.option(hostileWords, { nil: undefined }),
    }),
  }),
  fc.record({
    kind: fc.constant('links' as const),
    links: fc.array(
      fc.record({
        url: fc.oneof(hostileWords, fc.webUrl(), fc.constant('https://pot.example/a_(b)?c=[d]')),
        words: hostileWords,
      }),
      { maxLength: 12 },
    ),
  }),
  fc.record({ kind: fc.constant('list' as const), title: hostileWords, items: texts(60) }),
  fc.record({
    kind: fc.constant('table' as const),
    title: hostileWords,
    columns: texts(5),
    rows: fc.array(fc.array(hostileWords, { maxLength: 5 }), { maxLength: 30, size: 'max' }),
  }),
  fc.record({ kind: fc.constant('suggestions' as const), title: hostileWords, questions: texts(40) }),
);

const line = hostileWords.map((text) => text || 'help');

/** Any response at all, well beyond what the core composes. */
export const hostileResponse: fc.Arbitrary<Response> = fc.record({
  reply: fc.record({
    blocks: fc.array(block, { maxLength: 12 }),
    audience: fc.constantFrom('anyone' as const, 'private' as const),
  }),
  outcome: fc.oneof(
    fc.record({ kind: fc.constant('answered' as const), verdict }),
    fc.constant({ kind: 'silent' as const }),
    fc.record({ kind: fc.constant('command' as const), command: fc.constantFrom('ask', 'status', 'help') }),
    fc.constant({ kind: 'refused' as const }),
  ),
  line,
  moreLine: fc.option(line, { nil: undefined }),
  relatedLine: fc.option(line, { nil: undefined }),
  issueId: fc.option(fc.constant('2031-W07'), { nil: undefined }),
});
