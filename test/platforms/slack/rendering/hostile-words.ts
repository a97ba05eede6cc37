import fc from 'fast-check';
import { hostileText } from '../../../answering/hostile-text.ts';

const slackMarks = [
  ...['<!channel>', '<!here>', '<!everyone>', '<@U0ANN>', '<@U0ANN|ann>', '<!subteam^S1>', '<#C1|general>', '@channel'],
  ...[
    '<https://evil.example|https://slack.com>',
    '<https://evil.example|kettle>',
    '<',
    '>',
    '|',
    '&',
    '&lt;!channel&gt;',
    '&amp;',
  ],
  ...['*', '_', '~', '`', '```', '> ', '• ', ':kettle:', '\n', '\u202e', '\u0000', '\ud83e', '🫖'],
  ...[
    'https://pot.example/a|b',
    'https://bank.example@evil.example/',
    'www.pot.example',
    'teapot.example',
    'javascript:boil()',
  ],
  ...[
    'mailto:ann@pot.example',
    'HTTPS://POT.EXAMPLE',
    'https://[::1]/',
    '<!date^1^{date}|soon>',
    'teapot',
    'x'.repeat(400),
  ],
];

/** Any text, one that means something to Slack more often than not. */
export const hostileSlackWords: fc.Arbitrary<string> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc
      .array(fc.tuple(fc.constantFrom(...slackMarks), fc.constantFrom('', ' ', '. ', '. The ')), { maxLength: 40 })
      .map((pieces) => pieces.flat().join('')),
  },
  { weight: 2, arbitrary: hostileText },
  { weight: 2, arbitrary: fc.constant('The kettle sings on arm64. It boils on armv6 too.') },
);
