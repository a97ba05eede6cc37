import assert from 'node:assert/strict';
import { test } from 'node:test';
import { linkPage } from '#app/responding/link-page.ts';
import { createResponder } from '#app/responding/responder.ts';
import { createPageAddresses } from '#app/web/page-addresses.ts';
import { createCatalogueReader } from '#catalogue/catalogue.ts';
import type { Block } from '#conversation/reply.ts';
import { renderDiscordReply } from '#platforms/discord/rendering/renderer.ts';
import { renderSlackReply } from '#platforms/slack/rendering/renderer.ts';
import { renderForTerminal } from '#platforms/terminal/renderer.ts';
import { kitchenArchive } from '../../commands/invented-archive.ts';

const getSnapshot = () => kitchenArchive;
const pages = createPageAddresses('https://arm.example', createCatalogueReader(getSnapshot));
const linked = createResponder({ getSnapshot, version: '1.2.3', pages });
const plain = createResponder({ getSnapshot, version: '1.2.3' });
const request = (text: string) => ({ text, conversationId: 'kitchen', nowMs: Date.UTC(2031, 2, 7) });

test('an answer leads to the page of its subject, in every place that it is shown in', async () => {
  const response = await linked.respond(request('does kettlectl run on arm64?'));
  const terminal = renderForTerminal(response.reply, { width: 200, hasColours: false, hasLinks: false });
  const slack = JSON.stringify(renderSlackReply(response, { page: 0, isPrivate: false }));
  const discord = JSON.stringify(
    renderDiscordReply(response, { page: 0, isPrivate: false, canEmbed: true, customIdOf: () => 'id' }),
  );
  for (const shown of [terminal, slack, discord]) {
    assert.match(shown, /https:\/\/arm\.example\/subjects\/kettlectl/);
    assert.match(shown, /All about Kettlectl/);
  }
});

test('what is about an issue leads to its page, with the link that the issue has of its own', async () => {
  const { reply } = await linked.respond(request('issue 2031-W07'));
  const links = reply.blocks.flatMap((block) => (block.kind === 'links' ? block.links : []));
  assert.deepEqual(links, [
    { url: 'https://kitchen.example/2031-7', words: 'Kitchen Weekly, 2031-W07' },
    { url: 'https://arm.example/issues/2031-W07', words: 'Issue 2031-W07 with its facts' },
  ]);
});

test('what may be asked next stays last', async () => {
  const { reply } = await linked.respond(request('status kettlectl'));
  const kinds = reply.blocks.map(({ kind }) => kind);
  assert.ok(kinds.includes('links'));
  assert.ok(!kinds.includes('suggestions') || kinds.at(-1) === 'suggestions');
});

test('a link stands with the last links that there are, else at the end; a subject without a page gives way to the issue', () => {
  const text: Block = { kind: 'text', text: 'It grinds.' };
  const own = (at: number): Block => ({ kind: 'links', links: [{ url: `https://${at}.example/`, words: 'x' }] });
  const link = (blocks: readonly Block[], subject: string) => {
    const outcome = { kind: 'silent' } as const;
    const response = {
      reply: { blocks, audience: 'anyone' as const },
      outcome,
      line: '',
      subject,
      issueId: '2031-W07',
    };
    return linkPage(response, pages).blocks.map((block) =>
      block.kind === 'links' ? block.links.map(({ url }) => url).join(' ') : block.kind,
    );
  };
  assert.deepEqual(link([own(1), text, own(2), text], 'Kettlectl'), [
    'https://1.example/',
    'text',
    'https://2.example/ https://arm.example/subjects/kettlectl',
    'text',
  ]);
  assert.deepEqual(link([text, text], 'Quernd'), ['text', 'text', 'https://arm.example/issues/2031-W07']);
});

test('help leads to no page, and nothing does where nobody said where the page is', async () => {
  const { reply } = await linked.respond(request('help'));
  assert.ok(reply.blocks.every(({ kind }) => kind !== 'links'));
  const answer = await plain.respond(request('does kettlectl run on arm64?'));
  assert.doesNotMatch(JSON.stringify(answer.reply), /arm\.example/);
});
