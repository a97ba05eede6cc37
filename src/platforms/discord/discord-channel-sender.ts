import {
  type APIMessage,
  type APIThreadChannel,
  ChannelType,
  RESTJSONErrorCodes as codes,
  type REST,
  Routes,
} from 'discord.js';
import type { ChannelCheck, ChannelPost, ChannelSender, LookBack } from '#announcing/channel-sender.ts';
import { asNotSent } from '#conversation/delivery-error.ts';
import type { Log } from '#conversation/log.ts';
import { checkDiscordChannel, findRequiredTag } from './check-discord-channel.ts';
import type { CustomIds } from './custom-id.ts';
import { createDiscordChannels, isForum } from './discord-channels.ts';
import { findDiscordCode, toDeliveryError } from './discord-errors.ts';
import { renderDiscordPost } from './discord-post.ts';
import { findDiscordPost } from './find-discord-post.ts';
import { findForumPost, toThreadName } from './find-forum-post.ts';

/** What the sender works with. */
export interface DiscordSenderParts {
  /** One that repeats nothing by itself, and is paced. */
  readonly rest: REST;
  readonly customIds: CustomIds;
  /** From the gateway's memory, where there is one; it saves a question for each channel. */
  readonly findKnownType?: ((channelId: string) => ChannelType | undefined) | undefined;
  readonly log: Log;
  readonly now: () => number;
}

/** Discord knows a nonce "for a few minutes" (resources/message.mdx). */
const nonceLifeMs = 60_000;
/** Discord's clock and ours may differ, and a look back must not begin too late. */
const clockToleranceMs = 5 * 60_000;
/** What the nonce of a message tells that was posted before, and deleted since. */
const deletedSince = '';

/**
 * Posts issues into Discord's channels. A message has a nonce, by which Discord knows it if it comes again soon; later,
 * and for a forum's threads, which have none, only a look at what stands there helps.
 */
export function createDiscordChannelSender(parts: DiscordSenderParts): ChannelSender {
  const { rest, customIds, findKnownType, log, now } = parts;
  const channels = createDiscordChannels({ rest, findKnownType });
  const looking = { rest, channels };

  return {
    platform: 'discord',
    // As many as are under way at Discord's 50 a second when it takes its time; an answer waits behind no more.
    maxConcurrent: 20,
    isPacedAsOne: true,

    repeatableForMs(channelId): Promise<number> {
      return translated(async () => (isForum(await channels.getType(channelId)) ? 0 : nonceLifeMs));
    },

    checkChannel: (channelId): Promise<ChannelCheck> => translated(() => checkDiscordChannel(channelId, channels)),

    async send(post): Promise<string> {
      const { type, message, tag } = await prepare(post).catch((error: unknown) => {
        throw asNotSent(toDeliveryError(error));
      });
      if (isForum(type)) return translated(() => openThread(post, message, tag));
      const messageId = await translated(() => createMessage(post, message));
      if (type === ChannelType.GuildAnnouncement && messageId !== deletedSince) await publish(post, messageId);
      return messageId;
    },

    findSent(post, sinceMs): Promise<LookBack> {
      return translated(async () => {
        const type = await channels.getType(post.channelId);
        const fromMs = sinceMs - clockToleranceMs;
        if (isForum(type)) return findForumPost(post, fromMs, looking);
        const found = await findDiscordPost(post, fromMs, looking);
        // The process may have died before it came to that.
        if (found.kind === 'found' && type === ChannelType.GuildAnnouncement) await publish(post, found.messageId);
        return found;
      });
    },
  };

  /** All that can be asked before anything is sent. */
  async function prepare(post: ChannelPost) {
    const type = await channels.getType(post.channelId);
    const message = await renderDiscordPost(post, customIds, now());
    return { type, message, tag: isForum(type) ? findRequiredTag(await channels.fetch(post.channelId)) : undefined };
  }

  async function createMessage({ id, channelId }: ChannelPost, message: object): Promise<string> {
    try {
      const body = { ...message, nonce: id, enforce_nonce: true };
      return ((await rest.post(Routes.channelMessages(channelId), { body })) as APIMessage).id;
    } catch (error) {
      if (findDiscordCode(error) === codes.UnknownMessage) return deletedSince;
      throw error;
    }
  }

  async function openThread({ channelId, title }: ChannelPost, message: object, tag?: string): Promise<string> {
    const body = { name: toThreadName(title), message, ...(tag === undefined ? {} : { applied_tags: [tag] }) };
    return ((await rest.post(Routes.threads(channelId), { body })) as APIThreadChannel).id;
  }

  /** To the servers that follow the channel. Whatever becomes of it, the post itself stands. */
  async function publish({ channelId, id }: ChannelPost, messageId: string): Promise<void> {
    try {
      await rest.post(Routes.channelMessageCrosspost(channelId, messageId));
    } catch (error) {
      if (findDiscordCode(error) === codes.ThisMessageWasAlreadyCrossposted) return;
      const { message: reason } = toDeliveryError(error);
      log.warn('A post was not published to the servers that follow its channel.', { channelId, postId: id, reason });
    }
  }
}

async function translated<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw toDeliveryError(error);
  }
}
