import type { WatchContext } from '#commands/watch-context.ts';
import { composeNotice } from '#commands/wording/compose-notice.ts';
import type { Block, Reply } from '#conversation/reply.ts';
import { describeTopic } from '#watching/compose-notice.ts';
import type { Watch } from '#watching/watch.ts';

/** What who asks watches, and what the channel does; and whether a message could not be delivered. */
export async function runWatchingCommand(_argument: string, context: WatchContext): Promise<Reply> {
  const { desk, person, channel } = context;
  const own = await desk.list(person);
  const ofChannel = channel === undefined ? [] : await desk.list(channel.watcher);
  if (own.length === 0 && ofChannel.length === 0)
    return composeNotice('You watch nothing yet. I can tell you when an issue says something about a subject.', [
      'help watch',
    ]);
  const unreachable = desk.findUnreachable(person);
  const blocks: Block[] = [
    ...listTopics('You watch', own),
    ...listTopics('This channel watches', ofChannel),
    ...(unreachable === undefined
      ? []
      : [
          {
            kind: 'text' as const,
            text: `A direct message to you did not arrive: ${unreachable.reason} Let messages of the bot through; if none arrives for two months, your watches end.`,
          },
        ]),
    {
      kind: 'suggestions',
      title: 'Or',
      questions: [own.length > 0 ? 'unwatch all' : 'unwatch all here', 'help watch'],
    },
  ];
  return {
    blocks: [{ kind: 'lead', text: describeCount(own, ofChannel), verdict: undefined }, ...blocks],
    audience: 'private',
  };
}

function listTopics(title: string, watches: readonly Watch[]): Block[] {
  if (watches.length === 0) return [];
  const items = watches.map(
    (watch) => `${describeTopic(watch)}${watch.onceUntilMs === undefined ? '' : ', until the first news'}`,
  );
  return [{ kind: 'list', title, items }];
}

function describeCount(own: readonly Watch[], ofChannel: readonly Watch[]): string {
  const count = own.length + ofChannel.length;
  return `${count === 1 ? 'One topic is' : `${count} topics are`} watched.`;
}
