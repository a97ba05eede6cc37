import type { BaseInteraction } from 'discord.js';
import type { DiscordDesk } from '#platforms/discord/talking/desk.ts';
import type { FirstResponse, InteractionToken } from '#platforms/discord/talking/sender.ts';
import { answerOnce } from '#traffic/answer-once.ts';
import { createInteractionReply, type InteractionReply } from './interaction-reply.ts';
import type { PersonsEvent } from './listening.ts';

/** An interaction that gets an answer in words. */
export type Answerable = BaseInteraction & InteractionToken;

/** Answers an interaction once, however often it is delivered and to how many processes; announces the answer when it is late. */
export async function answerInteraction(
  interaction: Answerable,
  deferral: Extract<FirstResponse, { kind: 'defer' | 'defer-update' }>,
  work: (reply: InteractionReply) => Promise<void>,
  desk: DiscordDesk,
): Promise<void> {
  const { id, token, applicationId } = interaction;
  const reply = createInteractionReply(desk.sender, { id, token, applicationId }, deferral, desk.log);
  try {
    await answerOnce({ key: `discord:interaction:${id}`, comesAgain: false }, () => work(reply), desk);
  } finally {
    reply.end();
  }
}

/** Who has done it, and where. */
export function findPersonsEvent({ user, channelId, guildId }: BaseInteraction): PersonsEvent {
  return { userId: user.id, channelId, guildId };
}

/** How an answer to an interaction may look. */
export function findView({ guildId, appPermissions }: BaseInteraction): {
  readonly isDirect: boolean;
  readonly canEmbed: boolean;
} {
  const isDirect = guildId === null;
  return { isDirect, canEmbed: isDirect || (appPermissions?.has('EmbedLinks') ?? true) };
}
