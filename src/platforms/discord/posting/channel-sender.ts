import { ChannelType, RESTJSONErrorCodes as codes, Routes } from 'discord.js';
import type { ChannelCheck, ChannelPost, ChannelSender, ConfirmClaim, LookBack } from '#announcing/channel-sender.ts';
import { DeliveryError } from '#conversation/ports/delivery-error.ts';
import type { Tools } from '#conversation/ports/tools.ts';
import { noUsableTag } from '#platforms/discord/calling/codes.ts';
import { beforeSending, explained, findDiscordCode, toDeliveryError } from '#platforms/discord/calling/errors.ts';
import type { RequestGuard } from '#platforms/discord/calling/guard-requests.ts';
import type { CustomIds } from '#platforms/discord/talking/custom-id.ts';
import { NONCE_LIFE_MS } from '#platforms/discord/text/limits.ts';
import { inDoubt } from '#traffic/network-failure.ts';
import { createDiscordChannels, type DiscordChannelParts, isForum } from './channels.ts';
import { checkDiscordChannel, findRequiredTag } from './check-channel.ts';
import { correctDiscordPost } from './correct-post.ts';
import { findForumPost, toThreadName } from './find-forum-post.ts';
import { findDiscordPost } from './find-post.ts';
import { renderDiscordPost } from './post.ts';

/** What the sender works with. */
export interface DiscordSenderParts extends DiscordChannelParts, Pick<Tools, 'now'> {
  /** The one that the client's requests pass. */
  readonly guard: Pick<RequestGuard, 'during'>;
  readonly customIds: CustomIds;
}

/** Discord's clock and ours may differ, and a look back must not begin too late. */
const CLOCK_TOLERANCE_MS = 5 * 60_000;
const publishedOrGone: ReadonlySet<number | undefined> = new Set([
  codes.ThisMessageWasAlreadyCrossposted,
  codes.UnknownMessage,
  codes.UnknownChannel,
]);
/** What the nonce of a message tells that was posted before, and deleted since. */
const deletedSince = '';

/**
 * Posts issues into Discord's channels. A message has a nonce, by which Discord knows it if it comes again soon; later,
 * and for a forum's threads, which have none, only a look at what stands there helps.
 */
export function createDiscordChannelSender(parts: DiscordSenderParts): ChannelSender {
  const { rest, guard, customIds, findKnownType, now } = parts;
  const channels = createDiscordChannels({ rest, findKnownType });
  const looking = { rest, channels };

  return {
    platform: 'discord',
    // As many as are under way at Discord's 50 a second when it takes its time; an answer waits behind no more.
    maxConcurrent: 20,
    isPacedAsOne: true,

    repeatableForMs(channelId): Promise<number> {
      return forNobody(() => explained(async () => (isForum(await channels.getType(channelId)) ? 0 : NONCE_LIFE_MS)));
    },

    checkChannel: (channelId): Promise<ChannelCheck> => explained(() => checkDiscordChannel(channelId, channels)),

    openDirect: (userId): Promise<string> => forNobody(() => explained(() => channels.openDirect(userId))),

    send(post, confirm): Promise<string> {
      return forNobody(async () => {
        if (post.sentAs !== undefined) return finish(post, post.sentAs, await getType(post));
        const { type, message, tag } = await beforeSending(() => prepare(post));
        if (isForum(type)) return explained(() => openThread(post, message, tag));
        return finish(post, await explained(() => createMessage(post, message)), type);
      }, confirm);
    },

    correct: (post): Promise<void> => forNobody(() => explained(() => correct(post))),

    findSent(post, sinceMs): Promise<LookBack> {
      return forNobody(() => explained(() => look(post, sinceMs - CLOCK_TOLERANCE_MS)));
    },
  };

  /** What is posted is charged to nobody: a person's command may have begun the round in which it is. */
  function forNobody<T>(work: () => Promise<T>, confirm?: ConfirmClaim): Promise<T> {
    return guard.during({ causes: [], beforeLeaving: confirm && (() => beforeSending(confirm)) }, work);
  }

  async function look(post: ChannelPost, fromMs: number): Promise<LookBack> {
    const type = await channels.getType(post.channelId);
    if (isForum(type)) return findForumPost(post, fromMs, looking);
    const found = await findDiscordPost(post, fromMs, looking);
    // The process may have died before it came to that.
    if (found.kind === 'found') await finish(post, found.messageId, type);
    return found;
  }

  async function correct(post: ChannelPost): Promise<void> {
    if (!post.sentAs) throw new DeliveryError('destination-gone', 'The message is gone.');
    await correctDiscordPost(post, await renderDiscordPost(post, customIds, now()), looking);
  }

  /** All that can be asked before anything is sent. */
  async function prepare(post: ChannelPost) {
    const type = await channels.getType(post.channelId);
    const message = await renderDiscordPost(post, customIds, now());
    const tag = isForum(type) ? findRequiredTag(await channels.fetch(post.channelId)) : undefined;
    if (tag === 'none') throw new DeliveryError('destination-gone', noUsableTag);
    return { type, message, tag };
  }

  async function createMessage({ id, channelId }: ChannelPost, message: object): Promise<string> {
    try {
      const body = { ...message, nonce: id, enforce_nonce: true };
      return readId(await rest.post(Routes.channelMessages(channelId), { body }));
    } catch (error) {
      if (findDiscordCode(error) === codes.UnknownMessage) return deletedSince;
      throw error;
    }
  }

  async function openThread({ channelId, title }: ChannelPost, message: object, tag?: string): Promise<string> {
    const body = { name: toThreadName(title), message, ...(tag === undefined ? {} : { applied_tags: [tag] }) };
    return readId(await rest.post(Routes.threads(channelId), { body }));
  }

  async function getType({ channelId, sentAs }: ChannelPost): Promise<ChannelType> {
    try {
      return await channels.getType(channelId);
    } catch (error) {
      throw asUnfinished(toDeliveryError(error), sentAs);
    }
  }

  /** What comes after the message: an announcement is published to the servers that follow its channel. */
  async function finish({ channelId }: ChannelPost, messageId: string, type: ChannelType): Promise<string> {
    if (type !== ChannelType.GuildAnnouncement || messageId === deletedSince) return messageId;
    try {
      await rest.post(Routes.channelMessageCrosspost(channelId, messageId));
    } catch (error) {
      // Done before, or gone since: either way there is nothing more to do.
      if (!publishedOrGone.has(findDiscordCode(error))) throw asUnfinished(toDeliveryError(error), messageId);
    }
    return messageId;
  }
}

/**
 * The post stands; what comes after it is tried again, and says nothing of whether the channel can be posted in. Published
 * twice is not possible: Discord knows what is published.
 */
function asUnfinished(
  { reason, message, cause, retryAfterMs }: DeliveryError,
  sentAs: string | undefined,
): DeliveryError {
  const words = `The post stands, but is not published yet to the servers that follow its channel. ${message}`;
  const isPassing = reason === 'try-later';
  const options = { cause, retryAfterMs, ...(sentAs === undefined ? {} : { sentAs }) };
  return new DeliveryError(isPassing ? 'try-later' : 'rejected', words, options);
}

/** The id of what was made. An answer that is none of Discord's says nothing of whether it was. */
function readId(made: unknown): string {
  const { id } = (made ?? {}) as { readonly id?: unknown };
  if (typeof id === 'string') return id;
  throw inDoubt('Discord’s answer could not be read.', new Error('an id was expected'));
}
