import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PostLatestResult } from '#announcing/channels/subscription-desk.ts';
import type { OutboxPost } from '#announcing/outbox.ts';
import type { ChannelContext } from '#commands/channel-context.ts';
import { runPostCommand } from '#commands/channels/post.ts';
import { replyToText } from '#conversation/wording/reply-to-text.ts';

const issueId = '2031-W08';
const before = (state: OutboxPost['state'] | undefined) => ({
  kind: 'planned-before' as const,
  issueId,
  post: state && ({ state } as OutboxPost),
});

const said: readonly [result: PostLatestResult, text: string][] = [
  [{ kind: 'planned', issueId }, 'Issue 2031-W08 is being posted in this channel.'],
  [before('sent'), 'Issue 2031-W08 has been posted in this channel before.\nTry\n› latest'],
  [
    before('held'),
    'It is not known whether issue 2031-W08 arrived in this channel, so it is not posted again. Look for it above.\nTry\n› latest',
  ],
  [before('waiting'), 'Issue 2031-W08 is on its way into this channel.\nTry\n› latest'],
  [before(undefined), 'Issue 2031-W08 is on its way into this channel.\nTry\n› latest'],
  [
    { kind: 'paused', reason: 'The channel is archived.' },
    'Nothing is posted here for now. The channel is archived.\nOnce that is mended\n› subscribe',
  ],
  [{ kind: 'no-issue' }, 'There is no issue to post yet.\nTry\n› about'],
  [{ kind: 'not-subscribed' }, 'This channel does not get new issues. Subscribe it first.\nTry\n› subscribe'],
];

for (const [result, text] of said) {
  test(`"post" says what comes of it: ${result.kind}${'post' in result ? `, ${result.post?.state}` : ''}`, async () => {
    const context = { desk: { postLatest: async () => result }, channel: { platform: 'slack', channelId: 'C1' } };
    const reply = await runPostCommand('', context as unknown as ChannelContext);
    assert.equal(replyToText(reply, 5_000), text);
    assert.equal(reply.audience, 'private');
  });
}
