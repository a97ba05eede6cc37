import { DiscordAPIError, REST, type RESTOptions } from 'discord.js';
import type { DiscordServer } from '../../../local/discord-server/start-discord-server.ts';

/** discord.js's REST client for a local Discord, with the bot's token. */
export function connectRest(server: DiscordServer, options: Partial<RESTOptions> = {}): REST {
  return new REST({ api: server.apiUrl, ...options }).setToken(server.token);
}

/** The code of Discord's refusal, or undefined when there was none. */
export async function findRefusal(work: Promise<unknown>): Promise<number | string | undefined> {
  try {
    await work;
    return undefined;
  } catch (error) {
    if (error instanceof DiscordAPIError) return error.code;
    throw error;
  }
}
