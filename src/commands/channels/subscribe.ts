import { describeDue, describeSchedule } from '#announcing/schedule/describe-schedule.ts';
import type { ChannelContext } from '#commands/channel-context.ts';
import { composeNotice } from '#commands/wording/compose-notice.ts';
import type { Reply } from '#conversation/reply.ts';

const leads = {
  new: 'This channel gets each new issue from now on',
  resumed: 'This channel gets new issues again',
  changed: 'Changed: this channel gets each new issue',
  unchanged: 'This channel gets each new issue already',
} as const;

/** Subscribes the channel, or changes when it gets its issue; says when the next ones come. */
export async function runSubscribeCommand(argument: string, { desk, channel }: ChannelContext): Promise<Reply> {
  const result = await desk.subscribe(channel, argument);
  if (result.kind === 'refused') return composeNotice(result.problem, ['help subscribe']);
  const { subscription, nextDuesMs, change, warning } = result;
  const { schedule } = subscription;
  return {
    blocks: [
      { kind: 'lead', text: `${leads[change]}: ${describeSchedule(schedule)}.`, verdict: undefined },
      {
        kind: 'list',
        title: 'The next dates',
        items: nextDuesMs.map((dueMs) => describeDue(dueMs, schedule.timeZone)),
      },
      { kind: 'text', text: 'On a date without a new issue nothing is posted.' },
      ...(warning === undefined ? [] : [{ kind: 'text' as const, text: warning }]),
      { kind: 'suggestions', title: 'Or', questions: ['post the latest now', 'unsubscribe'] },
    ],
    audience: 'private',
  };
}
