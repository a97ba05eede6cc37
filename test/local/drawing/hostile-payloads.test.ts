import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { noDiscordNames } from '../../../local/drawing/draw-discord-markdown.ts';
import { drawDiscordParts } from '../../../local/drawing/draw-discord-parts.ts';
import { drawSlackBlocks } from '../../../local/drawing/draw-slack-blocks.ts';
import { noNames } from '../../../local/drawing/draw-slack-inline.ts';
import { renderHtml } from '../../../local/drawing/render-html.ts';
import { renderText } from '../../../local/drawing/render-text.ts';
import { assertProperty } from '../../fixtures/assert-property.ts';

const slack = (...blocks: unknown[]) => drawSlackBlocks(blocks, noNames);
const discord = (parts: object) => drawDiscordParts(parts, noDiscordNames);

const pieces = [
  '<',
  '>',
  '"',
  "'",
  '&',
  '<img src=x onerror=a>',
  '[x](javascript:a)',
  '<javascript:a|x>',
  '*',
  '_',
  '`',
  '```',
  '||',
  '\\',
  '\n',
  ' ',
  'a',
];
const hostile = fc
  .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 4 })), { maxLength: 12 })
  .map((list) => list.join(''));
const ours =
  /<\/?(?:div|span|pre|p|h[345]|a|button|input|label|select|option|strong|em|s|u|code|blockquote|time|ul|li|hr|details|summary|table|tr|td|textarea|mark|ol)(?: [a-z-]+(?:="[^"<>]*")?)*>/g;

test('whatever a payload says, its words are words: no tag, attribute or address of it is alive', () => {
  assertProperty(
    fc.property(hostile, hostile, (words, other) => {
      const text = { type: 'plain_text', text: words };
      const drawn = [
        ...slack(
          {
            type: 'section',
            text: { type: 'mrkdwn', text: words },
            accessory: { type: 'button', action_id: other, value: words, text },
          },
          {
            type: 'rich_text',
            elements: [
              {
                type: 'rich_text_section',
                elements: [
                  { type: 'link', url: words, text: other },
                  { type: 'emoji', name: words, unicode: other },
                ],
              },
            ],
          },
          { type: 'input', label: text, element: { type: 'plain_text_input', action_id: other, initial_value: words } },
          { type: words, text: other },
        ),
        ...discord({
          content: words,
          embeds: [{ title: other, url: words, description: words, color: words }],
          components: [
            {
              type: 1,
              components: [
                { type: 2, label: words, custom_id: other },
                { type: 2, label: other, url: words },
              ],
            },
          ],
        }),
      ];
      const html = renderHtml(drawn, { use: 'live' });
      assert.doesNotMatch(html.replace(ours, ''), /[<>"](?!\n)/);
      assert.doesNotMatch(html, /href="(?!https?:\/\/|mailto:|\/(?!\/)|[?#])/i);
      assert.doesNotMatch((html.match(ours)?.join('') ?? '').replace(/="[^"]*"/g, '='), / (?:on[a-z]+|src)=/);
    }),
  );
});

test('nothing of a payload drives a terminal', () => {
  assertProperty(
    fc.property(fc.string({ unit: 'binary-ascii', maxLength: 20 }), (words) => {
      const sent = `\u001b]0;owned\u0007${words}\u202e`;
      const drawn = [
        ...slack({ type: 'section', text: { type: 'plain_text', text: sent } }, { type: sent }),
        ...discord({ content: sent }),
      ];
      assert.doesNotMatch(renderText(drawn, { number: () => 1 }), /(?!\n)\p{Cc}|\u202e/u);
    }),
  );
});
