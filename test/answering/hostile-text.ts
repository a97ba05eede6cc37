import fc from 'fast-check';

// Pieces that trip programs up: markup of every kind, what regular expressions and object keys are made of, characters that
// are not what they look like, and the words that the program itself looks for.
const PIECES = [
  ...['<script>alert(1)</script>', '<!channel>', '@everyone', '<@U123>', '&amp;', '&#0;', '<!--', '-->', '<br', '</'],
  ...[
    '**',
    '__',
    '~~',
    '`',
    '```',
    '# ',
    '> ',
    '- ',
    '1. ',
    '|',
    '---',
    '![',
    '[',
    '](',
    '](http://x y)',
    '[^1]:',
    '***',
  ],
  ...['(', ')', '((((((((', '[[[[[[[[', '{', '}', '{{', '“', '”', '"', "'", '’s', '«', '<<<<'],
  ...[
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    'valueOf',
    'prototype',
    '@arm64',
    '=ee',
    '$&',
    '$1',
    '\\1',
  ],
  ...['(a+)+$', '.*.*.*=', '[^]*?', '\\p{L}', '(?<=x)', '^', '$', '|', '?', '*', '+', '\\', '/'],
  ...[
    '\u0000',
    '\u001b[31m',
    '\u0007',
    '\r\n',
    '\r',
    '\n',
    '\t',
    '\u00a0',
    '\u2028',
    '\u2029',
    '\u200b',
    '\u200d',
    '\ufeff',
  ],
  ...['\u202e', '\u2066', '\u200f', 'مرحبا', 'שלום', '은하수', 'zażółć', 'ﬁ', 'ſ', 'İ', 'ẞ', 'e\u0301', '\u0301'],
  ...['🤖', '👩‍👩‍👧‍👦', '🏳️‍🌈', '\ud83d', '\udd16', '\ud800', '\udfff', '\u{10ffff}'],
  ...['http://', 'https://[::1', 'javascript:alert(1)', 'a@b', 'file:///etc/passwd', '%00', '%', '../..', 'C:\\con'],
  ...['-', '--', '—', '...', ',', ';', ':', '!', '0', '-1', '1e999', 'NaN', '9'.repeat(40), '1.2.3.4.5.6.7.8.9'],
  ...[
    'does',
    'is',
    'balena',
    'docker',
    'on',
    'arm64',
    'armv6',
    'raspberry pi',
    'windows',
    'not',
    'no',
    'when',
    'which issues',
  ],
  ...[
    "what's in week",
    '2017-W41',
    'how much',
    'where is',
    'workaround',
    'status',
    'search',
    'issue',
    'help',
    'node.js',
    'c++',
  ],
];
const MAX_CHARACTERS = 10_000;

const piece = fc.constantFrom(...PIECES);
const blank = fc.constantFrom(' ', ' ', ' ', '', '\n');

/** Pieces put together: with blanks or none, few or many. */
const patchwork = fc
  .array(fc.tuple(piece, blank), { minLength: 1, maxLength: 60 })
  .map((pieces) => pieces.flat().join(''));

/** One piece again and again, up to the longest text: what makes a quadratic loop show. */
const repetition = fc
  .tuple(piece, blank, fc.constantFrom(10, 100, 1000, MAX_CHARACTERS))
  .map(([one, between, length]) => `${one}${between}`.repeat(Math.ceil(length / one.length)).slice(0, length));

const longWord = fc
  .tuple(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 3 }), fc.constantFrom(50, 500, MAX_CHARACTERS))
  .map(([letters, length]) => letters.repeat(length).slice(0, length));

/** Any text that somebody, or somebody's program, may send. At most 10 000 characters. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: patchwork },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 400 }) },
  {
    weight: 2,
    arbitrary: fc
      .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 200 })
      .map((units) => String.fromCharCode(...units)),
  },
  { weight: 1, arbitrary: repetition },
  { weight: 1, arbitrary: longWord },
);

/** A newsletter file of headings, lists, links and front matter, with hostile text in every place. */
export const hostileNewsletter: fc.Arbitrary<string> = fc
  .array(
    fc.tuple(
      fc.constantFrom(
        '# ',
        '## ',
        '### ',
        '- ',
        '> ',
        '',
        '',
        '    ',
        '---\n',
        'title: ',
        '[a]: ',
        '\t',
        '```\n',
        '<div>',
        '\n',
      ),
      fc.oneof(
        patchwork,
        fc.string({ unit: 'binary', maxLength: 80 }),
        fc.constant('Kettlectl runs on arm64, but not on armv6.'),
      ),
      fc.constantFrom('\n', '\n\n', '\r\n', ' '),
    ),
    { maxLength: 30 },
  )
  .map((lines) => lines.flat().join(''));

/** The seed of every test with hostile text: each run tries the same inputs, so that a failure is there the next time too. */
export const HOSTILE_SEED = 20171013;
