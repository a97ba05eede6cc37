import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { commandList } from '#commands/command-list.ts';
import { completeLine } from '#commands/completion/line.ts';
import { answerLine } from '#commands/running/run-command.ts';
import { replyToText } from '#conversation/wording/reply-to-text.ts';
import { assertProperty } from '../fixtures/assert-property.ts';
import { kitchenArchive } from './invented-archive.ts';

const piece = fc.constantFrom(
  ...[
    'kettlectl',
    'spoonfs',
    'armv6',
    'raspberry pi',
    'windows',
    'not',
    'on',
    'what about',
    'since when',
    'week',
    '41',
    '2031-W07',
  ],
  ...[
    '((((',
    '[[',
    '](',
    '<script>',
    '<!channel>',
    '@everyone',
    '**',
    '```',
    '\\',
    '\u0000',
    '\u001b[2J',
    '\u202e',
    '\ud800',
    '🤖',
    '茶壺',
    '-',
  ],
  'a'.repeat(300),
);
const hostileLine = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 400 }),
  fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(' ')),
  fc
    .tuple(fc.constantFrom(...commandList.map(({ name }) => name)), fc.array(piece, { maxLength: 6 }))
    .map(([name, pieces]) => `${name} ${pieces.join(' ')}`),
);

test('random and hostile lines each get a reply, without an exception', (t) => {
  const seed = 20171013;
  t.diagnostic(`seed ${seed}`);
  let followUp: Parameters<typeof answerLine>[1]['followUp'];
  assertProperty(
    fc.property(hostileLine, (line) => {
      // One long conversation: whatever was said before must not make the next line fail either.
      const outcome = answerLine(line, {
        snapshot: kitchenArchive,
        version: '1',
        today: '2033-02-14',
        ...(followUp === undefined ? {} : { followUp }),
      });
      followUp = outcome.followUp;
      assert.ok(replyToText(outcome.reply, 900).length > 0);
    }),
    { seed, numRuns: 10_000 },
  );
});

test('half-typed hostile lines complete without an exception', (t) => {
  const seed = 20171013;
  t.diagnostic(`seed ${seed}`);
  assertProperty(
    fc.property(hostileLine, (line) => {
      const { candidates, replaced } = completeLine(line, kitchenArchive);
      assert.ok(line.endsWith(replaced));
      assert.ok(candidates.length <= 25);
    }),
    { seed, numRuns: 1000 },
  );
});
