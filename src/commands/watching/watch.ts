import { type NamedTopic, readTopic } from '#answering/question/read-topic.ts';
import type { WatchContext } from '#commands/watch-context.ts';
import { composeNotice } from '#commands/wording/compose-notice.ts';
import type { Reply } from '#conversation/reply.ts';
import { cutLabel } from '#conversation/wording/fit-text.ts';
import { findNearSubjects } from '#search/complete-subject.ts';
import { describeTopic } from '#watching/compose-notice.ts';
import type { WatchResult } from '#watching/watch-desk.ts';
import { composeWishLine } from './compose-wish-line.ts';
import { readWish, type Wish } from './read-wish.ts';

const MAX_NEAR = 3;
const MAX_SHOWN = 60;

/** Begins to watch a subject, for who asks or for the channel. */
export async function runWatchCommand(argument: string, context: WatchContext): Promise<Reply> {
  const { desk, snapshot, person, channel } = context;
  const wish = readWish(argument);
  const found = readTopic(wish.topic, snapshot);
  if (found === undefined) return composeNotice('Which product, project or machine shall I watch?', ['help watch']);
  if (found.strangePlace !== undefined) return explainPlace(found.strangePlace, found, wish);
  if (!found.isKnown && !wish.isAnyway) return askBack(found, wish, context);
  const topic = { subject: found.subject, targetId: found.target?.id };
  if (!wish.isHere || channel === undefined) {
    const result = await desk.watch(person, topic, { isOnce: wish.isOnce, askerId: undefined });
    return composeResult(result, describeTopic(topic), { ...wish, isHere: false });
  }
  if (!channel.isManager) {
    return composeNotice('Only who manages this channel may decide that; I can watch it for you alone.', [
      composeWishLine('watch', describeTopic(topic), { ...wish, isHere: false }),
    ]);
  }
  const result = await desk.watch(channel.watcher, topic, { isOnce: wish.isOnce, askerId: channel.askerId });
  return composeResult(result, describeTopic(topic), wish);
}

function composeResult(result: WatchResult, topic: string, wish: Wish): Reply {
  if (result.kind === 'refused') return composeNotice(result.problem, ['help watch']);
  if (result.kind === 'full') {
    const whose = wish.isHere ? 'This channel watches' : 'You watch';
    return composeNotice(`${whose} ${result.limit} topics already, and no more is possible. End one first.`, [
      'watching',
    ]);
  }
  const whom = wish.isHere ? 'this channel' : 'you';
  const already = result.kind === 'there' ? ' already' : '';
  const lead =
    result.kind === 'there'
      ? `${wish.isHere ? 'This channel is' : 'You are'}${already} told when an issue says something about ${topic}.`
      : `I’ll tell ${whom} when an issue says something about ${topic}.`;
  const how = wish.isHere ? 'It is posted here.' : 'It comes as a direct message.';
  const end = wish.isOnce && result.kind === 'added' ? ' That ends with the first news, or after a year.' : '';
  const kept = wish.isHere ? '' : ' For that I keep your id and this topic, and nothing else.';
  return {
    blocks: [
      { kind: 'lead', text: lead, verdict: undefined },
      { kind: 'text', text: `${how}${end}${kept}` },
      {
        kind: 'suggestions',
        title: 'To end or see it',
        questions: [composeWishLine('unwatch', topic, { isHere: wish.isHere }), 'watching'],
      },
    ],
    audience: 'private',
  };
}

function askBack({ subject, target }: NamedTopic, wish: Wish, { snapshot }: WatchContext): Reply {
  const topic = describeTopic({ subject, targetId: target?.id });
  const near = findNearSubjects(snapshot, subject, MAX_NEAR).map((name) =>
    composeWishLine('watch', describeTopic({ subject: name, targetId: target?.id }), wish),
  );
  return composeNotice(
    `Nobody has written about “${cutLabel(subject, MAX_SHOWN)}” yet; watch it all the same?`,
    [composeWishLine('watch', topic, { ...wish, isAnyway: true }), ...near],
    near.length > 0 ? 'Yes, or did you mean' : 'Yes',
  );
}

function explainPlace(place: string, { subject, target }: NamedTopic, wish: Wish): Reply {
  return composeNotice(
    `I know no processor, board or system called “${cutLabel(place, MAX_SHOWN)}”. I can watch all that is said of it.`,
    [composeWishLine('watch', describeTopic({ subject, targetId: target?.id }), wish)],
  );
}
