import { hasPermission } from './compute-permissions.ts';
import { isThread } from './describe-world.ts';
import type { DiscordBackend } from './discord-backend.ts';
import { getChannel, getUser } from './find-in-world.ts';
import { openDirectChannel } from './open-direct-channel.ts';
import { openThread } from './open-thread.ts';
import {
  channelTypes,
  type DiscordChannel,
  type DiscordMessage,
  type DiscordUser,
  messageTypes,
} from './world-model.ts';

export type PostedMessage = {
  /** A name or an id; another bot may post as well. */
  readonly by: string;
  /** A channel or thread, by name or id. */
  readonly in: string;
  readonly text: string;
  /** The message that this one replies to. */
  readonly replyTo?: string;
  /** Whether a reply pings the author of what it replies to: on, as in Discord. */
  readonly ping?: boolean;
};

export type DirectMessage = Omit<PostedMessage, 'in'>;

export type ForumPost = { readonly by: string; readonly in: string; readonly title: string; readonly text: string };

export type TextThread = { readonly by: string; readonly in: string; readonly name: string; readonly on?: string };

export type WebhookMessage = { readonly name: string; readonly in: string; readonly text: string };

/** What people write. Whoever may not do a thing in Discord's client cannot do it here either: that throws. */
export class PersonActions {
  readonly #backend: DiscordBackend;

  constructor(backend: DiscordBackend) {
    this.#backend = backend;
  }

  postMessage({ by, in: place, text, replyTo, ping = true }: PostedMessage): DiscordMessage {
    const { world, board } = this.#backend;
    const author = getUser(world, by);
    const channel = getChannel(world, place);
    this.#needRightToWrite(author, channel);
    const replied = replyTo === undefined ? undefined : board.find(channel.id, replyTo);
    if (replyTo !== undefined && replied === undefined)
      throw new Error(`no message ${replyTo} in "${place}" to reply to`);
    return this.#post(channel, author, text, replied, ping);
  }

  /** Writes to the bot in private. */
  postDirectly({ by, ...message }: DirectMessage): DiscordMessage {
    const { id } = openDirectChannel(this.#backend, getUser(this.#backend.world, by).id);
    return this.postMessage({ ...message, by, in: id });
  }

  /** Starts a post in a forum; the message is in the new thread, which has the same id. */
  startPost({ by, in: place, title, text }: ForumPost): DiscordMessage {
    const { world } = this.#backend;
    const author = getUser(world, by);
    const forum = getChannel(world, place);
    if (forum.type !== channelTypes.forum) throw new Error(`"${place}" is no forum`);
    const thread = openThread(this.#backend, forum, author.id, { name: title, type: channelTypes.publicThread });
    return this.#post(thread, author, text, undefined, false, thread.id);
  }

  /** Starts a thread, on a message or on its own. */
  startThread({ by, in: place, name, on }: TextThread): DiscordChannel {
    const { world } = this.#backend;
    const parent = getChannel(world, place);
    const isAnnouncement = parent.type === channelTypes.announcement;
    const type = isAnnouncement ? channelTypes.announcementThread : channelTypes.publicThread;
    return openThread(this.#backend, parent, getUser(world, by).id, {
      name,
      type,
      ...(on === undefined ? {} : { id: on }),
    });
  }

  postAsWebhook({ name, in: place, text }: WebhookMessage): DiscordMessage {
    const { world, board, nextId } = this.#backend;
    const draft = this.#compose(getChannel(world, place), text);
    return board.post(getChannel(world, place), { ...draft, id: nextId(), authorId: nextId(), webhookName: name });
  }

  editMessage(message: DiscordMessage, text: string): void {
    this.#backend.board.edit(message, { content: text });
  }

  deleteMessage(message: DiscordMessage): void {
    this.#backend.board.remove(message);
  }

  #post(
    channel: DiscordChannel,
    author: DiscordUser,
    text: string,
    replied: DiscordMessage | undefined,
    ping: boolean,
    id = this.#backend.nextId(),
  ): DiscordMessage {
    const draft = this.#compose(channel, text, author);
    const pinged = replied !== undefined && ping ? [replied.authorId] : [];
    return this.#backend.board.post(channel, {
      ...draft,
      id,
      authorId: author.id,
      mentionIds: [...new Set([...draft.mentionIds, ...pinged])],
      ...(replied === undefined
        ? {}
        : { type: messageTypes.reply, reference: { messageId: replied.id, channelId: channel.id } }),
    });
  }

  #compose(channel: DiscordChannel, text: string, author?: DiscordUser) {
    const { world } = this.#backend;
    const find = (pattern: RegExp) => [...text.matchAll(pattern)].map(([, id = '']) => id);
    const mayPingAll = author === undefined || hasPermission(world, channel, author.id, 'MentionEveryone');
    const roles = world.guilds.get(channel.guildId ?? '')?.roles;
    return {
      channelId: channel.id,
      type: messageTypes.ordinary as number,
      content: text,
      embeds: [],
      components: [],
      attachments: [],
      flags: 0,
      tts: false,
      mentionIds: find(/<@!?(\d+)>/g).filter((id) => world.users.has(id)),
      mentionRoleIds: find(/<@&(\d+)>/g).filter((id) => mayPingAll || roles?.get(id)?.mentionable),
      mentionsEveryone: mayPingAll && /@(?:everyone|here)/.test(text),
      sentBody: { content: text },
    };
  }

  #needRightToWrite(author: DiscordUser, channel: DiscordChannel): void {
    const right = isThread(channel) ? 'SendMessagesInThreads' : 'SendMessages';
    const canWrite = hasPermission(this.#backend.world, channel, author.id, right);
    if (!canWrite || channel.type === channelTypes.forum) {
      throw new Error(`${author.username} cannot write in "${channel.name}"`);
    }
  }
}
