import { type Client, Events, type MessageComponentInteraction, MessageFlags } from 'discord.js';
import { LINES_KEPT_MS } from '#conversation/ports/line-keeper.ts';
import type { Response } from '#conversation/response.ts';
import type { ReplyAction } from '#conversation/wording/reply-action.ts';
import { thankForRating } from '#conversation/wording/thank-for-rating.ts';
import { askButtonId, buildAskModal } from '#platforms/discord/rendering/modal.ts';
import { type DiscordMessage, renderDiscordNotice } from '#platforms/discord/rendering/renderer.ts';
import { composeDiscordMessage } from '#platforms/discord/talking/compose-message.ts';
import { type DiscordDesk, describeRequest } from '#platforms/discord/talking/desk.ts';
import { answerInteraction, findPersonsEvent, findView } from './answer-interaction.ts';
import type { InteractionReply } from './interaction-reply.ts';
import type { Listening } from './listening.ts';

const KEPT_DAYS = Math.round(LINES_KEPT_MS / (24 * 60 * 60 * 1000));
const expired = `This button has expired: they work for ${KEPT_DAYS} days. Ask again, please.`;
const outOfReach =
  'What this button asks cannot be looked up just now. Press it again in a few minutes, or ask in words, please.';
const notOurs = 'This button is of another version of the bot. Ask again, please.';

/** Does what the buttons and menus below answers say. */
export function listenForButtons(client: Client<true>, desk: DiscordDesk, { handle }: Listening): void {
  client.on(Events.InteractionCreate, (interaction) => {
    if (interaction.isMessageComponent()) handle('a button', findPersonsEvent(interaction), () => press(interaction));
  });

  async function press(interaction: MessageComponentInteraction): Promise<void> {
    const pressed = interaction.isStringSelectMenu() ? (interaction.values[0] ?? '') : interaction.customId;
    if (pressed === askButtonId || pressed.startsWith(`${askButtonId}:`)) {
      const modal = buildAskModal({ maxCharacters: desk.maxQuestionCharacters });
      return desk.sender.respondFirst(interaction, { kind: 'modal', modal });
    }
    let response: Response | undefined;
    const respond = async (line: string) => {
      const request = { text: line, nowMs: desk.now(), ...describeRequest(interaction) };
      response ??= await desk.respond(request);
      return response;
    };
    let isShown = false;
    const showToAll = async (reply: InteractionReply, message: DiscordMessage) => {
      if (!isShown) await reply.followUp(message);
      isShown = true;
    };
    await answerInteraction(
      interaction,
      { kind: 'defer-update' },
      async (reply) => {
        const action = await read(pressed);
        if (typeof action === 'string') {
          return reply.send(renderDiscordNotice(action, { isPrivate: isInGuild(interaction) }));
        }
        await act(action, { interaction, reply, respond, showToAll });
      },
      desk,
    );
  }

  /** What to do, or what to say instead. */
  async function read(pressed: string): Promise<ReplyAction | string> {
    try {
      const action = await desk.customIds.read(pressed);
      if (action !== undefined && action !== 'expired') return action;
      desk.log.info('A button could not be understood any more.', { isExpired: action === 'expired' });
      return action === 'expired' ? expired : notOurs;
    } catch (error) {
      desk.log.warn('The store failed; a button could not be understood.', { error });
      return outOfReach;
    }
  }

  async function act(action: ReplyAction, { interaction, reply, respond, showToAll }: Press): Promise<void> {
    const compose = async (page: number, isPrivate: boolean): Promise<DiscordMessage> => {
      const { canEmbed } = findView(interaction);
      return composeDiscordMessage(await respond(action.line), { page, isPrivate, canEmbed }, desk);
    };
    const isOpen = isInGuild(interaction) && !interaction.message.flags.has(MessageFlags.Ephemeral);
    switch (action.kind) {
      case 'rate':
        return rate(action, { interaction, reply });
      case 'ask':
        return reply.send(await compose(0, isInGuild(interaction)));
      case 'page':
        // What stands in the open for all stays as it is; whoever turns its pages gets their own.
        if (isOpen) return reply.send(await compose(action.page, true));
        return reply.update(await compose(action.page, isInGuild(interaction)));
      case 'share': {
        const shared = await compose(0, false);
        await reply.defer();
        await showToAll(reply, shared);
        return reply.update(renderDiscordNotice('Shared in the channel.', { isPrivate: true }));
      }
    }
  }

  async function rate(
    { line, isHelpful, issueId }: Extract<ReplyAction, { kind: 'rate' }>,
    { interaction, reply }: Pick<Press, 'interaction' | 'reply'>,
  ): Promise<void> {
    const { asker } = describeRequest(interaction);
    const isKept = await desk.rate({ asker, line, isHelpful, issueId, nowMs: desk.now() });
    const words = thankForRating(isHelpful, isKept);
    await reply.send(renderDiscordNotice(words, { isPrivate: isInGuild(interaction) }));
  }
}

interface Press {
  readonly interaction: MessageComponentInteraction;
  readonly reply: InteractionReply;
  readonly respond: (line: string) => Promise<Response>;
  /** Shows something in the channel once, however often what comes after it has to be tried again. */
  readonly showToAll: (reply: InteractionReply, message: DiscordMessage) => Promise<void>;
}

/** Only there something can be shown to one person alone. */
function isInGuild({ guildId }: MessageComponentInteraction): boolean {
  return guildId !== null;
}
