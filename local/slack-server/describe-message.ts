import type { StoredMessage } from './message-store.ts';
import type { JsonObject } from './slack-json.ts';
import type { SlackState } from './slack-state.ts';
import type { Channel } from './slack-world.ts';

const channelTypes = { public: 'channel', private: 'group', im: 'im' } as const;

/** A message as history and event payloads show it. */
export function describeMessage(
  state: SlackState,
  message: StoredMessage,
  options: { withMetadata?: boolean } = {},
): JsonObject {
  const { app } = state.world;
  const { subtype, user, bot_id, app_id, client_msg_id, thread_ts, blocks, attachments, metadata, edited } = message;
  const replies = thread_ts === undefined || thread_ts === message.ts ? listReplies(state, message) : [];
  const last = replies.at(-1);
  return dropUndefined({
    type: 'message',
    subtype,
    user,
    bot_id,
    app_id,
    bot_profile:
      app_id === app.id ? { id: bot_id, app_id, name: app.name, team_id: message.team, deleted: false } : undefined,
    client_msg_id,
    text: message.text,
    team: message.team,
    ts: message.ts,
    thread_ts: thread_ts ?? (last ? message.ts : undefined),
    parent_user_id:
      thread_ts && thread_ts !== message.ts ? state.messages.find(message.channel, thread_ts)?.user : undefined,
    blocks,
    attachments,
    edited,
    ...(last
      ? {
          reply_count: replies.length,
          reply_users: [...new Set(replies.map((reply) => reply.user))],
          latest_reply: last.ts,
        }
      : {}),
    ...(options.withMetadata && metadata ? { metadata } : {}),
  });
}

/** The same as an event, with where it stands. */
export function describeMessageEvent(state: SlackState, message: StoredMessage, channel: Channel): JsonObject {
  const { reply_count, reply_users, latest_reply, ...described } = describeMessage(state, message);
  const threadTs = message.thread_ts;
  const event = { ...described, channel: channel.id, channel_type: channelTypes[channel.kind], event_ts: message.ts };
  // A root has no thread_ts in its own event: nobody has answered yet.
  return threadTs === undefined ? dropUndefined({ ...event, thread_ts: undefined }) : event;
}

/** What others wrote under it, oldest first. */
export function listReplies(state: SlackState, root: StoredMessage): StoredMessage[] {
  return state.messages
    .listVisible(root.channel)
    .filter((message) => message.thread_ts === root.ts && message.ts !== root.ts);
}

/** The object without the members that have no value, as JSON would have it. */
export function dropUndefined(value: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined));
}
