import { commandList } from '#commands/command-list.ts';
import { completeOption } from '#commands/complete-option.ts';
import { maxQuestionCharacters } from '#commands/parse-command.ts';
import type { DiscordConnection } from '#platforms/discord/connect-discord.ts';
import type { DiscordSettings } from '#platforms/discord/discord-settings.ts';
import type { PlatformSurroundings } from './platform-surroundings.ts';

/** Connects Discord. Its SDK is loaded here and nowhere else: it holds tens of megabytes. */
export async function startDiscord(
  settings: DiscordSettings,
  { getSnapshot, store, ...shared }: PlatformSurroundings,
): Promise<DiscordConnection> {
  const { connectDiscord } = await import('#platforms/discord/connect-discord.ts');
  return connectDiscord({
    ...shared,
    settings,
    lineKeeper: store.lineKeeper,
    commands: commandList,
    complete: (kind, typed, limit) => completeOption(kind, typed, getSnapshot(), limit),
    maxQuestionCharacters,
  });
}
