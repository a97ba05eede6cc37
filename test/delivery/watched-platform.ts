import type { DiscordServerOptions } from '../../local/discord-server/server-settings.ts';
import { type DiscordServer, startDiscordServer } from '../../local/discord-server/start-discord-server.ts';
import { startSlackServer } from '../../local/slack-server/start-slack-server.ts';
import type { WatchedChannel } from './watched-database.ts';

/** A local platform with many channels, of which each wants one post. */
export interface WatchedPlatform extends AsyncDisposable {
  readonly platform: 'slack' | 'discord';
  readonly settings: Readonly<Record<string, string>>;
  readonly channels: readonly WatchedChannel[];
  /** The next such request there gets no answer, and is accepted all the same or not. */
  readonly leaveUnanswered: (channelId: string, isAccepted: boolean, request?: WatchedRequest) => void;
  /** Resolves when it has come in. */
  readonly leftUnanswered: (channelId: string, request?: WatchedRequest) => Promise<void>;
  /** Resolves when a post stands in the channel. */
  readonly posted: (channelId: string) => Promise<void>;
  /** How often the issue stands in the channel. */
  readonly countPosts: (channelId: string) => number;
  /** The platform's own clock goes on, as the program's does. */
  readonly advance: (ms: number) => void;
  /** What the platform would have swallowed without a word, or was asked too often. */
  readonly problems: () => readonly string[];
}

/** One whose posts are edited. */
export interface EditedPlatform extends WatchedPlatform {
  /** All that stands in the channel: a text for each post, its title above it where that is apart. */
  readonly read: (channelId: string) => readonly string[];
  /** How often an edit of words was asked for, in all channels. */
  readonly countEdits: () => number;
}

/** A post, an edit of its words, or one of its title where that is a request of its own. */
export type WatchedRequest = 'post' | 'edit' | 'title';

const patienceMs = 120_000;

export interface SlackCase {
  /** Whether the app has the scopes for it, and is told so. */
  readonly canLookBack: boolean;
  /** Persons, by direct message, instead of channels. */
  readonly arePersons?: boolean;
}

/** Slack with that many channels, or persons. */
export async function watchSlack(
  count: number,
  { canLookBack, arePersons = false }: SlackCase,
): Promise<EditedPlatform> {
  let aheadMs = 0;
  const ids = Array.from({ length: count }, (_, i) => `${arePersons ? 'U' : 'C'}${String(i).padStart(8, '0')}`);
  const rights = canLookBack ? ['channels:history', 'groups:history', 'im:write', 'metadata.message:read'] : [];
  const place = arePersons ? { people: ids.map((id) => ({ id })) } : { channels: ids.map((id) => ({ id })) };
  const conversationOf = (id: string) => (arePersons ? `D0LOCAL${id.slice(1)}` : id);
  const scopes = ['commands', 'app_mentions:read', 'chat:write', 'im:history', 'assistant:write', ...rights];
  const server = await startSlackServer({
    now: () => Date.now() + aheadMs,
    workspaces: [{ id: 'T0LOCAL', scopes, ...place }],
  });
  const posts = (channelId: string) =>
    server.messages(conversationOf(channelId)).filter(({ via }) => via === 'chat.postMessage');
  const isIn = (channelId: string) => (args: { channel?: unknown }) => args.channel === channelId;
  const methodOf = (request: WatchedRequest) => (request === 'post' ? 'chat.postMessage' : 'chat.update');
  let callsBefore = 0;
  return {
    platform: 'slack',
    settings: {
      SLACK_BOT_TOKEN: server.botToken,
      SLACK_APP_TOKEN: server.app.appToken,
      SLACK_API_URL: server.apiUrl,
      SLACK_LOOK_BACK: canLookBack ? 'on' : 'off',
    },
    channels: ids.map((channelId) => ({ platform: 'slack', channelId, workspaceId: 'T0LOCAL' })),
    leaveUnanswered(channelId, isAccepted, request = 'post') {
      callsBefore = server.calls.length;
      const kind = isAccepted ? 'no-answer-after' : 'no-answer';
      server.faults.add({ method: methodOf(request), kind, when: isIn(channelId) });
    },
    async leftUnanswered(channelId, request = 'post') {
      const isLost = () =>
        server.calls
          .slice(callsBefore)
          .some(({ method, args, error }) => error === 'lost' && method === methodOf(request) && isIn(channelId)(args));
      await server.waitFor(isLost, patienceMs);
    },
    async posted(channelId) {
      await server.waitFor(() => posts(channelId).length > 0, patienceMs);
    },
    countPosts: (channelId) => posts(channelId).length,
    read: (channelId) => posts(channelId).map(({ text, blocks }) => `${text}\n${JSON.stringify(blocks)}`),
    countEdits: () => server.calls.filter(({ method }) => method === 'chat.update').length,
    advance(ms) {
      aheadMs += ms;
    },
    problems: () => server.problems,
    [Symbol.asyncDispose]: () => server.close(),
  };
}

const kinds = ['text', 'announcement', 'forum'] as const;

