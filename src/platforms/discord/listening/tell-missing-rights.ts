import type { Message } from 'discord.js';
import { DeliveryError } from '#conversation/ports/delivery-error.ts';
import { renderDiscordNotice } from '#platforms/discord/rendering/renderer.ts';
import type { DiscordDesk } from '#platforms/discord/talking/desk.ts';
import { keepNewest } from '#traffic/keep-newest.ts';

/** Tells whoever asked that there can be no answer in the channel, and why: the end of a sentence. */
export type TellMissingRights = (message: Message, obstacle: string) => Promise<void>;

const AGAIN_AFTER_MS = 60 * 60 * 1000;
const MAX_REMEMBERED = 10_000;

/**
 * Tells it in private, once an hour to each for each channel; and in the log, whether people can be told or not. Who takes
 * no direct messages is not tried again within the hour, wherever they ask.
 */
export function createRightsTeller({
  sender,
  log,
  now,
}: Pick<DiscordDesk, 'sender' | 'log' | 'now'>): TellMissingRights {
  const settled = createRecentKeys(now);
  const beingTold = new Set<string>();
  return async ({ id, author, channel, channelId, guildId }, obstacle) => {
    if (beingTold.has(author.id) || settled.has(author.id) || settled.has(`${author.id} ${channelId}`)) return;
    beingTold.add(author.id);
    log.warn('The bot was asked in a channel where it may not write.', { guildId, channelId, obstacle });
    const place = 'name' in channel && channel.name ? `#${channel.name}` : 'that channel';
    const words =
      `I cannot answer in ${place}: ${obstacle}. ` +
      'Whoever manages the server can change that. Here in private you can ask me anything.';
    try {
      const notice = renderDiscordNotice(words, { isPrivate: false });
      await sender.post(await sender.openDirect(author.id), notice, { nonce: id });
      settled.add(`${author.id} ${channelId}`);
    } catch (error) {
      if (!(error instanceof DeliveryError) || error.reason === 'try-later') throw error;
      settled.add(author.id);
      log.info('Whoever asked takes no direct messages.', { guildId, channelId });
    } finally {
      beingTold.delete(author.id);
    }
  };
}

/** Keys of the last hour; the oldest go first where there are very many. */
function createRecentKeys(now: () => number) {
  const atMs = new Map<string, number>();
  return {
    has: (key: string) => Math.abs(now() - (atMs.get(key) ?? Number.NEGATIVE_INFINITY)) < AGAIN_AFTER_MS,
    add: (key: string) => keepNewest(atMs, key, now(), MAX_REMEMBERED),
  };
}
