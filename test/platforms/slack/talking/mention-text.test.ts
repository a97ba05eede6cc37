import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readSlackText } from '#platforms/slack/talking/mention-text.ts';
import { assertProperty } from '../../../fixtures/assert-property.ts';
import { hostileSlackWords } from '../rendering/hostile-words.ts';

const bot = '<@U0BOT>';
const question = 'does teapotd run on armv6?';

function readAll(cases: Readonly<Record<string, string>>): void {
  for (const [text, expected] of Object.entries(cases)) assert.equal(readSlackText(text), expected, text);
}

test('to whom a line is said is no part of it, however that is punctuated', () => {
  for (const address of ['', ' ', ': ', ', ', ' - ', ' – ', '; ', '! ', ' : ', ',']) {
    for (const line of ['help', 'status teapotd', question]) {
      assert.equal(readSlackText(`${bot}${address}${line}`), line, `${bot}${address}${line}`);
    }
  }
  readAll({
    [`${bot} ${bot}: help`]: 'help',
    [`help ${bot}`]: 'help',
    [`help, ${bot}!`]: 'help!',
    [`does teapotd run on armv6, ${bot}?`]: question,
    [`hey ${bot}, latest`]: 'hey latest',
    [`${bot} ?`]: '?',
    [`${bot} .net on arm?`]: '.net on arm?',
    [bot]: '',
  });
});

test('whoever else is called disturbs no question, and nothing of them is left', () => {
  const others = [
    ...[
      '<@U02BOB>',
      '<@U02BOB|bob>',
      '<@W012ABCDE>',
      '<!subteam^S1>',
      '<!subteam^S1|@admins>',
      '<!here>',
      '<!channel|channel>',
    ],
    ...['<#C01GENERAL>', '<#C01GENERAL|general>', '<mailto:bob@kitchen.example|bob@kitchen.example>', '@bob', '@bob.b'],
    ...['<https://kitchen.example/a?b=c>', '<https://kitchen.example|https://kitchen.example>', ':tada:', ':+1:'],
    ...[':wave::skin-tone-2:', '`<@U02BOB>`', '&lt;@U02BOB&gt;', '<tel:+31201234567|+31201234567>'],
  ];
  for (const other of others) {
    for (const text of [`${other} ${question}`, `${question} ${other}`, `${bot} ${other} ${question}`]) {
      assert.equal(readSlackText(text), question, text);
    }
    assert.equal(readSlackText(`latest ${other}`), 'latest', other);
    assert.equal(readSlackText(`does teapotd ${other} run on armv6?`), question, other);
  }
});

test('what was typed comes back as it was typed', () => {
  readAll({
    'does &lt;tea&gt; &amp;&amp; milk run on armv6?': 'does <tea> && milk run on armv6?',
    'is 5 &lt; 6 &amp;lt; 7?': 'is 5 < 6 &lt; 7?',
    'does *teapotd* run on _armv6_ or ~armv5~ `arm64`?': 'does teapotd run on armv6 or armv5 arm64?',
    'snake_case_names and 2*3*4 stay': 'snake_case_names and 2*3*4 stay',
    'std::kettle::boil at 12:30:45': 'std::kettle::boil at 12:30:45',
    'does @kitchen/teapotd run on arm? ann@kitchen.example': 'does @kitchen/teapotd run on arm? ann@kitchen.example',
    'since <!date^1392734382^{date}|Feb 18, 2014>?': 'since Feb 18, 2014?',
    'does <https://kitchen.example|teapotd> run?': 'does teapotd run?',
    'does <http://kettle.example|kettle.example> run?': 'does kettle.example run?',
  });
});

test('a bare link in the place of a name is the name of what it leads to', () => {
  readAll({
    'does <https://www.teapotd.example> run on armv6?': question,
    'does <https://github.com/kitchen/teapotd> run on armv6?': question,
    'status <https://github.com/kitchen/teapotd/>': 'status teapotd',
    '<https://www.teapotd.example/about>': 'teapotd',
    'does <https://teapotd.example|HTTPS://teapotd.example> run on armv6?': question,
    'does <https://quernd.example> or <https://foodb.example> run?': 'does quernd or foodb run?',
    'status <http://quernd/>': 'status quernd',
    'boil it, see <https://quernd.example> there': 'boil it, see there',
  });
});

test('the place of a name is behind each word that asks about something', () => {
  const words = 'do does did is are was were can could will would has have about of for status search issue Status';
  for (const word of words.split(' ')) {
    assert.equal(readSlackText(`tell me ${word} <https://quernd.example>`), `tell me ${word} quernd`, word);
  }
});

test('a link to where many keep their things has the name of the thing; any other has that of its host', () => {
  const shared = ['github.com', 'gitlab.com', 'bitbucket.org', 'sourceforge.net', 'codeberg.org', 'www.npmjs.com'];
  for (const host of [...shared, 'pypi.org', 'kitchen.github.io']) {
    assert.equal(readSlackText(`status <https://${host}/mill/quernd>`), 'status quernd', host);
  }
  readAll({
    'status <https://github.com.quernd.example/mill/stone>': 'status quernd',
    'status <https://querndhub.com/mill/stone>': 'status querndhub',
    'status <https://millgithub.com/mill/quernd>': 'status millgithub',
    'status <https://github.com>': 'status github',
  });
});

test('a message of any length is cut before anything reads it, and not through an id', () => {
  const cut = readSlackText(`${'tea '.repeat(998)}tea <@U02BOBBYTABLES> ${question}`);
  assert.match(cut, /^(?:tea )+tea$/);
  for (const pump of ['*_a ', '<@U', '<', ':a', '@a', '`', '~ ', '&lt;', '<https://a.b|', ' ,', '\u{E000}', '*a*b']) {
    const began = process.cpuUsage();
    readSlackText(pump.repeat(40_000 / pump.length));
    // Of work, whatever else the machine does. Slack's longest message took seconds; this leaves the slowest machine a hundred times what it needs.
    assert.ok(process.cpuUsage(began).user < 1_000_000, pump);
  }
});

test('whatever a message holds, no id of a person comes out of it', (t) => {
  const seed = 20311013;
  t.diagnostic(`seed ${seed}`);
  const piece = fc.oneof(
    fc.constantFrom(
      '<@U02BOB>',
      '<@U02BOB|bob>',
      '&lt;@U02BOB&gt;',
      '`',
      '*',
      '<',
      '>',
      '|',
      ' ',
      '\n',
      bot,
      '<@U02BOB',
    ),
    hostileSlackWords,
    fc.string({ maxLength: 5 }),
  );
  assertProperty(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      assert.doesNotMatch(readSlackText(pieces.join('')), /<@U02BOB/);
    }),
    { seed, numRuns: 500 },
  );
});

test('of a message that is far too long, nothing is read of what the cut goes through', () => {
  for (const token of ['<https://pot.example/a|the pot>', '<#C0KITCHEN|kitchen>', '<@U0ANN12345>']) {
    const before = 'mill '.repeat(799);
    assert.equal(readSlackText(`${before}${token} and more`), before.trim(), token);
  }
});
