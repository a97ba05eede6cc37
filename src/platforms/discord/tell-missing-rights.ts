import type { Message } from 'discord.js';
import { DeliveryError } from '#conversation/delivery-error.ts';
import type { DiscordDesk } from './discord-desk.ts';
import { renderDiscordNotice } from './discord-renderer.ts';

/** Tells whoever asked that there can be no answer in the channel, and why. */
export type TellMissingRights = (message: Message, missing: readonly string[]) => Promise<void>;

const againAfterMs = 60 * 60 * 1000;
const maxRemembered = 10_000;

/** Tells it in private, once an hour to each for each channel; and in the log, whether people can be told or not. */
export function createRightsTeller({
  sender,
  log,
  now,
}: Pick<DiscordDesk, 'sender' | 'log' | 'now'>): TellMissingRights {
  const toldAtMs = new Map<string, number>();
  return async ({ id, author, channel, channelId, guildId }, missing) => {
    log.warn('The bot was asked in a channel where it may not write.', { guildId, channelId, missing });
    const key = `${author.id} ${channelId}`;
    if (now() - (toldAtMs.get(key) ?? Number.NEGATIVE_INFINITY) < againAfterMs) return;
    if (toldAtMs.size >= maxRemembered) toldAtMs.clear();
    const place = 'name' in channel && channel.name ? `#${channel.name}` : 'that channel';
    const words =
      `I cannot answer in ${place}: I lack the permission ${missing.join(' and ')} there. ` +
      'Whoever manages the server can give it to me. Here in private you can ask me anything.';
    try {
      const notice = renderDiscordNotice(words, { isPrivate: false });
      await sender.post(await sender.openDirect(author.id), notice, { nonce: id });
      toldAtMs.set(key, now());
    } catch (error) {
      if (!(error instanceof DeliveryError) || error.reason === 'try-later') throw error;
      log.info('Whoever asked takes no direct messages.', { guildId, channelId });
    }
  };
}
