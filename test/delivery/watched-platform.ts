import type { DiscordServerOptions } from '../../local/discord-server/server-settings.ts';
import { type DiscordServer, startDiscordServer } from '../../local/discord-server/start-discord-server.ts';
import { startSlackServer } from '../../local/slack-server/start-slack-server.ts';
import type { WatchedChannel } from './watched-database.ts';

/** A local platform with many channels, of which each wants one post. */
export interface WatchedPlatform extends AsyncDisposable {
  readonly platform: 'slack' | 'discord';
  readonly settings: Readonly<Record<string, string>>;
  readonly channels: readonly WatchedChannel[];
  /** The next post there gets no answer, and is accepted all the same or not. */
  readonly leaveUnanswered: (channelId: string, isAccepted: boolean) => void;
  /** Resolves when such a post has come in. */
  readonly leftUnanswered: (channelId: string) => Promise<void>;
  /** Resolves when a post stands in the channel. */
  readonly posted: (channelId: string) => Promise<void>;
  /** How often the issue stands in the channel. */
  readonly countPosts: (channelId: string) => number;
  /** The platform's own clock goes on, as the program's does. */
  readonly advance: (ms: number) => void;
  /** What the platform would have swallowed without a word, or was asked too often. */
  readonly problems: () => readonly string[];
}

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
): Promise<WatchedPlatform> {
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
  const isPostIn = (channelId: string) => (args: { channel?: unknown }) => args.channel === channelId;
  return {
    platform: 'slack',
    settings: {
      SLACK_BOT_TOKEN: server.botToken,
      SLACK_APP_TOKEN: server.app.appToken,
      SLACK_API_URL: server.apiUrl,
      SLACK_LOOK_BACK: canLookBack ? 'on' : 'off',
    },
    channels: ids.map((channelId) => ({ platform: 'slack', channelId, workspaceId: 'T0LOCAL' })),
    leaveUnanswered: (channelId, isAccepted) =>
      server.faults.add({
        method: 'chat.postMessage',
        kind: isAccepted ? 'no-answer-after' : 'no-answer',
        when: isPostIn(channelId),
      }),
    async leftUnanswered(channelId) {
      const isLost = () => server.calls.some(({ args, error }) => error === 'lost' && isPostIn(channelId)(args));
      await server.waitFor(isLost, patienceMs);
    },
    async posted(channelId) {
      await server.waitFor(() => posts(channelId).length > 0, patienceMs);
    },
    countPosts: (channelId) => posts(channelId).length,
    advance(ms) {
      aheadMs += ms;
    },
    problems: () => server.problems,
    [Symbol.asyncDispose]: () => server.close(),
  };
}

const kinds = ['text', 'announcement', 'forum'] as const;

/** Discord with that many channels: by turns a text channel, one for announcements and a forum. */
export async function watchDiscord(count: number, options: DiscordServerOptions = {}): Promise<WatchedPlatform> {
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
  return {
    platform: 'discord',
    settings: { DISCORD_TOKEN: server.token, DISCORD_API_URL: server.apiUrl },
    channels: channels.map(({ name }) => ({
      platform: 'discord',
      channelId: server.channelId(name),
      workspaceId: guildId,
    })),
    leaveUnanswered(channelId, isAccepted) {
      const when = isAccepted ? 'after' : 'before';
      server.faults.add({
        how: 'hang',
        when,
        matches: ({ method, path }) => method === 'POST' && isPost(path, channelId),
      });
    },
    async leftUnanswered(channelId) {
      const isHung = () => server.requests.some(({ path, fault }) => fault === 'hang' && isPost(path, channelId));
      await server.waitFor(isHung, patienceMs, `a post in ${channelId}`);
    },
    async posted(channelId) {
      await server.waitFor(() => countOn(server, channelId) > 0, patienceMs, `a post in ${channelId}`);
    },
    countPosts: (channelId) => countOn(server, channelId),
    advance: (ms) => server.clock.advance(ms),
    problems: () => (server.refusals.unannounced > 0 ? ['a limit was run into'] : []),
    [Symbol.asyncDispose]: () => server.close(),
  };
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

/** Messages in a channel, or threads in a forum. */
function countOn(server: DiscordServer, channelId: string): number {
  const threads = [...server.world.channels.values()].filter(({ parentId }) => parentId === channelId);
  return server.messages(channelId).length + threads.length;
}
