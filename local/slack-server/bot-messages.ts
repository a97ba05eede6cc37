import { describeMessageEvent, dropUndefined } from './describe-message.ts';
import { dispatchEvent } from './dispatch-event.ts';
import { fillIds } from './fill-ids.ts';
import type { StoredMessage } from './message-store.ts';
import { isJsonObject, type JsonObject, listObjects } from './slack-json.ts';
import type { SlackState } from './slack-state.ts';
import type { Channel, Workspace } from './slack-world.ts';

/** Where and how a message of our bot appears. */
export interface BotMessagePlace {
  readonly channel: Channel;
  readonly via: string;
  readonly threadTs?: string | undefined;
  readonly ephemeralTo?: string;
}

/** Stores what the bot says (already found valid) and tells the subscribers, the bot itself among them. */
export function postBotMessage(
  state: SlackState,
  workspace: Workspace,
  body: JsonObject,
  place: BotMessagePlace,
): StoredMessage {
  const blocks = fillIds(body.blocks, state.clock);
  const attachments = listObjects(body.attachments).map((attachment, at) => ({ id: at + 1, ...attachment }));
  const message = dropUndefined({
    team: workspace.id,
    channel: place.channel.id,
    ts: state.clock.nextTs(),
    thread_ts: place.threadTs,
    user: workspace.botUserId,
    bot_id: workspace.botId,
    app_id: state.world.app.id,
    text: String(body.text ?? body.markdown_text ?? ''),
    blocks: blocks.length > 0 ? blocks : undefined,
    attachments: attachments.length > 0 ? attachments : undefined,
    metadata: isJsonObject(body.metadata) ? body.metadata : undefined,
    unfurl_links: body.unfurl_links,
    unfurl_media: body.unfurl_media,
    reply_broadcast: body.reply_broadcast,
    ephemeralTo: place.ephemeralTo,
    via: place.via,
    postedAt: state.clock.now(),
    edits: [],
    isDeleted: false,
  }) as unknown as StoredMessage;
  state.messages.add(message);
  if (place.ephemeralTo === undefined)
    dispatchEvent(state, workspace, describeMessageEvent(state, message, place.channel));
  state.log.changed();
  return message;
}

/** Changes a message of the bot in place. Without `blocks` the earlier ones stay, an empty list removes them. */
export function editBotMessage(
  state: SlackState,
  workspace: Workspace,
  message: StoredMessage,
  body: JsonObject,
): void {
  const channel = workspace.channels.get(message.channel);
  const before = channel && describeMessageEvent(state, message, channel);
  const blocks = body.blocks === undefined ? message.blocks : fillIds(body.blocks, state.clock);
  state.messages.change(message, { text: String(body.text ?? message.text), blocks }, state.clock.now());
  if (isJsonObject(body.metadata)) message.metadata = body.metadata;
  if (message.ephemeralTo === undefined) {
    const ts = state.clock.nextTs();
    message.edited = { user: message.user, ts };
    if (channel) dispatchChange(state, workspace, channel, { subtype: 'message_changed', ts, message, before });
  }
  state.log.changed();
}

/** Takes a message away. */
export function deleteMessage(state: SlackState, workspace: Workspace, message: StoredMessage): void {
  const channel = workspace.channels.get(message.channel);
  const before = channel && describeMessageEvent(state, message, channel);
  message.isDeleted = true;
  if (channel && message.ephemeralTo === undefined) {
    dispatchChange(state, workspace, channel, {
      subtype: 'message_deleted',
      ts: state.clock.nextTs(),
      message,
      before,
    });
  }
  state.log.changed();
}

/** Tells the app that a message changed or went, in Slack's form for that. */
export function dispatchChange(
  state: SlackState,
  workspace: Workspace,
  channel: Channel,
  change: {
    subtype: 'message_changed' | 'message_deleted';
    ts: string;
    message: StoredMessage;
    before: JsonObject | undefined;
  },
): ReturnType<typeof dispatchEvent> {
  const now = describeMessageEvent(state, change.message, channel);
  return dispatchEvent(state, workspace, {
    type: 'message',
    subtype: change.subtype,
    hidden: true,
    channel: channel.id,
    channel_type: now.channel_type,
    ts: change.ts,
    event_ts: change.ts,
    previous_message: change.before,
    ...(change.subtype === 'message_changed' ? { message: now } : { deleted_ts: change.message.ts }),
  });
}
