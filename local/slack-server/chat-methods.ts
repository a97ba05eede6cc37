// chat.*: docs.slack.dev/reference/methods/chat.postMessage and its neighbours
import {
  type ApiCall,
  type ApiMethod,
  ApiRefusal,
  getChannel,
  getText,
  getWorkspace,
  refuseProblems,
} from './api-call.ts';
import { deleteMessage, editBotMessage, postBotMessage } from './bot-messages.ts';
import { describeMessage } from './describe-message.ts';
import type { StoredMessage } from './message-store.ts';
import type { Channel } from './slack-world.ts';
import { validateMessage } from './validate-blocks.ts';

const contentArgs = ['channel', 'text', 'blocks', 'attachments', 'markdown_text', 'parse', 'link_names', 'metadata'];
const lookArgs = ['username', 'icon_emoji', 'icon_url', 'as_user', 'thread_ts'];

function getPostingChannel(call: ApiCall): Channel {
  const channel = getChannel(call);
  const { botUserId, scopes } = getWorkspace(call);
  if (channel.isArchived) throw new ApiRefusal('is_archived');
  if (channel.members.has(botUserId)) return channel;
  if (channel.kind === 'public' && scopes.has('chat:write.public') && call.method === 'chat.postMessage')
    return channel;
  throw new ApiRefusal('not_in_channel');
}

/** The root under which the message goes. Slack's advice is never to use a reply's ts; here it is refused. */
function getThread(call: ApiCall, channel: Channel): string | undefined {
  const ts = call.args.thread_ts;
  if (ts === undefined || ts === '') return undefined;
  if (typeof ts !== 'string' || !/^\d{10}\.\d{6}$/.test(ts)) throw new ApiRefusal('invalid_thread_ts');
  const root = call.state.messages.find(channel.id, ts);
  if (root === undefined || root.ephemeralTo !== undefined) throw new ApiRefusal('thread_not_found');
  if (root.thread_ts !== undefined && root.thread_ts !== ts) throw new ApiRefusal('cannot_reply_to_message');
  return ts;
}

function getOwnMessage(call: ApiCall, error: string): StoredMessage {
  const message = call.state.messages.find(getChannel(call).id, getText(call, 'ts'));
  if (message === undefined || message.ephemeralTo !== undefined) throw new ApiRefusal('message_not_found');
  if (message.bot_id !== getWorkspace(call).botId) throw new ApiRefusal(error);
  return message;
}

const postMessage: ApiMethod = {
  token: 'bot',
  scopes: ['chat:write'],
  args: [...contentArgs, ...lookArgs, 'mrkdwn', 'reply_broadcast', 'unfurl_links', 'unfurl_media'],
  isPosting: true,
  run(call) {
    const channel = getPostingChannel(call);
    refuseProblems(validateMessage(call.args));
    const place = { channel, via: call.method, threadTs: getThread(call, channel) };
    const message = postBotMessage(call.state, getWorkspace(call), call.args, place);
    return { ok: true, channel: channel.id, ts: message.ts, message: describeMessage(call.state, message) };
  },
};

const postEphemeral: ApiMethod = {
  token: 'bot',
  scopes: ['chat:write'],
  args: [...contentArgs, ...lookArgs, 'user'],
  isPosting: true,
  run(call) {
    const channel = getPostingChannel(call);
    const user = getText(call, 'user');
    if (!channel.members.has(user)) throw new ApiRefusal('user_not_in_channel');
    refuseProblems(validateMessage(call.args));
    const place = { channel, via: call.method, threadTs: getThread(call, channel), ephemeralTo: user };
    return { ok: true, message_ts: postBotMessage(call.state, getWorkspace(call), call.args, place).ts };
  },
};

const update: ApiMethod = {
  token: 'bot',
  scopes: ['chat:write'],
  tier: 3,
  args: [...contentArgs, 'ts', 'as_user', 'file_ids', 'reply_broadcast', 'unfurl_links', 'unfurl_media'],
  run(call) {
    const message = getOwnMessage(call, 'cant_update_message');
    const { text, blocks, attachments } = call.args;
    if (text === undefined && blocks === undefined && attachments === undefined) throw new ApiRefusal('no_text');
    refuseProblems(validateMessage({ ...call.args, text: text ?? message.text, blocks: blocks ?? message.blocks }));
    editBotMessage(call.state, getWorkspace(call), message, call.args);
    return {
      ok: true,
      channel: message.channel,
      ts: message.ts,
      text: message.text,
      message: describeMessage(call.state, message),
    };
  },
};

const remove: ApiMethod = {
  token: 'bot',
  scopes: ['chat:write'],
  tier: 3,
  args: ['channel', 'ts', 'as_user'],
  run(call) {
    const message = getOwnMessage(call, 'cant_delete_message');
    deleteMessage(call.state, getWorkspace(call), message);
    return { ok: true, channel: message.channel, ts: message.ts };
  },
};

export const chatMethods: Readonly<Record<string, ApiMethod>> = {
  'chat.postMessage': postMessage,
  'chat.postEphemeral': postEphemeral,
  'chat.update': update,
  'chat.delete': remove,
};
