import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createResponder } from '#app/responding/responder.ts';
import type { Asker } from '#conversation/request.ts';
import { replyToText } from '#conversation/wording/reply-to-text.ts';
import { createWatchDesk } from '#watching/watch-desk.ts';
import { readMarkdownFiles } from '../docs/markdown-files.ts';
import { inventIssueOfFacts } from './invent-issue-of-facts.ts';
import { openWatchRoom } from './open-watch-room.ts';

const reachedAs = { userId: 'U1', workspaceId: 'T1' };
const asker: Asker = { platform: 'slack', userId: 'T1:U1', channelId: 'T1:D1', reachedAs };

test('the dialogue about watching in the README is what the bot says, word for word', async (t) => {
  const readme = readMarkdownFiles().find((file) => file.path === 'README.md');
  const shown = readme?.codeBlocks.find(({ text }) => text.startsWith('you: '))?.text ?? '';
  const planned = { about: ['Kettlectl'], on: ['riscv64'] };
  const before = inventIssueOfFacts('2031-W06', [
    { ...planned, says: 'Kettlectl is planned for riscv64.', status: 'planned' },
  ]);
  const room = await openWatchRoom(t, [before]);
  await room.announcer.runRound();
  const desk = createWatchDesk({ watches: room.watches, senders: [room.channels.sender], now: () => room.clock.nowMs });
  const { respond } = createResponder({ getSnapshot: () => room.archive.current, version: '1', watching: desk });
  const text = shown.split('\n')[0]?.slice('you: '.length) ?? '';
  const { reply } = await respond({ text, conversationId: 'c', nowMs: room.clock.nowMs, asker });
  const news = { ...planned, says: 'Kettlectl 2 runs on riscv64.', status: 'yes' };
  room.publish(before, inventIssueOfFacts('2031-W08', [news]));
  await room.announcer.runRound();
  const said = `you: ${text}\n\n${replyToText(reply, 2_000)}\n\n… two weeks later, by direct message:\n\n${room.channels.arrived[0]?.text}`;
  assert.equal(shown.trimEnd(), said, 'README.md shows what the bot no longer says');
});
