import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { Block, Source } from '#conversation/reply.ts';
import { namesDay } from '#conversation/wording/names-day.ts';
import { replyToText } from '#conversation/wording/reply-to-text.ts';
import { renderDiscordSource } from '#platforms/discord/text/source.ts';
import { layOutSlackBlocks } from '#platforms/slack/rendering/pieces.ts';
import { renderForTerminal } from '#platforms/terminal/renderer.ts';
import { createPageLinks } from '#platforms/web/pages/page-links.ts';
import { renderHtmlReply } from '#platforms/web/rendering/renderer.ts';

const DAY = '2031-02-14';
const source = (issueId: string, issueTitle = issueId): Source => ({
  issueId,
  issueTitle,
  day: DAY,
  isDateDerived: false,
  heading: 'The kettle moves on',
  issueLink: undefined,
});
const replyOf = (block: Block) => ({ blocks: [block], audience: 'anyone' as const });
const visible = (html: string) => html.replace(/<[^>]*>/g, '');

const renderings: Readonly<Record<string, (source: Source) => string>> = {
  text: (one) => replyToText(replyOf({ kind: 'source', source: one }), 500),
  terminal: (one) =>
    renderForTerminal(replyOf({ kind: 'source', source: one }), { width: 200, hasColours: false, hasLinks: false }),
  web: (one) => visible(renderHtmlReply(replyOf({ kind: 'source', source: one }), createPageLinks(0)).markup),
  slack: (one) => JSON.stringify(layOutSlackBlocks([{ kind: 'source', source: one }], 3000)),
  discord: (one) => renderDiscordSource(one).plain,
  'discord, with a day of the reader': (one) => renderDiscordSource(one).rendered.replace(/<t:\d+:D>/, DAY),
};

suite('a day stands once where an issue is cited', () => {
  for (const [where, render] of Object.entries(renderings))
    test(where, () => {
      for (const one of [source(DAY), source('2031-W07'), source('2031-W07', `Kitchen Weekly of ${DAY}`)]) {
        const text = render(one);
        // Discord escapes the marks of a day in words of ours.
        assert.equal(text.replaceAll('\\', '').split(DAY).length - 1, 1, text);
        assert.doesNotMatch(text, /, *$|, ,/m);
      }
    });

  test('the name of a week is no day', () =>
    assert.equal(namesDay({ issueTitle: 'Weekly 7', issueId: '2031-W07', day: DAY }), false));
});
