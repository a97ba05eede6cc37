import { describeDue, describeSchedule } from '#announcing/schedule/describe-schedule.ts';
import type { ChannelContext } from '#commands/channel-context.ts';
import { composeNotice } from '#commands/wording/compose-notice.ts';
import type { Reply } from '#conversation/reply.ts';

/** The channels of this server or workspace that get new issues, and those that are paused, with the reason. */
export async function runSubscriptionsCommand(_argument: string, { desk, channel }: ChannelContext): Promise<Reply> {
  const subscriptions = await desk.list(channel.platform, channel.workspaceId);
  if (subscriptions.length === 0) return composeNotice('No channel here gets new issues.', ['subscribe']);
  return {
    blocks: [
      { kind: 'lead', text: 'These channels get each new issue.', verdict: undefined },
      {
        kind: 'table',
        title: 'Subscriptions',
        columns: ['Channel', 'When', 'Next'],
        rows: subscriptions.map(({ channelId, schedule, nextDueMs, pausedReason }) => [
          channelId === channel.channelId ? 'this channel' : channelId,
          describeSchedule(schedule),
          pausedReason === undefined ? describeDue(nextDueMs, schedule.timeZone) : `Paused: ${pausedReason}`,
        ]),
      },
    ],
    audience: 'private',
  };
}
