import { randomUUID } from 'node:crypto';
import { dispatchChange } from './bot-messages.ts';
import { composeTypedText } from './compose-typed-text.ts';
import type { DeliveryOutcome } from './delivery.ts';
import { describeMessageEvent, dropUndefined } from './describe-message.ts';
import { type DispatchedEvent, dispatchEvent } from './dispatch-event.ts';
import { fillIds } from './fill-ids.ts';
import type { StoredMessage } from './message-store.ts';
import type { JsonObject } from './slack-json.ts';
import type { SlackState } from './slack-state.ts';
import type { Channel, Workspace } from './slack-world.ts';

/** A message that somebody wrote, and the events that the app gets for it. */
export interface Posted {
  readonly message: StoredMessage;
  readonly ts: string;
  readonly channel: string;
  readonly events: readonly DispatchedEvent[];
  /** How the events' deliveries ended; never rejects. */
  readonly outcomes: Promise<DeliveryOutcome[]>;
}

export interface PostOptions {
  readonly threadTs?: string;
  /** The text is Slack's own, tokens and all, not typing. */
  readonly isRaw?: boolean;
  /** With a file, or a reply in a thread that is sent to the channel, too. docs.slack.dev/reference/events/message */
  readonly subtype?: 'file_share' | 'thread_broadcast';
}

/** Who writes. */
export interface Author {
  readonly user: string;
  readonly bot?: { readonly id: string; readonly appId: string; readonly isLegacy: boolean };
}

/** Posts somebody's message and tells the app, if it is one that the app gets to know. */
export function postMessage(
  state: SlackState,
  workspace: Workspace,
  author: Author,
  where: { channel: Channel; typed: string } & PostOptions,
): Posted {
  const { channel, typed, threadTs, isRaw = false, subtype } = where;
  if (channel.isArchived) throw new Error(`nobody can write in ${channel.id}: it is archived`);
  if (!author.bot && !channel.members.has(author.user)) throw new Error(`${author.user} is not in ${channel.id}`);
  if (threadTs !== undefined && !state.messages.find(channel.id, threadTs))
    throw new Error(`${channel.id} has no message ${threadTs}`);
  const composed = isRaw
    ? { text: typed, blocks: [], mentionsBot: typed.includes(`<@${workspace.botUserId}>`) }
    : composeTypedText(typed, workspace, state.world.app.name);
  const blocks = fillIds(composed.blocks, state.clock);
  const message = dropUndefined({
    team: workspace.id,
    channel: channel.id,
    ts: state.clock.nextTs(),
    thread_ts: threadTs,
    user: author.user,
    bot_id: author.bot?.id,
    app_id: author.bot?.appId,
    subtype: author.bot?.isLegacy ? 'bot_message' : subtype,
    client_msg_id: author.bot ? undefined : randomUUID(),
    text: composed.text,
    blocks: blocks.length > 0 ? blocks : undefined,
    via: author.bot ? 'another bot' : 'person',
    postedAt: state.clock.now(),
    edits: [],
    isDeleted: false,
  }) as unknown as StoredMessage;
  state.messages.add(message);
  const event = describeMessageEvent(state, message, channel);
  const events = [
    dispatchEvent(state, workspace, event),
    dispatchMention(state, workspace, channel, composed.mentionsBot, event),
  ];
  state.log.changed();
  return toPosted(message, events);
}

/** Changes a person's message. A mention of the bot in the new text comes as an app_mention once more, marked as edited. */
export function editMessage(
  state: SlackState,
  workspace: Workspace,
  user: string,
  ts: string,
  channel: Channel,
  typed: string,
): Posted {
  const message = state.messages.find(channel.id, ts);
  if (message?.user !== user) throw new Error(`${user} has no message ${ts} in ${channel.id}`);
  const before = describeMessageEvent(state, message, channel);
  const { text, blocks, mentionsBot } = composeTypedText(typed, workspace, state.world.app.name);
  state.messages.change(message, { text, blocks: fillIds(blocks, state.clock) }, state.clock.now());
  const changedTs = state.clock.nextTs();
  message.edited = { user, ts: changedTs };
  const changed = dispatchChange(state, workspace, channel, {
    subtype: 'message_changed',
    ts: changedTs,
    message,
    before,
  });
  const now = describeMessageEvent(state, message, channel);
  const events = [changed, dispatchMention(state, workspace, channel, mentionsBot, { ...now, event_ts: changedTs })];
  state.log.changed();
  return toPosted(message, events);
}

/** There are no app_mention events in direct messages. */
function dispatchMention(
  state: SlackState,
  workspace: Workspace,
  channel: Channel,
  mentionsBot: boolean,
  event: JsonObject,
) {
  if (!mentionsBot || channel.kind === 'im') return undefined;
  const { channel_type, ...mention } = event;
  return dispatchEvent(state, workspace, { ...mention, type: 'app_mention' });
}

function toPosted(message: StoredMessage, dispatched: readonly (DispatchedEvent | undefined)[]): Posted {
  const events = dispatched.filter((event) => event !== undefined);
  const outcomes = Promise.all(events.map(({ outcome }) => outcome));
  return { message, ts: message.ts, channel: message.channel, events, outcomes };
}
