import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { escapeDiscord } from '#platforms/discord/text/escape.ts';
import { findMentionMarkup } from '../../../../local/discord-server/find-mention-markup.ts';
import { assertProperty } from '../../../fixtures/assert-property.ts';
import { hostileWords } from '../rendering/hostile-response.ts';

const zeroWidth = '\u200B';

test('everybody and here are no mentions any more, in any letter case', () => {
  assert.equal(escapeDiscord('@everyone and @Here'), `@${zeroWidth}everyone and @${zeroWidth}Here`);
});

test('what stands in angle brackets is broken where Discord would show something else for it', () => {
  for (const mark of [
    '<@12>',
    '<@!12>',
    '<@&12>',
    '<#12>',
    '</arm ask:12>',
    '<id:guide>',
    '<t:12:R>',
    '<:pot:12>',
    '<a:pot:12>',
  ]) {
    assert.equal(escapeDiscord(`a ${mark}`).startsWith(`a \\<${zeroWidth}`), true, mark);
  }
  assert.equal(escapeDiscord('status <subject>, 3 < 5'), 'status \\<subject>, 3 \\< 5');
});

test('marks of every kind are shown as typed', () => {
  assert.equal(
    escapeDiscord('*a* _b_ ~~c~~ `d` ||e|| [f](g) \\h'),
    '\\*a\\* \\_b\\_ \\~\\~c\\~\\~ \\`d\\` \\|\\|e\\|\\| \\[f\\](g) \\\\h',
  );
  assert.equal(escapeDiscord('```js\nboil()\n```'), '\\`\\`\\`js boil() \\`\\`\\`');
  assert.equal(escapeDiscord('std::vector :kettle:'), 'std::vector \\:kettle:');
});

test('a line is no heading, list, quote or small print by its first characters', () => {
  for (const start of ['# a', '## a', '### a', '-# a', '- a', '+ a', '> a', '>>> a']) {
    assert.equal(escapeDiscord(start), `\\${start}`);
  }
  assert.equal(escapeDiscord('2017. a'), '2017\\. a');
  assert.equal(escapeDiscord('#1 and -1 and 1.5'), '#1 and -1 and 1.5');
});

test('an address is linked as itself without a preview, and the punctuation behind it stays outside', () => {
  assert.equal(escapeDiscord('see https://pot.example/a_b*c, ok'), 'see <https://pot.example/a_b%2Ac>, ok');
  assert.equal(escapeDiscord('(https://pot.example/a_(b))'), '(<https://pot.example/a_(b)>)');
  assert.equal(escapeDiscord('<https://pot.example/>.'), '<https://pot.example/>.');
});

test('an address that hides its host behind a user name, or is none, is not linked', () => {
  assert.equal(escapeDiscord('https://bank.example@evil.example/'), `https:${zeroWidth}//bank.example@evil.example/`);
  assert.equal(escapeDiscord('https://[::1'), `https:${zeroWidth}//\\[::1`);
  for (const rest of ['.gg/pot', '.com/invite/pot', 'app.com/invite/pot', 'APP.COM/INVITE/pot']) {
    assert.equal(escapeDiscord(`discord${rest}`), `discord${rest}`.replace('.', `${zeroWidth}.`), rest);
  }
  assert.equal(escapeDiscord('discord.com/developers'), 'discord.com/developers');
});

test('text is one well-formed line without marks that reverse the reading direction', () => {
  assert.equal(escapeDiscord(' a\r\n\tb\u202e c\ud83d '), 'a b c\ufffd');
});

test('no text keeps a mention alive or lets an address be unfolded', () => {
  assertProperty(
    fc.property(hostileWords, (text) => {
      const escaped = escapeDiscord(text);
      assert.deepEqual(findMentionMarkup({ content: escaped }), []);
      assert.doesNotMatch(escaped.replaceAll(/<https?:\/\/[^\s<>]+>/g, ''), /https?:\/\/\S/i);
      assert.doesNotMatch(escaped, /[\n\r]/);
    }),
    { seed: 20310214, numRuns: 500 },
  );
});

test('what is shown is the text: taking our marks away gives the words back', () => {
  assertProperty(
    fc.property(fc.string({ unit: fc.constantFrom(...'ab #*_~`|[]()<>@!:\\-.1'), maxLength: 40 }), (text) => {
      const shown = escapeDiscord(text)
        .replaceAll(zeroWidth, '')
        .replace(/\\([^0-9A-Za-z\s])/g, '$1');
      assert.equal(shown, text.replace(/ +/g, ' ').trim());
    }),
    { seed: 20310214, numRuns: 500 },
  );
});
