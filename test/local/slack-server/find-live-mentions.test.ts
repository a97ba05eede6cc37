import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findBrokenLinks, findLiveMentions } from '../../../local/slack-server/find-live-mentions.ts';

const section = (text: string) => ({ type: 'section', text: { type: 'mrkdwn', text } });
const rich = (...elements: object[]) => ({ type: 'rich_text', elements: [{ type: 'rich_text_section', elements }] });

test('every token that pings or links to a channel is found, wherever Slack reads mrkdwn', () => {
  for (const token of ['<!channel>', '<!here>', '<!everyone>', '<@U0AB>', '<!subteam^S0AB>', '<#C0AB>']) {
    const places = [
      { text: `see ${token}` },
      { text: 'x', blocks: [section(`see ${token}`)] },
      { text: 'x', blocks: [{ type: 'context', elements: [{ type: 'mrkdwn', text: token }] }] },
      { text: 'x', blocks: [{ type: 'section', fields: [{ type: 'mrkdwn', text: token }] }] },
      { text: 'x', blocks: [{ type: 'markdown', text: token }] },
      { text: 'x', attachments: [{ fallback: 'x', text: token }] },
      { text: 'x', attachments: [{ fallback: 'x', blocks: [section(token)] }] },
    ];
    for (const message of places) assert.deepEqual(findLiveMentions(message), [token], JSON.stringify(message));
  }
  assert.deepEqual(findLiveMentions({ text: '<@U0AB|ann> and <!here|@here>' }), ['<@U0AB>', '<!here>']);
  assert.deepEqual(findLiveMentions({ text: '<@U0AB> asked' }, ['<@U0AB>']), []);
});

test('what is escaped, plain or only a date pings nobody', () => {
  const harmless = {
    text: '&lt;!channel&gt; &lt;@U0AB&gt; @here #general <!date^1392734382^{date}|then> <https://example.com|a>',
    blocks: [
      { type: 'header', text: { type: 'plain_text', text: '<!channel>' } },
      { type: 'table', rows: [[{ type: 'raw_text', text: '<@U0AB>' }]] },
    ],
  };
  assert.deepEqual(findLiveMentions(harmless), []);
  assert.deepEqual(findLiveMentions({ text: 'say @here in #general', link_names: true }), ['@here', '#general']);
});

test('mentions built of rich text elements are found', () => {
  const message = {
    text: 'x',
    blocks: [
      rich(
        { type: 'broadcast', range: 'here' },
        { type: 'user', user_id: 'U0AB' },
        { type: 'usergroup', usergroup_id: 'S0AB' },
        { type: 'channel', channel_id: 'C0AB' },
      ),
    ],
  };
  assert.deepEqual(findLiveMentions(message), ['<!here>', '<@U0AB>', '<!subteam^S0AB>', '<#C0AB>']);
});

test('a link with a sound address and honest words is not broken', () => {
  const fine = [
    '<https://example.com/a?b=1&amp;c=2|the page>',
    '<https://docs.example.com/a|docs.example.com>',
    '<https://docs.example.com/a|example.com: the manual>',
    '<mailto:a@example.com|write to us>',
    '<https://example.com>',
    '<https://example.com|Node.js 18.2 and ASP.NET on armv6>',
    '> a quotation\na &lt; b',
  ];
  for (const text of fine) assert.deepEqual(findBrokenLinks({ text }), [], text);
});

test('a link that leads nowhere, elsewhere or out of the web is broken', () => {
  const broken: [string, RegExp][] = [
    ['<example.com|x>', /no URL/],
    ['<javascript:alert(1)|x>', /neither http/],
    ['<https://exa mple.com|x>', /no URL/],
    ['<|x>', /no URL/],
    ['<https://evil.test|https://bank.example/login>', /show bank\.example/],
    ['<https://evil.test|www.bank.example>', /show bank\.example|show www/],
    ['<https://evil.test|bank.com>', /show bank\.com/],
    ['<https://example.com|sub.example.com>', /show sub\.example\.com/],
    ['a < b', /unescaped "<"/],
    ['<https://example.com', /unescaped "<"/],
  ];
  for (const [text, expected] of broken) assert.match(findBrokenLinks({ text })[0] ?? 'nothing found', expected, text);
  assert.match(
    findBrokenLinks({ text: 'x', blocks: [rich({ type: 'link', url: 'https://evil.test', text: 'bank.com' })] })[0] ??
      '',
    /^\/blocks\/0\/elements\/0\/elements\/0: .*bank\.com/,
  );
  assert.match(
    findBrokenLinks({
      text: 'x',
      blocks: [{ type: 'actions', elements: [{ type: 'button', url: 'slack://open' }] }],
    })[0] ?? '',
    /neither http/,
  );
});
