import { type Client, Events, SimpleShardingStrategy, type WebSocketOptions } from 'discord.js';
import type { Log } from '#conversation/ports/log.ts';

/** The part of discord.js's gateway that its types keep to themselves. */
interface PacketHandling {
  handlePacket: (
    packet: { readonly t: string } | undefined,
    shard: { readonly id: number; readonly sessionInfo: object | null } | undefined,
  ) => boolean;
}

/**
 * What discord.js 14 cannot read it throws, where nobody can catch it, and the process would end: an event that is not as
 * Discord documents it is told in the log and passed over.
 *
 * When a connection is lost at the very moment at which it was resumed, discord.js (`handlers/RESUMED.js`) reads the session
 * that it has just given up. Such a resumption is passed over, too: another connection is on its way.
 */
export function surviveBrokenEvents(client: Client, log: Log): void {
  const packets = client.ws as unknown as PacketHandling;
  const { handlePacket } = packets;
  packets.handlePacket = (packet, shard) => {
    if (packet?.t === 'RESUMED' && !shard?.sessionInfo) return false;
    try {
      return handlePacket.call(packets, packet, shard);
    } catch (error) {
      log.error('An event from Discord could not be read; it is passed over.', {
        event: packet?.t,
        shard: shard?.id,
        error,
      });
      return false;
    }
  };
}

/** The part of a shard in `@discordjs/ws` that its types keep to themselves. */
interface Shard {
  readonly id: number;
  onMessage: (data: unknown, isBinary: boolean) => Promise<void>;
}

/** WebSocket's code for "the other side does not keep to the protocol". */
const PROTOCOL_ERROR = 1002;

/**
 * The way to run shards, which survives what `surviveBrokenEvents` does not see: whatever carries the connection itself. One
 * that cannot be read leaves a connection of no use, which then counts as ended.
 */
export function runShards(getClient: () => Client, log: Log): NonNullable<WebSocketOptions['buildStrategy']> {
  return (manager) => {
    const strategy = new SimpleShardingStrategy(manager);
    const { spawn } = strategy;
    strategy.spawn = async (ids) => {
      await spawn.call(strategy, ids);
      const { shards } = strategy as unknown as { shards: ReadonlyMap<number, Shard> };
      for (const shard of shards.values()) protect(shard);
    };
    return strategy;
  };

  function protect(shard: Shard): void {
    const { onMessage } = shard;
    shard.onMessage = async (data, isBinary) => {
      try {
        await onMessage.call(shard, data, isBinary);
      } catch (error) {
        log.error('A message of Discord’s gateway could not be read.', { shard: shard.id, error });
        if (isOrdinaryEvent(data)) return;
        const closing = { code: PROTOCOL_ERROR, reason: '', wasClean: false };
        getClient().emit(Events.ShardDisconnect, closing, shard.id);
      }
    };
  }
}

/** Whether the connection can do without it. */
function isOrdinaryEvent(data: unknown): boolean {
  try {
    const { op, t } = JSON.parse(String(data)) as { op?: unknown; t?: unknown };
    return op === 0 && t !== 'READY' && t !== 'RESUMED';
  } catch {
    return false;
  }
}
