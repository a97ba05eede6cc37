import { type Client, ComponentType, RESTJSONErrorCodes as codes, Events, type Message, MessageType } from 'discord.js';
import type { Response } from '#conversation/response.ts';
import { findDiscordCode } from '#platforms/discord/calling/errors.ts';
import { composeDiscordMessage } from '#platforms/discord/talking/compose-message.ts';
import type { CustomIds } from '#platforms/discord/talking/custom-id.ts';
import { type DiscordDesk, describeRequest } from '#platforms/discord/talking/desk.ts';
import { readDiscordText } from '#platforms/discord/talking/mention-text.ts';
import { answerOnce } from '#traffic/answer-once.ts';
import { findChannelRights } from './channel-rights.ts';
import { findCauses, type Listening } from './listening.ts';
import { createRightsTeller } from './tell-missing-rights.ts';

/** Messages of these types are somebody's words; all others are joins, pins, boosts and the like. */
const spokenTypes: ReadonlySet<MessageType> = new Set([MessageType.Default, MessageType.Reply]);

/** Answers mentions, replies to the bot's answers, and direct messages, where they stand. */
export function listenForMessages(client: Client<true>, desk: DiscordDesk, { handle }: Listening): void {
  const tellMissingRights = createRightsTeller(desk);
  client.on(Events.MessageCreate, (message) => {
    const { author, webhookId, type, mentions, channel } = message;
    const isSpoken = spokenTypes.has(type) && !author.bot && !author.system && webhookId === null;
    // A reply that pings its author mentions them; one that does not comes without its words.
    const isForUs = channel.isDMBased() || mentions.users.has(client.user.id);
    if (!isSpoken || !isForUs) return;
    const event = { userId: author.id, channelId: message.channelId, guildId: message.guildId };
    if (desk.isSpent(findCauses(event)))
      return desk.log.debug('Too much was refused there; nobody is answered.', event);
    handle('a message', event, () => answer(message));
  });

  async function answer(message: Message): Promise<void> {
    const { id, channel, author, guildId, member } = message;
    const previous = findReferenced(message);
    const text = readDiscordText(message.content, client.user.id, findNames(message));
    const rights = findChannelRights(channel);
    const memberPermissions = member?.permissions ?? null;
    const deed = { channelId: channel.id, channel, user: author, guildId, memberPermissions };
    let response: Response | undefined;
    await answerOnce(
      { key: `discord:message:${id}`, comesAgain: false },
      async () => {
        if (rights.obstacle !== undefined) return tellMissingRights(message, rights.obstacle);
        const previousLine = previous && (await findPreviousLine(previous));
        response ??= await desk.respond({
          text,
          nowMs: desk.now(),
          ...describeRequest(deed),
          ...(previousLine === undefined ? {} : { previousLine }),
        });
        await post(message, response, rights.canEmbed, rights.canReply && guildId !== null);
      },
      desk,
    );
  }

  /** Where the store fails, the conversation's own subject is left to go on from, or none. */
  async function findPreviousLine({ components }: Message): Promise<string | undefined> {
    try {
      return await findLineOfAnswer(components, desk.customIds);
    } catch (error) {
      desk.log.warn('The store failed; the answer that is replied to is not known.', { error });
      return undefined;
    }
  }

  /** What the bot is not allowed after all, it does without: the embed first, then the reference to the question. */
  async function post(message: Message, response: Response, canEmbed: boolean, canReply: boolean): Promise<void> {
    const { id, channelId } = message;
    const sent = await composeDiscordMessage(response, { page: 0, isPrivate: false, canEmbed }, desk);
    try {
      await desk.sender.post(channelId, sent, { nonce: id, replyTo: canReply ? id : undefined });
    } catch (error) {
      const code = findDiscordCode(error);
      if (canEmbed && code === codes.MissingPermissions) return post(message, response, false, canReply);
      if (canReply && code === codes.CannotReplyWithoutPermissionToReadMessageHistory)
        return post(message, response, canEmbed, false);
      throw error;
    }
  }

  /** The answer of ours that a message replies to, as Discord sent it along. */
  function findReferenced({ reference, channel }: Message): Message | undefined {
    const referenced = channel.messages.cache.get(reference?.messageId ?? '');
    return referenced?.author.id === client.user.id ? referenced : undefined;
  }
}

function findNames({ mentions }: Message): ReadonlyMap<string, string> {
  return new Map([
    ...mentions.users.map((user): [string, string] => [user.id, user.displayName]),
    ...mentions.roles.map((role): [string, string] => [role.id, role.name]),
    ...mentions.channels.map((channel): [string, string] => [
      channel.id,
      'name' in channel && channel.name ? channel.name : 'channel',
    ]),
  ]);
}

/** The line that gives an answer of ours by itself: its buttons carry it. Undefined where none does, or it is no longer kept. */
async function findLineOfAnswer(components: Message['components'], customIds: CustomIds): Promise<string | undefined> {
  for (const row of components) {
    if (row.type !== ComponentType.ActionRow) continue;
    for (const { customId } of row.components) {
      const action = customId == null ? undefined : await customIds.read(customId);
      // What a button asks is another line than the answer's own.
      if (action !== undefined && action !== 'expired' && action.kind !== 'ask') return action.line;
    }
  }
  return undefined;
}
