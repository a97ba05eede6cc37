import type { OutboxPost } from '#announcing/outbox.ts';
import type { ChannelContext } from '#commands/channel-context.ts';
import { composeNotice } from '#commands/wording/compose-notice.ts';
import type { Reply } from '#conversation/reply.ts';

/** Posts the newest issue in the channel now, unless it is there already. */
export async function runPostCommand(_argument: string, { desk, channel }: ChannelContext): Promise<Reply> {
  const result = await desk.postLatest(channel);
  switch (result.kind) {
    case 'planned':
      return composeNotice(`Issue ${result.issueId} is being posted in this channel.`);
    case 'planned-before':
      return composeNotice(describePost(result.issueId, result.post), ['latest']);
    case 'paused':
      return composeNotice(`Nothing is posted here for now. ${result.reason}`, ['subscribe'], 'Once that is mended');
    case 'no-issue':
      return composeNotice('There is no issue to post yet.', ['about']);
    case 'not-subscribed':
      return composeNotice('This channel does not get new issues. Subscribe it first.', ['subscribe']);
  }
}

function describePost(issueId: string, post: OutboxPost | undefined): string {
  switch (post?.state) {
    case 'sent':
      return `Issue ${issueId} has been posted in this channel before.`;
    case 'held':
      return `It is not known whether issue ${issueId} arrived in this channel, so it is not posted again. Look for it above.`;
    default:
      return `Issue ${issueId} is on its way into this channel.`;
  }
}
