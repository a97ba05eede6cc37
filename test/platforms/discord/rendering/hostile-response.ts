import fc from 'fast-check';
import type { Response } from '#conversation/response.ts';
import { hostileText } from '../../../answering/hostile-text.ts';
import { hostileResponseOf } from '../../../fixtures/hostile-response.ts';

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

/** Any response at all, well beyond what the core composes; long enough for several pages and menus. */
export const hostileResponse: fc.Arbitrary<Response> = hostileResponseOf(hostileWords, {
  blocks: 12,
  items: 60,
  questions: 40,
});
