import { looksLikeAddress, showsOtherHost } from '#conversation/wording/shown-hosts.ts';
import { escapeDiscord } from './escape.ts';
import { cutDiscordLabel } from './fit.ts';
import { bareDiscordLink, encodeBrackets, findDiscordUrl } from './url.ts';

const MAX_WORDS_CHARACTERS = 200;

/**
 * Words that open an address, without a preview. Words that are an address give way to the true one, or stand beside it
 * where they name another host; words that hold another host's name somewhere get the true host beside them. What is no
 * web address is plain text.
 */
export function discordLink(url: string, words: string): string {
  const linked = findDiscordUrl(url);
  const label = cutDiscordLabel(words, MAX_WORDS_CHARACTERS);
  if (linked === undefined) return escapeDiscord(label || cutDiscordLabel(url, MAX_WORDS_CHARACTERS));
  // Discord shows no masked link whose words are an address.
  if (label === '' || looksLikeAddress(label)) return bareDiscordLink(linked);
  // Discord's pattern for masked links counts square brackets, escaped or not.
  const escaped = escapeDiscord(label.replaceAll('[', '(').replaceAll(']', ')'));
  const { hostname } = new URL(linked);
  const showsOther = showsOtherHost(label, hostname);
  if (showsOther && !label.includes(' ')) return `${escaped}: ${bareDiscordLink(linked)}`;
  const masked = `[${escaped}](<${encodeBrackets(linked)}>)`;
  return showsOther ? `${masked} (${escapeDiscord(hostname)})` : masked;
}
