import { readTopic } from '#answering/question/read-topic.ts';
import type { WatchContext } from '#commands/watch-context.ts';
import { composeNotice } from '#commands/wording/compose-notice.ts';
import type { Reply } from '#conversation/reply.ts';
import { cutLabel } from '#conversation/wording/fit-text.ts';
import { describeTopic } from '#watching/compose-notice.ts';
import type { Watch, WatchedTopic } from '#watching/watch.ts';
import { composeWishLine } from './compose-wish-line.ts';
import { readWish } from './read-wish.ts';

const MAX_SHOWN = 80;
const MAX_LINES = 3;

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
  const isMeant = (watch: Watch) =>
    isSame(watch.subject, asTyped.subject) ||
    (isSame(watch.subject, named.subject) && (named.targetId === undefined || named.targetId === watch.targetId));
  const watches = await desk.list(watcher);
  const ends = watches.filter(isMeant);
  for (const { subject, targetId } of ends) await desk.unwatch(watcher, { subject, targetId });
  if (ends.length > 0) return composeNotice(`${whose} ${ends.map(describeTopic).join(', ')} no more.`, ['watching']);
  const isLike = (watch: Watch) => beginsAlike(watch.subject, named.subject) || beginsAlike(watch.subject, typed);
  const others = channel === undefined ? [] : await desk.list(isForChannel ? person : channel.watcher);
  return explainNothing(typed, isForChannel, channel?.isManager ?? false, {
    same: watches.filter(isLike),
    other: others.filter(isLike),
  });
}

interface Alike {
  /** What is watched by whom the wish was for. */
  readonly same: readonly Watch[];
  /** Where it was for oneself, what the channel watches; where it was for the channel, what oneself does. */
  readonly other: readonly Watch[];
}

// With what is watched under a like name, and the line that ends it.
function explainNothing(typed: string, isForChannel: boolean, isManager: boolean, { same, other }: Alike): Reply {
  const [whose, others] = isForChannel ? ['This channel watches', 'you watch'] : ['You watch', 'this channel watches'];
  const said = [
    `${whose} no “${cutLabel(typed, MAX_SHOWN)}”`,
    ...(same.length === 0 ? [] : [`it is ${listTopics(same)} that ${isForChannel ? 'it watches' : 'you watch'}`]),
    ...(other.length === 0 ? [] : [`${others} ${listTopics(other)}`]),
  ];
  const canEnd = isForChannel || isManager;
  const lines = [
    ...same.map((watch) => composeWishLine('unwatch', describeTopic(watch), { isHere: isForChannel })),
    ...other
      .filter(() => canEnd)
      .map((watch) => composeWishLine('unwatch', describeTopic(watch), { isHere: !isForChannel })),
  ];
  const whoMay = other.length > 0 && !canEnd ? ' Only who manages this channel may end that.' : '';
  return composeNotice(`${said.join('; ')}.${whoMay}`, [...lines.slice(0, MAX_LINES), 'watching']);
}

const listTopics = (watches: readonly Watch[]) =>
  `${watches.slice(0, MAX_LINES).map(describeTopic).join(', ')}${watches.length > MAX_LINES ? ' and more' : ''}`;

const fold = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}+#]/gu, '');
const isSame = (one: string, other: string) => fold(one) === fold(other);

function beginsAlike(watched: string, typed: string): boolean {
  const [one, other] = [fold(watched), fold(typed)];
  return one !== '' && other !== '' && (one.startsWith(other) || other.startsWith(one));
}
