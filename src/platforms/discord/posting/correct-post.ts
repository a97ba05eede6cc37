import { type APIThreadChannel, Routes } from 'discord.js';
import type { ChannelPost } from '#announcing/channel-sender.ts';
import { DeliveryError } from '#conversation/ports/delivery-error.ts';
import { toDeliveryError } from '#platforms/discord/calling/errors.ts';
import { isForum } from './channels.ts';
import { toThreadName } from './find-forum-post.ts';
import type { LookBackParts } from './find-post.ts';
import type { DiscordPostMessage } from './post.ts';

/** Puts a message in the place of the one that a post stands as. The copies of an announcement in other servers follow by themselves. */
export async function correctDiscordPost(
  { channelId, title, sentAs = '' }: ChannelPost,
  { content, components }: DiscordPostMessage,
  { rest, channels }: LookBackParts,
): Promise<void> {
  const edit = (place: string) =>
    rest.patch(Routes.channelMessage(place, sentAs), {
      body: { content, components, allowed_mentions: { parse: [] } },
    });
  if (!isForum(await channels.getType(channelId))) return void (await edit(channelId));

  // A forum's post is the first message of a thread, which has its id.
  const { name, thread_metadata: state } = (await rest.get(Routes.channel(sentAs))) as APIThreadChannel;
  const change = (body: object) => rest.patch(Routes.channel(sentAs), { body });
  // Discord closes a thread after days without a word, and lets nothing in it be edited. Who opened it may open it again.
  const isClosed = state?.archived === true;
  if (isClosed) await change({ archived: false });
  await edit(sentAs);
  const wanted = toThreadName(title);
  if (name !== wanted) {
    await change({ name: wanted }).catch((error: unknown) => {
      throw asOldTitle(toDeliveryError(error));
    });
  }
  if (isClosed) await change({ archived: true });
}

/** The words are right by now; the title is tried again, or stays, as the reason says. */
function asOldTitle({ reason, message, cause, retryAfterMs }: DeliveryError): DeliveryError {
  const words = `The post is corrected, and its thread still has the old title. ${message}`;
  return new DeliveryError(reason, words, { cause, retryAfterMs });
}
