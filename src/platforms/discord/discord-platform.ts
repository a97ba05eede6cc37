import type { ChatPlatform, ReadyPlatform } from '#platforms/chat-platform.ts';
import { checkDiscordSettings, type DiscordSettings, discordSettings } from '#platforms/discord/calling/settings.ts';

const name = 'discord';
const title = 'Discord';

/** Discord as all else knows it. Its SDK is loaded by the functions: it holds tens of megabytes. */
export const discordPlatform: ChatPlatform = {
  name,
  title,
  settings: discordSettings,
  tokenSetting: 'DISCORD_TOKEN',
  channels: {
    exampleId: '456',
    channelId: /^\d+$/,
    pinged: {
      id: /^\d+$/,
      name: 'role',
      example: '1017123456789012345',
      place: 'In Discord, “Copy Role ID” in the menu of the role gives one, in developer mode.',
    },
  },
  manifest: {
    summary: "Discord's invite link",
    usage: '',
    options: {},
    async write({ readSetting }) {
      const applicationId = readApplicationId(readSetting('DISCORD_TOKEN') ?? '');
      if (applicationId === undefined) return { problem: noApplicationId };
      const { buildInviteLink } = await import('#platforms/discord/calling/invite.ts');
      return { text: `${buildInviteLink(applicationId)}\n` };
    },
  },
  setUp(readSetting) {
    const { settings, problems } = checkDiscordSettings(readSetting);
    return { ready: settings && prepare(settings), problems };
  },
};

function prepare(settings: DiscordSettings): ReadyPlatform {
  return {
    name,
    title,
    idleSettings: [],
    readerSecret: settings.token,
    async open(parts) {
      const { openDiscordPlatform } = await import('#platforms/discord/listening/open.ts');
      return openDiscordPlatform(settings, parts);
    },
    async *examine({ tools, commands }) {
      const { examineDiscord } = await import('#platforms/discord/setup/examine.ts');
      yield* examineDiscord({ settings, commands, ...tools });
    },
    async findClock() {
      const { findDiscordClock } = await import('#platforms/discord/setup/examine.ts');
      return findDiscordClock(settings);
    },
  };
}

const noApplicationId =
  'DISCORD_TOKEN: it is not set, or is no token of a bot. The invite link is made from it; copy it from "Bot" (discord.com/developers/applications).';

/** A bot's token begins with its application's id, in base64. */
function readApplicationId(token: string): string | undefined {
  const id = Buffer.from(token.split('.')[0] ?? '', 'base64').toString('latin1');
  return /^\d{15,21}$/.test(id) ? id : undefined;
}
