import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Response } from '#conversation/response.ts';
import { cleanLine } from '#conversation/wording/clean-line.ts';
import { askButtonId } from '#platforms/discord/rendering/modal.ts';
import { layOutBlocks } from '#platforms/discord/rendering/pieces.ts';
import { planDiscordPages } from '#platforms/discord/rendering/plan-pages.ts';
import {
  actionsOf,
  type DiscordMessage,
  type DiscordView,
  renderDiscordReply,
} from '#platforms/discord/rendering/renderer.ts';
import { createCustomIds } from '#platforms/discord/talking/custom-id.ts';
import { findBrokenLinks } from '../../../../local/discord-server/find-broken-links.ts';
import { findLinkPreviews } from '../../../../local/discord-server/find-link-previews.ts';
import { findLiveMentions } from '../../../../local/discord-server/find-live-mentions.ts';
import { findMentionMarkup } from '../../../../local/discord-server/find-mention-markup.ts';
import { validateMessage } from '../../../../local/discord-server/validate-message.ts';
import { assertProperty } from '../../../fixtures/assert-property.ts';
import { createMemoryLineKeeper } from '../talking/memory-line-keeper.ts';
import { hostileResponse } from './hostile-response.ts';

const nowMs = Date.UTC(2031, 1, 14);
const seed = 20310214;
const view: fc.Arbitrary<DiscordView> = fc.record({
  page: fc.nat(12),
  isPrivate: fc.boolean(),
  canEmbed: fc.boolean(),
});

async function render(response: Response, shown: DiscordView): Promise<DiscordMessage> {
  const customIdOf = await createCustomIds(createMemoryLineKeeper()).prepare(actionsOf(response, shown), nowMs);
  return renderDiscordReply(response, { ...shown, customIdOf });
}

/** Every page of a response. */
async function renderAll(response: Response, shown: DiscordView): Promise<DiscordMessage[]> {
  const pages: DiscordMessage[] = [];
  for (let pageCount = 1; pages.length < pageCount; ) {
    const message = await render(response, { ...shown, page: pages.length });
    pages.push(message);
    pageCount = Number(/Page \d+ of (\d+)$/.exec(message.embeds[0]?.footer?.text ?? message.content)?.[1] ?? 1);
  }
  return pages;
}

test('whatever a response holds, Discord accepts the message and nobody is pinged', async () => {
  await assertProperty(
    fc.asyncProperty(hostileResponse, view, async (response, shown) => {
      const message = await render(response, shown);
      const sent = { ...message };
      assert.deepEqual(validateMessage(sent, 'interaction'), []);
      assert.deepEqual(message.allowed_mentions, { parse: [], replied_user: false });
      assert.deepEqual(findLiveMentions(sent), []);
      assert.deepEqual(findMentionMarkup(sent), []);
      assert.deepEqual(findLinkPreviews(sent), []);
      assert.deepEqual(findBrokenLinks(sent), []);
    }),
    { seed, numRuns: 150 },
  );
});

test('no page is longer than it may be', () => {
  assertProperty(
    fc.property(hostileResponse, fc.integer({ min: 1600, max: 2000 }), ({ reply }, max) => {
      const pages = planDiscordPages(layOutBlocks(reply.blocks, max), max);
      for (const page of pages) assert.ok(page.length <= max, `${page.length} > ${max}`);
    }),
    { seed, numRuns: 300 },
  );
});

test('the same response always has the same pages', async () => {
  await assertProperty(
    fc.asyncProperty(hostileResponse, view, async (response, shown) => {
      assert.deepEqual(await render(structuredClone(response), shown), await render(response, shown));
    }),
    { seed, numRuns: 25 },
  );
});

test('every item of every list is on exactly one page, whole', async () => {
  const words = fc.string({ unit: fc.constantFrom(...'kettle pot.*_<@'), minLength: 1, maxLength: 300, size: 'max' });
  const items = fc.array(words, { minLength: 1, maxLength: 60, size: 'max' });
  await assertProperty(
    fc.asyncProperty(fc.array(items, { minLength: 1, maxLength: 4 }), view, async (lists, shown) => {
      const numbered = lists.map((list, place) => list.map((text, index) => `Q${place}x${index}Q ${text} Z`));
      const response: Response = {
        reply: {
          blocks: numbered.map((list, place) => ({ kind: 'list', title: `List ${place}`, items: list })),
          audience: 'anyone',
        },
        outcome: { kind: 'silent' },
        line: 'latest',
        moreLine: undefined,
        relatedLine: undefined,
        issueId: undefined,
      };
      const pages = await renderAll(response, shown);
      const shownLines = pages.flatMap(({ content, embeds }) => (embeds[0]?.description ?? content).split('\n'));
      const unmarked = shownLines
        .filter((line) => line.startsWith('- '))
        .map((line) =>
          line
            .slice(2)
            .replaceAll('\u200b', '')
            .replaceAll(/\\([^0-9A-Za-z\s])/g, '$1'),
        );
      if (numbered.flat().join('').length > 2000) assert.ok(pages.length > 1);
      assert.deepEqual(unmarked, numbered.flat().map(cleanLine));
    }),
    { seed, numRuns: 30 },
  );
});

test('every button and every choice in a menu comes back as the action it was made for', async () => {
  await assertProperty(
    fc.asyncProperty(hostileResponse, view, async (response, shown) => {
      const ids = createCustomIds(createMemoryLineKeeper());
      const actions = actionsOf(response, shown);
      const message = renderDiscordReply(response, { ...shown, customIdOf: await ids.prepare(actions, nowMs) });
      const pressed = message.components.flatMap(({ components }) =>
        components.flatMap((one) => ('options' in one ? one.options.map(({ value }) => value) : [one.custom_id])),
      );
      const carrying = pressed.filter((id) => id !== askButtonId);
      assert.deepEqual(await Promise.all(carrying.map(ids.read)), actions);
      assert.equal(new Set(pressed).size, pressed.length);
    }),
    { seed, numRuns: 50 },
  );
});
