import type { Client } from 'discord.js';

/** The part of discord.js's gateway that its types keep to themselves. */
interface PacketHandling {
  handlePacket: (
    packet: { readonly t: string } | undefined,
    shard: { readonly sessionInfo: object | null } | undefined,
  ) => boolean;
}

/**
 * When a connection is lost at the very moment at which it was resumed, discord.js 14 (`handlers/RESUMED.js`) reads the
 * session that it has just given up, and throws where nobody can catch it. Such a resumption is passed over: another
 * connection is on its way.
 */
export function surviveLostSession(client: Client): void {
  const packets = client.ws as unknown as PacketHandling;
  const { handlePacket } = packets;
  packets.handlePacket = (packet, shard) =>
    packet?.t === 'RESUMED' && !shard?.sessionInfo ? false : handlePacket.call(packets, packet, shard);
}
