import assert from 'node:assert/strict';
import { test } from 'node:test';
import { noDiscordNames } from '../../../local/drawing/draw-discord-markdown.ts';
import { drawDiscordParts } from '../../../local/drawing/draw-discord-parts.ts';
import { drawSlackBlocks } from '../../../local/drawing/draw-slack-blocks.ts';
import { noNames } from '../../../local/drawing/draw-slack-inline.ts';
import type { Drawn } from '../../../local/drawing/drawn.ts';
import { renderHtml } from '../../../local/drawing/render-html.ts';
import { renderText } from '../../../local/drawing/render-text.ts';

const toHtml = (drawn: Drawn | readonly Drawn[]) => renderHtml(drawn, { use: 'live' });
const toText = (drawn: readonly Drawn[]) => renderText(drawn, { number: () => 1 });
const slack = (...blocks: unknown[]) =>
  drawSlackBlocks(blocks, { ...noNames, user: (id) => (id === 'U0ANN' ? 'ann' : undefined) });
const discord = (parts: object) =>
  drawDiscordParts(parts, { ...noDiscordNames, user: (id) => (id === '7' ? 'ada' : undefined) });

test('Slack: what sections, headers, contexts, tables and rich text say is drawn', () => {
  const html = toHtml(
    slack(
      { type: 'header', text: { type: 'plain_text', text: 'A *head*' } },
      {
        type: 'section',
        text: { type: 'mrkdwn', text: '*bold* _it_ `a<b` <https://e.example|there> <@U0ANN> &lt;b&gt;\n> said' },
      },
      {
        type: 'context',
        elements: [
          { type: 'mrkdwn', text: 'small' },
          { type: 'image', image_url: 'https://e.example/x.png', alt_text: 'a cat' },
        ],
      },
      {
        type: 'table',
        rows: [
          [
            { type: 'raw_text', text: 'one' },
            { type: 'raw_text', text: 'two' },
          ],
        ],
      },
      {
        type: 'rich_text',
        elements: [
          {
            type: 'rich_text_section',
            elements: [
              { type: 'text', text: 'x', style: { bold: true, code: true } },
              { type: 'user', user_id: 'U0ANN' },
            ],
          },
          { type: 'rich_text_preformatted', elements: [{ type: 'text', text: 'pre' }] },
        ],
      },
    ),
  );
  for (const part of [
    '<h3>A *head*</h3>',
    '<strong>bold</strong> <em>it</em> <code>a&lt;b</code> <a href="https://e.example" target="_blank" rel="noopener noreferrer">there</a>',
    '<span class="mention">@ann</span> &lt;b&gt;',
    '<blockquote>said</blockquote>',
    '🖼 a cat',
    '<td>one</td><td>two</td>',
    '<strong><code>x</code></strong>',
    '<pre>pre</pre>',
  ])
    assert.ok(html.includes(part), `${part}\n${html}`);
  // A picture from elsewhere would be a request to a third party.
  assert.ok(!html.includes('<img'));
});

test('Slack: buttons, menus and fields say what is sent when they are used', () => {
  const drawn = slack({
    type: 'actions',
    elements: [
      { type: 'button', action_id: 'go', value: '"7"', text: { type: 'plain_text', text: 'Go' } },
      { type: 'overflow', action_id: 'more', options: [{ text: { type: 'plain_text', text: 'One' }, value: '1' }] },
      {
        type: 'static_select',
        action_id: 'pick',
        options: [{ text: { type: 'plain_text', text: 'Two' }, value: '2' }],
      },
      { type: 'button', action_id: 'out', url: 'https://e.example/', text: { type: 'plain_text', text: 'Out' } },
    ],
  });
  const html = toHtml(drawn);
  assert.ok(
    html.includes(
      '<button name="do" value="press:[&quot;go&quot;,&quot;\\&quot;7\\&quot;&quot;]" class="button">Go</button>',
    ),
    html,
  );
  assert.ok(html.includes('value="press:[&quot;more&quot;,null,&quot;1&quot;]" class="button">One<'), html);
  assert.ok(html.includes('<option value="2">Two</option>'), html);
  assert.ok(html.includes('<a href="https://e.example/" class="button"'), html);
  const pressed: unknown[] = [];
  renderText(drawn, { number: ({ label, fields }) => pressed.push([label, fields]) });
  assert.deepEqual(pressed, [
    ['Go', { do: 'press:["go","\\"7\\""]' }],
    ['One', { do: 'press:["more",null,"1"]' }],
    ['Two', { do: 'choose:["pick"]', 'field:pick': '2' }],
  ]);
});

test('Discord: embeds, markdown and components say what was sent', () => {
  const html = toHtml(
    discord({
      content:
        '# Head\n**bold** *it* ~~no~~ `x` \\*plain\\* <@7> <t:0:D> https://e.example/a.\n> said\n-# small\n```js\ncode\n```',
      embeds: [
        {
          color: 255,
          title: 'Title',
          fields: [{ name: 'Field', value: 'Value' }],
          footer: { text: 'Page 1 of 2' },
          image: { url: 'https://e.example/x.png' },
        },
      ],
      components: [
        {
          type: 1,
          components: [
            { type: 2, label: 'Off', custom_id: 'a', disabled: true },
            { type: 2, label: 'Out', url: 'https://e.example/' },
          ],
        },
        {
          type: 1,
          components: [{ type: 3, custom_id: 'menu:0', placeholder: 'More', options: [{ label: 'One', value: '1' }] }],
        },
      ],
    }),
  );
  for (const part of [
    '<h3>Head</h3>',
    '<strong>bold</strong> <em>it</em> <s>no</s> <code>x</code> *plain*',
    '<span class="mention">@ada</span> <time>January 1, 1970</time>',
    '<a href="https://e.example/a" target="_blank" rel="noopener noreferrer">https://e.example/a</a>.',
    '<blockquote>said</blockquote>',
    '<p class="small">small</p>',
    '<pre>code\n</pre>',
    'style="border-color:#0000ff"',
    'Page 1 of 2',
    // Of an embed too: what has no drawing is shown as it came.
    '&quot;image&quot;: {',
    ' disabled>Off</button>',
    '<select name="field:menu:0" aria-label="More"><option value="1">One</option></select>',
  ])
    assert.ok(html.includes(part), `${part}\n${html}`);
});

test('what nobody knows how to draw is shown as it came, on the page and in a terminal', () => {
  const strange = { type: 'hologram', words: 'of the future' };
  for (const drawn of [
    slack(strange),
    slack({ type: 'actions', elements: [strange] }),
    slack({ type: 'rich_text', elements: [strange] }),
    slack({ type: 'rich_text', elements: [{ type: 'rich_text_section', elements: [strange] }] }),
    slack({ type: 'section', text: strange }),
    discord({ components: [{ type: 99, words: 'of the future' }] }),
    discord({ components: [{ type: 1, components: [{ type: 99, words: 'of the future' }] }] }),
    discord({ embeds: ['of the future'] }),
    discord({ embeds: [{ hologram: 'of the future' }] }),
  ]) {
    assert.match(toHtml(drawn), /<pre class="raw">[^<]*of the future/);
    assert.match(toText(drawn), /of the future/);
  }
});
