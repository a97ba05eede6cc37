import { hasPermission } from './compute-permissions.ts';
import { describeMessage, describeMessageEvent, isEphemeral } from './describe-message.ts';
import type { DiscordWorld } from './discord-world.ts';
import type { GatewayEvent } from './gateway-event.ts';
import type { ServerClock } from './server-clock.ts';
import type { DiscordChannel, DiscordMessage, JsonObject } from './world-model.ts';

/** Where messages are kept and told of. */
export type BoardParts = {
  readonly world: DiscordWorld;
  readonly clock: ServerClock;
  readonly tell: (event: GatewayEvent) => void;
};

export type MessagePage = {
  readonly before?: string;
  readonly after?: string;
  readonly around?: string;
  readonly limit: number;
};

export type NewMessage = Omit<DiscordMessage, 'timestamp' | 'guildId'>;

export type MessageChange = Partial<
  Pick<DiscordMessage, 'content' | 'embeds' | 'components' | 'attachments' | 'flags' | 'sentBody' | 'threadId'>
>;

/** All messages, by channel; every change of one is an event on the gateway. */
export class MessageBoard {
  readonly #parts: BoardParts;

  constructor(parts: BoardParts) {
    this.#parts = parts;
  }

  post(channel: DiscordChannel, draft: NewMessage): DiscordMessage {
    const message: DiscordMessage = {
      ...draft,
      timestamp: this.#parts.clock.timestamp(),
      ...(channel.guildId === undefined ? {} : { guildId: channel.guildId }),
    };
    this.#of(channel.id).set(message.id, message);
    channel.lastMessageId = message.id;
    channel.messageCount++;
    if (channel.thread !== undefined) {
      channel.thread.archived = false;
      channel.thread.memberIds.add(message.authorId);
    }
    this.#tell('MESSAGE_CREATE', channel, message);
    return message;
  }

  edit(message: DiscordMessage, change: MessageChange, isEdit = true): void {
    Object.assign(message, change);
    if (isEdit) message.editedAt = this.#parts.clock.timestamp();
    const channel = this.#parts.world.channels.get(message.channelId);
    if (channel !== undefined) this.#tell('MESSAGE_UPDATE', channel, message);
  }

  remove(message: DiscordMessage): void {
    const { id, channelId, guildId } = message;
    this.#of(channelId).delete(id);
    if (isEphemeral(message)) return;
    const data = { id, channel_id: channelId, ...(guildId === undefined ? {} : { guild_id: guildId }) };
    this.#parts.tell({ name: 'MESSAGE_DELETE', guildId, render: () => data });
  }

  find(channelId: string, messageId: string): DiscordMessage | undefined {
    return this.#parts.world.messages.get(channelId)?.get(messageId);
  }

  /** A message wherever it is. */
  findAnywhere(messageId: string): DiscordMessage | undefined {
    for (const messages of this.#parts.world.messages.values()) {
      const found = messages.get(messageId);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** What everybody sees in a channel, oldest first. */
  list(channelId: string): DiscordMessage[] {
    return [...(this.#parts.world.messages.get(channelId)?.values() ?? [])].filter((message) => !isEphemeral(message));
  }

  /** A page of a channel, newest first, as Get Channel Messages cuts it. */
  listPage(channelId: string, { before, after, around, limit }: MessagePage): DiscordMessage[] {
    const all = this.list(channelId);
    if (after !== undefined)
      return all
        .filter(({ id }) => BigInt(id) > BigInt(after))
        .slice(0, limit)
        .reverse();
    if (around !== undefined) {
      const middle = all.findIndex(({ id }) => BigInt(id) >= BigInt(around));
      const start = Math.max(0, middle - Math.floor(limit / 2));
      return all.slice(start, start + limit).reverse();
    }
    const older = before === undefined ? all : all.filter(({ id }) => BigInt(id) < BigInt(before));
    return older.slice(-limit).reverse();
  }

  describe(message: DiscordMessage, seesContent = this.#seesContentByRest()): JsonObject {
    const { reference } = message;
    const referenced = reference === undefined ? undefined : this.find(reference.channelId, reference.messageId);
    return describeMessage(this.#parts.world, message, seesContent, referenced ?? null);
  }

  // Over REST it is the application's setting that counts, not what a session asked for.
  #seesContentByRest(): boolean {
    return this.#parts.world.privilegedIntents.has('MessageContent');
  }

  #of(channelId: string): Map<string, DiscordMessage> {
    const { messages } = this.#parts.world;
    const found = messages.get(channelId) ?? new Map<string, DiscordMessage>();
    messages.set(channelId, found);
    return found;
  }

  #tell(name: string, channel: DiscordChannel, message: DiscordMessage): void {
    const { world, tell } = this.#parts;
    if (isEphemeral(message) || !hasPermission(world, channel, world.bot.id, 'ViewChannel')) return;
    const render = (seesContent: boolean) => describeMessageEvent(world, message, this.describe(message, seesContent));
    tell({ name, guildId: channel.guildId, render, ...(name === 'MESSAGE_CREATE' ? { about: message.id } : {}) });
  }
}
