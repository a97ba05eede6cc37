import type { Message } from 'discord.js';
import { DeliveryError } from '#conversation/delivery-error.ts';
import type { DiscordDesk } from './discord-desk.ts';
import { renderDiscordNotice } from './discord-renderer.ts';

/** Tells whoever asked, in private, why there is no answer in the channel; and the log, whether they can be told or not. */
export async function tellMissingRights(
  { id, author, channel, channelId, guildId }: Message,
  missing: readonly string[],
  { sender, log }: Pick<DiscordDesk, 'sender' | 'log'>,
): Promise<void> {
  log.warn('The bot was asked in a channel where it may not write.', { guildId, channelId, missing });
  const place = 'name' in channel && channel.name ? `#${channel.name}` : 'that channel';
  const words =
    `I cannot answer in ${place}: I lack the permission ${missing.join(' and ')} there. ` +
    'Whoever manages the server can give it to me. Here in private you can ask me anything.';
  try {
    const notice = renderDiscordNotice(words, { isPrivate: false });
    await sender.post(await sender.openDirect(author.id), notice, { nonce: id });
  } catch (error) {
    if (!(error instanceof DeliveryError) || error.reason === 'try-later') throw error;
    log.info('Whoever asked takes no direct messages.', { guildId, channelId });
  }
}
