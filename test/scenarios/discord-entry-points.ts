import { commandList } from '#commands/command-list.ts';
import { parseCommand } from '#commands/reading/parse-command.ts';
import { messageCommandName } from '#platforms/discord/commands/build-commands.ts';
import { askModalInputId } from '#platforms/discord/rendering/modal.ts';
import type { InteractionRecord } from '../../local/discord-server/interaction-record.ts';
import { type DiscordServer, startDiscordServer } from '../../local/discord-server/start-discord-server.ts';
import { type DiscordMessage, messageFlags } from '../../local/discord-server/world-model.ts';
import { startDiscordBot } from '../fixtures/discord-bot.ts';
import { readControls, readShownWords } from './discord-shown.ts';
import type { AskedPlatform, EntryPoint, ShownAnswer } from './entry-point.ts';

const boundless = { perUser: 100_000, perChannel: 100_000, windowMs: 60_000 };
/** The tests ask faster than a person; how requests are paced is not what they are about. */
const unlimited = { limit: 100_000, perMs: 1000 };

export const discordPlatform: AskedPlatform = {
  name: 'Discord',
  async open({ snapshot, onResponse }) {
    // Each has a person and a channel of its own, so that none goes on with what another began.
    const places = Object.keys(ways).map((name, i) => ({ name, by: `asker${i}`, in: `place${i}` }));
    const channels = places.map((place) => ({
      name: place.in,
      ...(place.name === 'forum post' ? { kind: 'forum' as const } : {}),
    }));
    const server = await startDiscordServer({
      world: { users: places.map(({ by }) => ({ name: by })), guilds: [{ name: 'Workshop', channels }] },
      limits: {
        global: 100_000,
        ordinary: unlimited,
        routes: Object.fromEntries(limitedRoutes.map((route) => [route, unlimited])),
      },
    });
    const bot = await startDiscordBot(server, { snapshot, onResponse, budget: boundless });
    return {
      entryPoints: places.map(({ name, by, in: channel }): EntryPoint => {
        const way = ways[name as keyof typeof ways];
        const place = { server, by, in: channel };
        return {
          name,
          isOneConversation: way.isOneConversation,
          ask: async (line) => show(place, await way.ask(place, line)),
        };
      }),
      async [Symbol.asyncDispose]() {
        await bot[Symbol.asyncDispose]();
        await server.close();
      },
    };
  },
};

const limitedRoutes = [
  'POST /channels/:channelId/messages',
  'POST /webhooks/:applicationId/:token',
  'PATCH /webhooks/:applicationId/:token/messages/:messageId',
];

interface AskingPlace {
  readonly server: DiscordServer;
  readonly by: string;
  readonly in: string;
}

interface Way {
  readonly isOneConversation: boolean;
  readonly ask: (place: AskingPlace, line: string) => Promise<DiscordMessage>;
}

const ways = {
  'mention in a channel': {
    isOneConversation: true,
    ask: ({ server, ...place }, line) =>
      seeReply(server, server.people.postMessage({ ...place, text: `${server.mention} ${line}` })),
  },
  'mention in a thread': {
    isOneConversation: true,
    ask({ server, by, in: channel }, line) {
      const thread =
        [...server.world.channels.values()].find(({ name }) => name === `thread of ${by}`) ??
        server.people.startThread({ by, in: channel, name: `thread of ${by}` });
      return seeReply(server, server.people.postMessage({ by, in: thread.id, text: `${line} ${server.mention}` }));
    },
  },
  'forum post': {
    isOneConversation: false,
    ask: ({ server, ...place }, line) =>
      seeReply(server, server.people.startPost({ ...place, title: 'A question', text: `${server.mention} ${line}` })),
  },
  'reply to an answer': {
    isOneConversation: true,
    ask({ server, ...place }, line) {
      const answer = server.messages(place.in).findLast(({ authorId }) => authorId === server.world.bot.id);
      const text = answer === undefined ? `${server.mention} ${line}` : line;
      const asked = server.people.postMessage({
        ...place,
        text,
        ...(answer === undefined ? {} : { replyTo: answer.id }),
      });
      return seeReply(server, asked);
    },
  },
  'direct message': {
    isOneConversation: true,
    async ask({ server, by }, line) {
      const { channelId, id } = server.people.postDirectly({ by, text: line });
      return server.waitFor(() =>
        server.messages(channelId).find((message) => message.authorId === server.world.bot.id && message.nonce === id),
      );
    },
  },
  'slash command': {
    isOneConversation: true,
    ask: ({ server, ...place }, line) =>
      seeResponse(server, server.clicks.runCommand({ ...place, ...typeCommand(line) })),
  },
  'private slash command': {
    isOneConversation: true,
    ask({ server, ...place }, line) {
      const { options, ...command } = typeCommand(line);
      const use = { ...place, ...command, options: { ...options, private: true } };
      return seeResponse(server, server.clicks.runCommand(use));
    },
  },
  'message command': {
    isOneConversation: true,
    ask({ server, ...place }, line) {
      const message = server.people.postMessage({ ...place, text: line });
      return seeResponse(server, server.clicks.useMessageCommand({ by: place.by, message, name: messageCommandName }));
    },
  },
  modal: {
    isOneConversation: true,
    async ask({ server, ...place }, line) {
      const message = server.people.postMessage({ ...place, text: 'far more than a question '.repeat(60) });
      const opening = server.clicks.useMessageCommand({ by: place.by, message, name: messageCommandName });
      await server.waitFor(() => opening.modal);
      const values = { [askModalInputId]: line };
      return seeResponse(server, server.clicks.submitModal({ by: place.by, interaction: opening, values }));
    },
  },
} satisfies Record<string, Way>;

/** A line as somebody types it with the slash command: the subcommand where it names one, a question otherwise. */
function typeCommand(line: string): { name: string; subcommand: string; options: Record<string, string> } {
  const parsed = parseCommand(line);
  const spec = commandList.find(({ name }) => parsed.kind === 'command' && name === parsed.command);
  const argument = parsed.kind === 'command' ? parsed.argument : '';
  const option = spec?.options[0];
  const isTyped = spec !== undefined && spec.name !== 'ask' && (argument !== '' || option?.isRequired !== true);
  if (!isTyped) return { name: 'arm', subcommand: 'ask', options: { question: line } };
  const options = option === undefined || argument === '' ? {} : { [option.name]: argument };
  return { name: 'arm', subcommand: spec.name, options };
}

function seeReply(server: DiscordServer, asked: DiscordMessage): Promise<DiscordMessage> {
  return server.waitFor(() =>
    server.messages(asked.channelId).find(({ reference }) => reference?.messageId === asked.id),
  );
}

/** What the bot made of an interaction: a message of its own, or the one that it changed. */
export async function seeResponse(server: DiscordServer, interaction: InteractionRecord): Promise<DiscordMessage> {
  return server.waitFor(() => {
    const { callbackType, messageIds, sourceMessageId } = interaction;
    const message = server.findMessage(messageIds.at(-1) ?? (callbackType === 7 ? (sourceMessageId ?? '') : ''));
    return message && (message.flags & messageFlags.loading) === 0 ? message : undefined;
  });
}

function show(place: AskingPlace, message: DiscordMessage): ShownAnswer {
  const { server, by } = place;
  return {
    words: readShownWords(message),
    buttons: readControls(message).map(({ label, customId, value }) => ({
      label,
      press: async () => {
        const pressed =
          value === undefined
            ? server.clicks.pressButton({ by, message, button: customId })
            : server.clicks.choose({ by, message, customId, values: [value] });
        return show(place, await seeResponse(server, pressed));
      },
    })),
  };
}
