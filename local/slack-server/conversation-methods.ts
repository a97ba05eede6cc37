// conversations.*: docs.slack.dev/reference/methods/conversations.history and its neighbours
import {
  type ApiCall,
  type ApiMethod,
  ApiRefusal,
  getChannel,
  getText,
  getWorkspace,
  needScope,
  scopeFor,
} from './api-call.ts';
import { describeMessage, listReplies } from './describe-message.ts';
import type { StoredMessage } from './message-store.ts';
import type { JsonObject } from './slack-json.ts';
import type { Channel, Workspace } from './slack-world.ts';

const pageArgs = ['channel', 'cursor', 'limit', 'latest', 'oldest', 'inclusive', 'include_all_metadata'];

function getReadableChannel(call: ApiCall): Channel {
  const channel = getChannel(call);
  needScope(call, scopeFor(channel, 'history'));
  if (!channel.members.has(getWorkspace(call).botUserId)) throw new ApiRefusal('not_in_channel');
  return channel;
}

/** One page of messages between `oldest` and `latest`. The cursor is the place in the list, in Slack's disguise. */
function buildPage(call: ApiCall, messages: readonly StoredMessage[]): JsonObject {
  const { latest, oldest, inclusive, limit = 100, cursor } = call.args;
  const most = Number(limit);
  if (!Number.isInteger(most) || most < 1 || most > 999) throw new ApiRefusal('invalid_limit');
  const isWithin = ({ ts }: StoredMessage) =>
    (typeof oldest !== 'string' || ts > oldest || (isTrue(inclusive) && ts === oldest)) &&
    (typeof latest !== 'string' || latest === 'now' || ts < latest || (isTrue(inclusive) && ts === latest));
  const all = messages.filter(isWithin);
  const start =
    cursor === undefined || cursor === ''
      ? 0
      : Number(
          Buffer.from(String(cursor), 'base64')
            .toString()
            .replace(/^next:/, ''),
        );
  if (!Number.isInteger(start)) throw new ApiRefusal('invalid_cursor');
  const end = Math.min(all.length, start + most);
  const withMetadata = isTrue(call.args.include_all_metadata) && getWorkspace(call).scopes.has('metadata.message:read');
  return {
    ok: true,
    messages: all.slice(start, end).map((message) => describeMessage(call.state, message, { withMetadata })),
    has_more: end < all.length,
    ...(end < all.length ? { response_metadata: { next_cursor: Buffer.from(`next:${end}`).toString('base64') } } : {}),
  };
}

const isTrue = (value: unknown) => value === true || value === 'true' || value === '1';

const history: ApiMethod = {
  token: 'bot',
  scopes: [],
  tier: 3,
  args: pageArgs,
  run(call) {
    const { id } = getReadableChannel(call);
    const isShown = ({ ts, thread_ts, reply_broadcast }: StoredMessage) =>
      thread_ts === undefined || thread_ts === ts || reply_broadcast === true;
    return { ...buildPage(call, call.state.messages.listVisible(id).filter(isShown).toReversed()), pin_count: 0 };
  },
};

const replies: ApiMethod = {
  token: 'bot',
  scopes: [],
  tier: 3,
  args: [...pageArgs, 'ts'],
  run(call) {
    const { id } = getReadableChannel(call);
    const found = call.state.messages.find(id, getText(call, 'ts'));
    const root = found?.thread_ts === undefined ? found : call.state.messages.find(id, found.thread_ts);
    if (root === undefined || root.ephemeralTo !== undefined) throw new ApiRefusal('thread_not_found');
    return buildPage(call, [root, ...listReplies(call.state, root)]);
  },
};

const info: ApiMethod = {
  token: 'bot',
  scopes: [],
  tier: 3,
  args: ['channel', 'include_locale', 'include_num_members'],
  run(call) {
    const channel = getChannel(call);
    needScope(call, scopeFor(channel, 'read'));
    return { ok: true, channel: describeChannel(channel, getWorkspace(call)) };
  },
};

const open: ApiMethod = {
  token: 'bot',
  scopes: ['im:write', 'mpim:write'],
  tier: 3,
  args: ['channel', 'users', 'return_im', 'prevent_creation'],
  run(call) {
    const workspace = getWorkspace(call);
    if (typeof call.args.channel === 'string')
      return { ok: true, channel: { id: getChannel(call).id }, already_open: true };
    if (typeof call.args.users !== 'string' || call.args.users === '') throw new ApiRefusal('users_list_not_supplied');
    const [user = '', ...others] = call.args.users.split(',');
    if (others.length > 0) throw new ApiRefusal('method_not_supported_for_channel_type');
    if (user === workspace.botUserId) throw new ApiRefusal('cannot_dm_bot');
    const person = workspace.people.get(user);
    if (person === undefined) throw new ApiRefusal('user_not_found');
    return { ok: true, no_op: true, already_open: true, channel: { id: person.dm } };
  },
};

const join: ApiMethod = {
  token: 'bot',
  scopes: ['channels:join'],
  tier: 3,
  args: ['channel'],
  run(call) {
    const channel = getChannel(call);
    const workspace = getWorkspace(call);
    if (channel.kind !== 'public') throw new ApiRefusal('method_not_supported_for_channel_type');
    if (channel.isArchived) throw new ApiRefusal('is_archived');
    const isAlreadyIn = channel.members.has(workspace.botUserId);
    channel.members.add(workspace.botUserId);
    return {
      ok: true,
      channel: describeChannel(channel, workspace),
      ...(isAlreadyIn ? { warning: 'already_in_channel' } : {}),
    };
  },
};

function describeChannel(channel: Channel, workspace: Workspace): JsonObject {
  const flags = {
    is_channel: channel.kind === 'public',
    is_group: channel.kind === 'private',
    is_im: channel.kind === 'im',
    is_mpim: false,
  };
  const shared = { id: channel.id, ...flags, is_archived: channel.isArchived, context_team_id: workspace.id };
  if (channel.kind === 'im') return { ...shared, user: [...channel.members].find((id) => id !== workspace.botUserId) };
  return {
    ...shared,
    name: channel.name,
    name_normalized: channel.name,
    is_private: channel.kind === 'private',
    is_member: channel.members.has(workspace.botUserId),
    num_members: channel.members.size,
  };
}

export const conversationMethods: Readonly<Record<string, ApiMethod>> = {
  'conversations.history': history,
  'conversations.replies': replies,
  'conversations.info': info,
  'conversations.open': open,
  'conversations.join': join,
};
