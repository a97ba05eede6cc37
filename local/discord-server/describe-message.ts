import { describeMember, describeUser } from './describe-world.ts';
import type { DiscordWorld } from './discord-world.ts';
import { type DiscordMessage, type JsonObject, messageFlags } from './world-model.ts';

/** Whether the text of a message is shown to the bot without the privileged intent: its own, direct ones, and those that mention it. */
export function concernsBot(world: DiscordWorld, message: DiscordMessage): boolean {
  const { authorId, guildId, mentionIds } = message;
  return authorId === world.bot.id || guildId === undefined || mentionIds.includes(world.bot.id);
}

/** A message as the API shows it to the bot; without `seesContent`, what people wrote is left out unless it concerns the bot. */
export function describeMessage(
  world: DiscordWorld,
  message: DiscordMessage,
  seesContent: boolean,
  referenced?: DiscordMessage | null,
): JsonObject {
  const isShown = seesContent || concernsBot(world, message);
  return {
    id: message.id,
    channel_id: message.channelId,
    type: message.type,
    author: describeAuthor(world, message),
    content: isShown ? message.content : '',
    embeds: isShown ? message.embeds : [],
    attachments: isShown ? message.attachments : [],
    components: isShown ? message.components : [],
    timestamp: message.timestamp,
    edited_timestamp: message.editedAt ?? null,
    tts: message.tts,
    pinned: false,
    flags: message.flags,
    mention_everyone: message.mentionsEveryone,
    mention_roles: message.mentionRoleIds,
    mentions: message.mentionIds.flatMap((id) => {
      const user = world.users.get(id);
      return user === undefined ? [] : [describeUser(user)];
    }),
    ...(message.nonce === undefined ? {} : { nonce: message.nonce }),
    ...(message.webhookName === undefined ? {} : { webhook_id: message.authorId }),
    ...(message.interactionId === undefined
      ? {}
      : { application_id: world.applicationId, webhook_id: world.applicationId }),
    ...(message.reference === undefined ? {} : describeReference(world, message, seesContent, referenced)),
  };
}

/** The message as the gateway brings it: in a guild with the author's membership. */
export function describeMessageEvent(world: DiscordWorld, message: DiscordMessage, body: JsonObject): JsonObject {
  if (message.guildId === undefined) return { ...body, channel_type: 1 };
  const member = world.guilds.get(message.guildId)?.members.get(message.authorId);
  return { ...body, guild_id: message.guildId, ...(member === undefined ? {} : { member: describeMember(member) }) };
}

function describeAuthor(world: DiscordWorld, { authorId, webhookName }: DiscordMessage): JsonObject {
  if (webhookName !== undefined) {
    return { id: authorId, username: webhookName, discriminator: '0000', avatar: null, bot: true, global_name: null };
  }
  const user = world.users.get(authorId);
  if (user === undefined) throw new Error(`no user ${authorId} in the world`);
  return describeUser(user);
}

function describeReference(
  world: DiscordWorld,
  { reference, guildId }: DiscordMessage,
  seesContent: boolean,
  referenced: DiscordMessage | null | undefined,
): JsonObject {
  return {
    message_reference: {
      type: 0,
      message_id: reference?.messageId,
      channel_id: reference?.channelId,
      ...(guildId === undefined ? {} : { guild_id: guildId }),
    },
    // Null: the message that was replied to is deleted.
    referenced_message: referenced ? describeMessage(world, referenced, seesContent) : null,
  };
}

/** Whether only one person sees a message. */
export function isEphemeral({ flags }: DiscordMessage): boolean {
  return (flags & messageFlags.ephemeral) !== 0;
}
