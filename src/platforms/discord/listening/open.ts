import { REST } from 'discord.js';
import type { HearingParts, OpeningParts, OpenPlatform, PlatformConnection } from '#platforms/chat-platform.ts';
import { composeRestOptions } from '#platforms/discord/calling/create-client.ts';
import { guardRequests } from '#platforms/discord/calling/guard-requests.ts';
import { keepToken } from '#platforms/discord/calling/keep-token.ts';
import type { DiscordSettings, ShardSetting } from '#platforms/discord/calling/settings.ts';
import { createDiscordChannelSender } from '#platforms/discord/posting/channel-sender.ts';
import { fetchShardAdvice } from '#platforms/discord/sharding/fetch-shard-advice.ts';
import { holdShards } from '#platforms/discord/sharding/hold-shards.ts';
import { createCustomIds } from '#platforms/discord/talking/custom-id.ts';
import { connectDiscord, type DiscordConnection } from './connect.ts';

/** All that the process asks of Discord goes through one guard, since Discord counts it together. */
export function openDiscordPlatform(
  settings: DiscordSettings,
  { tools, store, hasReplicas }: OpeningParts,
): OpenPlatform {
  const { lineKeeper, locks } = store;
  const { log, now } = tools;
  const guard = guardRequests(log, now);
  /** With a way of its own: it posts whether the gateway is connected or not. */
  const rest = keepToken(new REST(composeRestOptions(settings.apiUrl, guard))).setToken(settings.token);
  let connections: () => readonly DiscordConnection[] = () => [];
  /** What a connection knows of a channel saves whoever posts there a question. */
  const findKnownType = (channelId: string) =>
    connections()
      .map((connection) => connection.findChannelType(channelId))
      .find((type) => type !== undefined);
  const sender = createDiscordChannelSender({
    rest,
    guard,
    customIds: createCustomIds(lineKeeper),
    findKnownType,
    now,
  });
  return { sender, connect };

  /** Replicas share the shards among them, unless the settings say who has which. */
  async function connect({ offers, ...hearing }: HearingParts): Promise<PlatformConnection> {
    const connectShards = (shards: ShardSetting) =>
      connectDiscord({ ...tools, ...hearing, ...offers, guard, lineKeeper, settings: { ...settings, shards } });
    if (settings.shards.kind !== 'auto' || !hasReplicas) {
      const connection = await connectShards(settings.shards);
      connections = () => [connection];
      return connection;
    }
    const { total, connectingAtOnce } = await fetchShardAdvice(rest);
    const shards = holdShards({
      ...tools,
      total,
      connectingAtOnce,
      connect: (id) => connectShards({ kind: 'list', ids: [id], total }),
      locks,
    });
    connections = shards.connections;
    return shards;
  }
}
