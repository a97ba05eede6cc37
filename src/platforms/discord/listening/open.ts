import type { HearingParts, OpeningParts, OpenPlatform, PlatformConnection } from '#platforms/chat-platform.ts';
import { guardRequests } from '#platforms/discord/calling/guard-requests.ts';
import type { DiscordSettings, ShardSetting } from '#platforms/discord/calling/settings.ts';
import { openDiscordSender } from '#platforms/discord/posting/open-sender.ts';
import { fetchShardAdvice } from '#platforms/discord/sharding/fetch-shard-advice.ts';
import { holdShards } from '#platforms/discord/sharding/hold-shards.ts';
import { connectDiscord, type DiscordConnection } from './connect.ts';

/** All that the process asks of Discord goes through one guard, since Discord counts it together. */
export function openDiscordPlatform(settings: DiscordSettings, { tools, store, hasReplicas }: OpeningParts) {
  const { lineKeeper, locks } = store;
  const guard = guardRequests(tools.log, tools.now);
  let connections: () => readonly DiscordConnection[] = () => [];
  /** What the connection knows of a channel saves whoever posts there a question. */
  const findChannelType = (channelId: string) =>
    connections()
      .map((connection) => connection.findChannelType(channelId))
      .find((type) => type !== undefined);
  return {
    sender: openDiscordSender({ ...tools, settings, lineKeeper, findChannelType, guard }),
    findChannelType,
    connect,
  } satisfies OpenPlatform & { findChannelType: unknown };

  /** Replicas share the shards among them, unless the settings say who has which. */
  async function connect({ offers, ...hearing }: HearingParts): Promise<PlatformConnection> {
    const connectShards = (shards: ShardSetting) =>
      connectDiscord({ ...tools, ...hearing, ...offers, guard, lineKeeper, settings: { ...settings, shards } });
    if (settings.shards.kind !== 'auto' || !hasReplicas) {
      const connection = await connectShards(settings.shards);
      connections = () => [connection];
      return connection;
    }
    const { total, connectingAtOnce } = await fetchShardAdvice(settings, { ...tools, guard });
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
