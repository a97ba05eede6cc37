import type { Channel } from 'discord.js';
import { neededPermissions } from './discord-invite.ts';

/** What the bot may do in a channel, as far as it is known; Discord has the last word. */
export interface ChannelRights {
  readonly canEmbed: boolean;
  readonly canReply: boolean;
  /** Names of the permissions without which nothing can be written there. */
  readonly missing: readonly string[];
}

const allRights: ChannelRights = { canEmbed: true, canReply: true, missing: [] };

/** The bot's rights in a channel; all of them in a direct message, and where they are not known. */
export function findChannelRights(channel: Channel): ChannelRights {
  if (channel.isDMBased()) return allRights;
  const me = channel.guild.members.me;
  const granted = me && channel.permissionsFor(me);
  if (!granted) return allRights;
  const sending = channel.isThread() ? 'Send Messages in Threads' : 'Send Messages';
  const missing = neededPermissions.filter(({ name, bit }) => isForWriting(name, sending) && !granted.has(bit));
  return {
    canEmbed: granted.has('EmbedLinks'),
    canReply: granted.has('ReadMessageHistory'),
    missing: missing.map(({ name }) => name),
  };
}

function isForWriting(name: string, sending: string): boolean {
  return name === 'View Channel' || name === sending;
}
