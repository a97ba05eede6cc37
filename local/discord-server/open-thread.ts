import { hasPermission } from './compute-permissions.ts';
import { describeChannel } from './describe-world.ts';
import type { DiscordWorld } from './discord-world.ts';
import type { GatewayEvent } from './gateway-event.ts';
import type { ServerClock } from './server-clock.ts';
import type { DiscordChannel } from './world-model.ts';

export type ThreadParts = {
  readonly world: DiscordWorld;
  readonly clock: ServerClock;
  readonly nextId: () => string;
  readonly gateway: { readonly tell: (event: GatewayEvent) => void };
};

export type NewThread = {
  /** A thread on a message has the message's id. */
  readonly id?: string;
  readonly name: string;
  readonly type: number;
  readonly appliedTags?: readonly string[];
  readonly autoArchiveMinutes?: number;
};

/** Opens a thread below a channel and tells of it. */
export function openThread(
  parts: ThreadParts,
  parent: DiscordChannel,
  ownerId: string,
  options: NewThread,
): DiscordChannel {
  const { world, clock, nextId, gateway } = parts;
  const thread: DiscordChannel = {
    id: options.id ?? nextId(),
    type: options.type,
    name: options.name,
    ...(parent.guildId === undefined ? {} : { guildId: parent.guildId }),
    parentId: parent.id,
    position: 0,
    tags: [],
    requiresTag: false,
    overwrites: [],
    messageCount: 0,
    thread: {
      ownerId,
      createdAt: clock.timestamp(),
      autoArchiveMinutes: options.autoArchiveMinutes ?? 4320,
      appliedTags: options.appliedTags ?? [],
      memberIds: new Set([ownerId]),
      archived: false,
      locked: false,
    },
  };
  world.channels.set(thread.id, thread);
  if (hasPermission(world, thread, world.bot.id, 'ViewChannel')) {
    const data = { ...describeChannel(world, thread), newly_created: true };
    gateway.tell({ name: 'THREAD_CREATE', guildId: thread.guildId, render: () => data });
  }
  return thread;
}
