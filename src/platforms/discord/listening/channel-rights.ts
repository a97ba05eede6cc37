import type { Channel } from 'discord.js';
import { neededPermissions } from '#platforms/discord/calling/invite.ts';

/** What the bot may do in a channel, as far as it is known; Discord has the last word. */
export interface ChannelRights {
  readonly canEmbed: boolean;
  readonly canReply: boolean;
  /** Why nothing can be written there, as the end of a sentence of the bot's; undefined where something can. */
  readonly obstacle: string | undefined;
}

const allRights: ChannelRights = { canEmbed: true, canReply: true, obstacle: undefined };

/** The bot's rights in a channel; all of them in a direct message, and where they are not known. */
export function findChannelRights(channel: Channel): ChannelRights {
  if (channel.isDMBased()) return allRights;
  const { me } = channel.guild.members;
  const granted = me && channel.permissionsFor(me);
  if (!granted) return allRights;
  const sending = channel.isThread() ? 'Send Messages in Threads' : 'Send Messages';
  const missing = neededPermissions
    .filter(({ name, bit }) => isForWriting(name, sending) && !granted.has(bit))
    .map(({ name }) => name);
  return {
    canEmbed: granted.has('EmbedLinks'),
    canReply: granted.has('ReadMessageHistory'),
    obstacle: findObstacle(),
  };

  function findObstacle(): string | undefined {
    if (missing.length > 0) return `I lack the permission ${missing.join(' and ')} there`;
    // Neither needs a request to be found out, and whoever may lock a thread can mention the bot in it without end.
    if (channel.isThread() && channel.locked && !granted?.has('ManageThreads')) return 'the thread is locked';
    return me?.isCommunicationDisabled() ? 'I was given a timeout in this server' : undefined;
  }
}

function isForWriting(name: string, sending: string): boolean {
  return name === 'View Channel' || name === sending;
}
