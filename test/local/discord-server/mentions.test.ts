import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findBrokenLinks } from '../../../local/discord-server/find-broken-links.ts';
import { findLinkPreviews } from '../../../local/discord-server/find-link-previews.ts';
import { findLiveMentions } from '../../../local/discord-server/find-live-mentions.ts';
import { findMentionMarkup } from '../../../local/discord-server/find-mention-markup.ts';

const all = 'hi @everyone <@1> <@&2>';

test('without rules, messages ping everybody and responses only users', () => {
  assert.deepEqual(findLiveMentions({ content: all }), ['@everyone', '<@1>', '<@&2>']);
  assert.deepEqual(findLiveMentions({ content: all }, 'interaction'), ['<@1>']);
});

test('rules let through what they name and nothing else', () => {
  assert.deepEqual(findLiveMentions({ content: all, allowed_mentions: { parse: [] } }), []);
  assert.deepEqual(findLiveMentions({ content: all, allowed_mentions: { parse: ['roles'] } }), ['<@&2>']);
  assert.deepEqual(findLiveMentions({ content: '<@1> <@!3>', allowed_mentions: { users: ['3'] } }), ['<@!3>']);
});

test('neither a backslash nor code stops a ping, embeds never ping, text components do', () => {
  assert.deepEqual(findLiveMentions({ content: '\\@everyone `<@1>`' }), ['@everyone', '<@1>']);
  assert.deepEqual(findLiveMentions({ embeds: [{ description: all }] }), []);
  assert.deepEqual(findLiveMentions({ components: [{ type: 17, components: [{ type: 10, content: '@here' }] }] }), [
    '@here',
  ]);
});

test('a reply pings the author unless the rules leave it out', () => {
  const message_reference = { message_id: '1' };
  assert.deepEqual(findLiveMentions({ content: 'x', message_reference }), ['@replied']);
  assert.deepEqual(findLiveMentions({ content: 'x', message_reference, allowed_mentions: { parse: [] } }), []);
  assert.deepEqual(findLiveMentions({ content: 'x', message_reference, allowed_mentions: { replied_user: true } }), [
    '@replied',
  ]);
});

test('markup is what would be shown as a mention, in content and embeds', () => {
  const fields = [{ name: '<#4>', value: '</arm status:5>' }];
  const found = findMentionMarkup({ content: '@here', embeds: [{ title: '<@1>', description: '<@&2>', fields }] });
  assert.deepEqual(found, ['@here', '<@1>', '<@&2>', '<#4>', '</arm status:5>']);
});

test('an escape, a break inside, and code make markup plain text; a doubled escape does not', () => {
  for (const content of [
    '\\@everyone',
    '\\<@1>',
    '@\u200beveryone',
    '`@everyone`',
    '``a ` <@1>``',
    '```\n<#1>\n```',
    'a@b.example',
  ]) {
    assert.deepEqual(findMentionMarkup({ content }), [], content);
  }
  for (const content of ['\\\\@everyone', '`a` @everyone `b`', '\\`@everyone`', '` @everyone', '``` @everyone']) {
    assert.deepEqual(findMentionMarkup({ content }), ['@everyone'], content);
  }
});

test('a link whose text shows another host than its address is broken, and one that is not http', () => {
  const broken = (content: string) => findBrokenLinks({ content }).length > 0;
  assert.ok(broken('[https://good.example](https://evil.example/x)'));
  assert.ok(broken('[good.example](https://evil.example)'));
  assert.ok(broken('[good](javascript:alert)'));
  assert.ok(!broken('[good.example](https://www.good.example/page_(1))'));
  assert.ok(!broken('[the news of Node.js and more](https://news.example)'));
  assert.ok(!broken('\\[good.example](https://evil.example)'));
  assert.deepEqual(findBrokenLinks({ embeds: [{ url: 'ftp://x.y' }] }), ['ftp://x.y: not http']);
  assert.equal(findBrokenLinks({ components: [{ type: 1, components: [{ type: 2, url: 'discord://x' }] }] }).length, 1);
});

test('addresses unfold unless the flag or angle brackets forbid it', () => {
  const content = 'see https://a.example and <https://b.example> and [c](https://c.example)';
  assert.deepEqual(findLinkPreviews({ content }), ['https://a.example', 'https://c.example']);
  assert.deepEqual(findLinkPreviews({ content, flags: 4 }), []);
});
