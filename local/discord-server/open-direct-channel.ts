import type { DiscordWorld } from './discord-world.ts';
import { channelTypes, type DiscordChannel } from './world-model.ts';

/** The direct channel between the bot and a person; it is the same one every time. */
export function openDirectChannel(
  { world, nextId }: { readonly world: DiscordWorld; readonly nextId: () => string },
  userId: string,
): DiscordChannel {
  const known = [...world.channels.values()].find(({ recipientId }) => recipientId === userId);
  if (known !== undefined) return known;
  const channel: DiscordChannel = {
    id: nextId(),
    type: channelTypes.dm,
    name: '',
    recipientId: userId,
    position: 0,
    tags: [],
    requiresTag: false,
    overwrites: [],
    messageCount: 0,
  };
  world.channels.set(channel.id, channel);
  return channel;
}
