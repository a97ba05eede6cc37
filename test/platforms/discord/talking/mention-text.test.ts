import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readDiscordText } from '#platforms/discord/talking/mention-text.ts';
import { assertProperty } from '../../../fixtures/assert-property.ts';
import { hostileWords } from '../rendering/hostile-response.ts';

const bot = '4242';
const names = new Map([
  ['7', 'ada'],
  ['8', 'cooks'],
  ['9', 'kitchen'],
]);
const read = (content: string) => readDiscordText(content, bot, names);

test('the bot’s mention is gone wherever it stands, and the sentence is whole', () => {
  assert.equal(read('<@4242> does samba run on armv6?'), 'does samba run on armv6?');
  assert.equal(read('<@!4242>, does samba run on armv6?'), 'does samba run on armv6?');
  assert.equal(read('<@4242>: status samba'), 'status samba');
  assert.equal(read('hey <@4242> does samba run on armv6?'), 'hey does samba run on armv6?');
  assert.equal(read('does samba run on armv6, <@4242>?'), 'does samba run on armv6?');
  assert.equal(read('does samba run on armv6? <@4242>'), 'does samba run on armv6?');
  assert.equal(read('does samba, <@4242>, run on armv6?'), 'does samba, run on armv6?');
  for (const joint of [' – ', ' — ', ' - ', '; ', ', ', ':']) {
    assert.equal(read(`<@4242>${joint}status samba`), 'status samba', joint);
  }
  assert.equal(read('<@4242><@4242>'), '');
});

test('a message without the mention keeps its first characters', () => {
  assert.equal(read('- samba'), 'samba');
  assert.equal(read('-1 for samba'), '-1 for samba');
});

test('other mentions are names, and unknown ones at least words', () => {
  assert.equal(read('<@7> and <@&8> in <#9>'), '@ada and @cooks in #kitchen');
  assert.equal(read('<@1> <@&2> <#3>'), '@somebody @role #channel');
  assert.equal(read('</arm status:55> <id:customize> <:pot:12> <a:boil:12>'), '/arm status customize :pot: :boil:');
});

test('a timestamp is its day', () => {
  assert.equal(read('since <t:1928836800:R>?'), 'since 2031-02-14?');
  assert.equal(read('since <t:1928836800>?'), 'since 2031-02-14?');
  assert.equal(read('since <t:-86400:D>?'), 'since 1969-12-31?');
  assert.equal(read('<t:999999999999999:R>'), '<t:999999999999999:R>');
});

test('marks around words are gone, and marks that are none stay', () => {
  assert.equal(read('**does** _samba_ ~~not~~ __run__ ||on|| `armv6` ***now***?'), 'does samba not run on armv6 now?');
  assert.equal(read('```sh\napt install samba\n```'), 'apt install samba');
  assert.equal(read('```c++\nboil()\n```'), 'boil()');
  for (const start of ['>>> ', '> ', '-# ', '### ', '* ', '+ ', '  - '])
    assert.equal(read(`${start}samba`), 'samba', start);
  assert.equal(read('***quernd*** or \\||foodb||'), 'quernd or ||foodb||');
  assert.equal(read('# samba\n> on armv6\n- and arm64'), 'samba on armv6 and arm64');
  assert.equal(
    read('snake_case_name and 2 * 3 * 4 and C++ and __init'),
    'snake_case_name and 2 * 3 * 4 and C++ and __init',
  );
  assert.equal(read('\\*samba\\*'), '*samba*');
});

test('links are their words, and bare addresses themselves', () => {
  assert.equal(read('does [samba](https://samba.example/a) run?'), 'does samba run?');
  assert.equal(read('does <https://samba.example/a_b> run?'), 'does https://samba.example/a_b run?');
  assert.equal(read('does <http://quernd.example> run?'), 'does http://quernd.example run?');
  for (const link of ['HTTPS://quernd.example', '<https://quernd.example>', 'https://quernd.example "the mill"']) {
    assert.equal(read(`does [quernd](${link}) run?`), 'does quernd run?', link);
  }
  assert.equal(read('a[0](x)'), 'a[0](x)');
});

test('any content is one line of text, soon', () => {
  assertProperty(
    fc.property(hostileWords, (content) => {
      assert.doesNotMatch(read(`<@4242> ${content}`), /<@!?4242>|[\n\r\t]|^\s|\s$/);
    }),
    { seed: 20310214, numRuns: 300 },
  );
});

test('a long message of nothing but marks takes no long time', () => {
  for (const mark of ['*', '_', '`', '|', '~', '[', '<', '\\', '> ', '<@4242>', ',', ' ']) {
    const started = process.cpuUsage();
    read(mark.repeat(4000 / mark.length));
    const { user } = process.cpuUsage(started);
    assert.ok(user < 500_000, `${mark}: ${user} µs`);
  }
});
