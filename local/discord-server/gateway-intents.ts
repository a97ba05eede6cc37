/** The gateway's intents by the names that discord.js gives them. */
export const intentBits = {
  Guilds: 1 << 0,
  GuildMembers: 1 << 1,
  GuildModeration: 1 << 2,
  GuildPresences: 1 << 8,
  GuildMessages: 1 << 9,
  DirectMessages: 1 << 12,
  MessageContent: 1 << 15,
} as const;

export const privilegedIntentBits = {
  GuildMembers: intentBits.GuildMembers,
  GuildPresences: intentBits.GuildPresences,
  MessageContent: intentBits.MessageContent,
} as const;

const guildIntentEvents = [
  'GUILD_CREATE',
  'GUILD_UPDATE',
  'GUILD_DELETE',
  'GUILD_ROLE_CREATE',
  'GUILD_ROLE_UPDATE',
  'GUILD_ROLE_DELETE',
  'CHANNEL_CREATE',
  'CHANNEL_UPDATE',
  'CHANNEL_DELETE',
  'THREAD_CREATE',
  'THREAD_UPDATE',
  'THREAD_DELETE',
];
const messageEvents = ['MESSAGE_CREATE', 'MESSAGE_UPDATE', 'MESSAGE_DELETE'];

// All bits that exist; any other makes the intents invalid.
const everyIntent = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 20, 21, 24, 25].reduce(
  (sum, bit) => sum | (1 << bit),
  0,
);

/** Whether a bot that asked for these intents hears of an event. */
export function areIntentsFor(intents: number, event: string, guildId: string | undefined): boolean {
  if (guildIntentEvents.includes(event)) return (intents & intentBits.Guilds) !== 0;
  if (!messageEvents.includes(event)) return true;
  return (intents & (guildId === undefined ? intentBits.DirectMessages : intentBits.GuildMessages)) !== 0;
}

/** Whether a bit field is made of known intents only. */
export function areKnownIntents(intents: unknown): intents is number {
  return typeof intents === 'number' && Number.isInteger(intents) && intents >= 0 && (intents & ~everyIntent) === 0;
}
