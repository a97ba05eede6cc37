import { PermissionFlagsBits } from 'discord.js';

/** The permissions that the bot needs, no more, each with what is missing without it. */
export const neededPermissions = [
  { name: 'View Channel', bit: PermissionFlagsBits.ViewChannel, without: 'it cannot see the channel at all' },
  { name: 'Send Messages', bit: PermissionFlagsBits.SendMessages, without: 'it cannot answer or post in the channel' },
  {
    name: 'Send Messages in Threads',
    bit: PermissionFlagsBits.SendMessagesInThreads,
    without: 'it cannot answer in threads and forum posts',
  },
  { name: 'Embed Links', bit: PermissionFlagsBits.EmbedLinks, without: 'answers come as plain text' },
  {
    name: 'Read Message History',
    bit: PermissionFlagsBits.ReadMessageHistory,
    without: 'it cannot reply to a message, nor see what it has posted already',
  },
  {
    name: 'Create Public Threads',
    bit: PermissionFlagsBits.CreatePublicThreads,
    without: 'it cannot open a post in a forum',
  },
] as const;

/** The link that invites the bot into a server, with exactly those permissions. */
export function buildInviteLink(applicationId: string): string {
  const permissions = neededPermissions.reduce((sum, { bit }) => sum | bit, 0n);
  const query = new URLSearchParams({
    client_id: applicationId,
    permissions: String(permissions),
    scope: 'bot applications.commands',
  });
  return `https://discord.com/oauth2/authorize?${query}`;
}
