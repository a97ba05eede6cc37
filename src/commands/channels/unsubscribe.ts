import type { ChannelContext } from '#commands/channel-context.ts';
import { composeNotice } from '#commands/wording/compose-notice.ts';
import type { Reply } from '#conversation/reply.ts';

/** Ends the channel's subscription. */
export async function runUnsubscribeCommand(_argument: string, { desk, channel }: ChannelContext): Promise<Reply> {
  const wasSubscribed = await desk.unsubscribe(channel);
  return wasSubscribed
    ? composeNotice('This channel gets no more issues. Answers go on as before.', ['subscribe'], 'Again')
    : composeNotice('This channel was not subscribed.', ['subscribe']);
}
