import { type ChannelType, REST } from 'discord.js';
import type { ChannelSender } from '#announcing/channel-sender.ts';
import type { LineKeeper } from '#conversation/ports/line-keeper.ts';
import type { Tools } from '#conversation/ports/tools.ts';
import { composeRestOptions } from '#platforms/discord/calling/create-client.ts';
import { guardRequests, type RequestGuard } from '#platforms/discord/calling/guard-requests.ts';
import { keepToken } from '#platforms/discord/calling/keep-token.ts';
import type { DiscordSettings } from '#platforms/discord/calling/settings.ts';
import { createCustomIds } from '#platforms/discord/talking/custom-id.ts';
import { createDiscordChannelSender } from './channel-sender.ts';

/** What posting on Discord needs. */
export interface DiscordPostingParts extends Pick<Tools, 'log' | 'now'> {
  readonly settings: DiscordSettings;
  readonly lineKeeper: LineKeeper;
  /** That of the connection, where the same process answers, too. */
  readonly guard?: RequestGuard | undefined;
  /** Of a connection, if there is one. Without it each channel is asked for once. */
  readonly findChannelType?: (channelId: string) => ChannelType | undefined;
}

/** A sender with a way of its own to Discord: it posts whether the gateway is connected or not. */
export function openDiscordSender(parts: DiscordPostingParts): ChannelSender {
  const { settings, lineKeeper, findChannelType, log, now, guard = guardRequests(log, now) } = parts;
  const rest = keepToken(new REST(composeRestOptions(settings.apiUrl, guard))).setToken(settings.token);
  const customIds = createCustomIds(lineKeeper);
  return createDiscordChannelSender({ rest, guard, customIds, findKnownType: findChannelType, now });
}
