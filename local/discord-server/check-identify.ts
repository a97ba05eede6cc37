import type { DiscordWorld } from './discord-world.ts';
import type { GatewayClose } from './gateway-close.ts';
import { areKnownIntents, privilegedIntentBits } from './gateway-intents.ts';
import type { GatewaySettings } from './server-settings.ts';
import type { JsonObject } from './world-model.ts';

export type Identify = {
  readonly token: string;
  readonly intents: number;
  readonly shard: readonly [id: number, count: number];
  readonly wantsCompression: boolean;
};

/** Reads an IDENTIFY as Discord does: what it asks for, or the close that refuses it. */
export function checkIdentify(data: unknown, world: DiscordWorld, settings: GatewaySettings): Identify | GatewayClose {
  const { token, intents, properties, shard = [0, 1], compress = false } = (data ?? {}) as JsonObject;
  if (token !== world.token) return 'authenticationFailed';
  if (typeof properties !== 'object' || properties === null) return 'decodeError';
  if (!isShard(shard)) return 'invalidShard';
  if (!areKnownIntents(intents)) return 'invalidIntents';
  const isDisallowed = Object.entries(privilegedIntentBits).some(
    ([name, bit]) => (intents & bit) !== 0 && !world.privilegedIntents.has(name as keyof typeof privilegedIntentBits),
  );
  if (isDisallowed) return 'disallowedIntents';
  const guilds = [...world.guilds.values()].filter(({ members }) => members.has(world.bot.id)).length;
  if (guilds / shard[1] > settings.maxGuildsPerShard) return 'shardingRequired';
  return { token, intents, shard, wantsCompression: compress === true };
}

function isShard(shard: unknown): shard is [number, number] {
  if (!Array.isArray(shard) || shard.length !== 2 || !shard.every(Number.isInteger)) return false;
  const [id, count] = shard as [number, number];
  return count > 0 && id >= 0 && id < count;
}