/** Discord with that many channels: by turns a text channel, one for announcements and a forum. */
export async function watchDiscord(count: number, options: DiscordServerOptions = {}): Promise<EditedPlatform> {
  const channels = Array.from({ length: count }, (_, i) => ({
    name: `room ${i}`,
    kind: kinds[i % kinds.length] ?? 'text',
  }));
  const guild = {
    name: 'Workshop',
    channels,
    everyonePermissions: ['ViewChannel', 'SendMessages', 'SendMessagesInThreads', 'ReadMessageHistory'] as const,
  };
  const server = await startDiscordServer({ ...options, world: { users: [{ name: 'ada' }], guilds: [guild] } });
  const guildId = server.guildId('Workshop');
  let requestsBefore = 0;
  return {
    platform: 'discord',
    settings: { DISCORD_TOKEN: server.token, DISCORD_API_URL: server.apiUrl },
    channels: channels.map(({ name }) => ({
      platform: 'discord',
      channelId: server.channelId(name),
      workspaceId: guildId,
    })),
    leaveUnanswered(channelId, isAccepted, request = 'post') {
      requestsBefore = server.requests.length;
      const when = isAccepted ? 'after' : 'before';
      server.faults.add({ how: 'hang', when, matches: (sent) => isRequest(server, sent, channelId, request) });
    },
    async leftUnanswered(channelId, request = 'post') {
      const isHung = () =>
        server.requests
          .slice(requestsBefore)
          .some((sent) => sent.fault === 'hang' && isRequest(server, sent, channelId, request));
      await server.waitFor(isHung, patienceMs, `a request (${request}) in ${channelId}`);
    },
    async posted(channelId) {
      await server.waitFor(() => countOn(server, channelId) > 0, patienceMs, `a post in ${channelId}`);
    },
    countPosts: (channelId) => countOn(server, channelId),
    read: (channelId) => [
      ...server.messages(channelId).map(({ content }) => content),
      ...threadsOf(server, channelId).map(({ id, name }) => `${name}\n${server.messages(id)[0]?.content}`),
    ],
    countEdits: () => server.requests.filter(({ method, path }) => method === 'PATCH' && isMessage(path)).length,
    advance: (ms) => server.clock.advance(ms),
    problems: () => (server.refusals.unannounced > 0 ? ['a limit was run into'] : []),
    [Symbol.asyncDispose]: () => server.close(),
  };
}

/** The same, for more edits in an hour than Discord would take. */
export function watchEditedDiscord(count: number): Promise<EditedPlatform> {
  const often = { limit: 1_000, perMs: 1_000 };
  return watchDiscord(count, { limits: { publishedEdits: often, renames: often } });
}

/** Discord with that many persons, who share a server with the bot. */
export async function watchDiscordPersons(count: number): Promise<WatchedPlatform> {
  const users = Array.from({ length: count }, (_, i) => ({ name: `cook ${i}` }));
  const server = await startDiscordServer({ world: { users, guilds: [{ name: 'Workshop', channels: [] }] } });
  const findConversation = (userId: string) =>
    [...server.world.channels.values()].find(({ recipientId }) => recipientId === userId)?.id;
  const countMessages = (userId: string) => {
    const conversation = findConversation(userId);
    return conversation === undefined ? 0 : server.messages(conversation).length;
  };
  const isPostTo = (path: string, userId: string) => {
    const conversation = findConversation(userId);
    return conversation !== undefined && isPost(path, conversation);
  };
  return {
    platform: 'discord',
    settings: { DISCORD_TOKEN: server.token, DISCORD_API_URL: server.apiUrl },
    channels: [...server.world.users.values()]
      .filter(({ username }) => users.some(({ name }) => name === username))
      .map(({ id }) => ({ platform: 'discord', channelId: id, workspaceId: '@me' })),
    leaveUnanswered(userId, isAccepted) {
      server.faults.add({
        how: 'hang',
        when: isAccepted ? 'after' : 'before',
        matches: ({ method, path }) => method === 'POST' && isPostTo(path, userId),
      });
    },
    async leftUnanswered(userId) {
      const isHung = () => server.requests.some(({ path, fault }) => fault === 'hang' && isPostTo(path, userId));
      await server.waitFor(isHung, patienceMs, `a message to ${userId}`);
    },
    async posted(userId) {
      await server.waitFor(() => countMessages(userId) > 0, patienceMs, `a message to ${userId}`);
    },
    countPosts: countMessages,
    advance: (ms) => server.clock.advance(ms),
    problems: () => (server.refusals.unannounced > 0 ? ['a limit was run into'] : []),
    [Symbol.asyncDispose]: () => server.close(),
  };
}

function isPost(path: string, channelId: string): boolean {
  return path === `/channels/${channelId}/messages` || path === `/channels/${channelId}/threads`;
}

const isMessage = (path: string) => path.includes('/messages/');

/** A post's message is in its channel, or is the first one of a thread below it. */
function isRequest(
  server: DiscordServer,
  { method, path }: { readonly method: string; readonly path: string },
  channelId: string,
  request: WatchedRequest,
): boolean {
  if (request === 'post') return method === 'POST' && isPost(path, channelId);
  const places = [channelId, ...threadsOf(server, channelId).map(({ id }) => id)];
  const isHere = places.some((id) => `${path}/`.startsWith(`/channels/${id}/`));
  return method === 'PATCH' && isHere && isMessage(path) === (request === 'edit');
}

const threadsOf = (server: DiscordServer, channelId: string) =>
  [...server.world.channels.values()].filter(({ parentId }) => parentId === channelId);

/** Messages in a channel, or threads in a forum. */
function countOn(server: DiscordServer, channelId: string): number {
  return server.messages(channelId).length + threadsOf(server, channelId).length;
}
