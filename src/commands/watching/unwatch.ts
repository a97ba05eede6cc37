import { readTopic } from '#answering/question/read-topic.ts';
import type { WatchContext } from '#commands/watch-context.ts';
import { composeNotice } from '#commands/wording/compose-notice.ts';
import type { Reply } from '#conversation/reply.ts';
import { cutLabel } from '#conversation/wording/fit-text.ts';
import { describeTopic } from '#watching/compose-notice.ts';
import type { WatchedTopic } from '#watching/watch.ts';
import { readWish } from './read-wish.ts';

const MAX_SHOWN = 80;

/** Ends a watch, or all. A subject without a target ends them all on that subject. */
export async function runUnwatchCommand(argument: string, context: WatchContext): Promise<Reply> {
  const { desk, snapshot, person, channel } = context;
  const { topic: typed, isHere } = readWish(argument);
  const isForChannel = isHere && channel !== undefined;
  if (isForChannel && !channel.isManager)
    return composeNotice('Only who manages this channel may decide that; ask one of them.', ['watching']);
  const watcher = isForChannel ? channel.watcher : person;
  const whose = isForChannel ? 'This channel watches' : 'You watch';
  if (/^(?:all|everything)$/i.test(typed)) {
    const removed = await desk.unwatch(watcher);
    return removed === 0
      ? composeNotice(`${whose} nothing.`, ['help watch'])
      : composeNotice(`${whose} nothing any more: ${removed === 1 ? 'one watch' : `${removed} watches`} ended.`);
  }
  const found = readTopic(typed, snapshot);
  const named: WatchedTopic = { subject: found?.subject ?? typed, targetId: found?.target?.id };
  const asTyped: WatchedTopic = { subject: typed, targetId: undefined };
  const watches = await desk.list(watcher);
  const ends = watches.filter(
    (watch) =>
      isSame(watch.subject, asTyped.subject) ||
      (isSame(watch.subject, named.subject) && (named.targetId === undefined || named.targetId === watch.targetId)),
  );
  for (const { subject, targetId } of ends) await desk.unwatch(watcher, { subject, targetId });
  if (ends.length === 0) return composeNotice(`${whose} no “${cutLabel(typed, MAX_SHOWN)}”.`, ['watching']);
  return composeNotice(`${whose} ${ends.map(describeTopic).join(', ')} no more.`, ['watching']);
}

const fold = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}+#]/gu, '');
const isSame = (one: string, other: string) => fold(one) === fold(other);
