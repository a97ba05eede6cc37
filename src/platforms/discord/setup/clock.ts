import { DefaultUserAgent } from 'discord.js';
import type { DiscordSettings } from '#platforms/discord/calling/settings.ts';

/** An address of Discord's that tells anybody the time, and the name that Discord wants its clients to have. */
export function findDiscordClock({ apiUrl }: Pick<DiscordSettings, 'apiUrl'>): {
  readonly address: URL;
  readonly headers: Readonly<Record<string, string>>;
} {
  return { address: new URL(`${apiUrl}/v10/gateway`), headers: { 'User-Agent': DefaultUserAgent } };
}
