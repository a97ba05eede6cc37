import { type Client, Events, type ModalSubmitInteraction } from 'discord.js';
import type { Response } from '#conversation/response.ts';
import { answerInteraction, findPersonsEvent, findView, findWhereabouts } from './answer-interaction.ts';
import { composeDiscordMessage } from './compose-discord-message.ts';
import { type DiscordDesk, describeRequest } from './discord-desk.ts';
import { readDiscordText } from './discord-mention-text.ts';
import { askModalId, askModalInputId } from './discord-modal.ts';
import type { Listening } from './listening.ts';

/** Answers what was asked in the modal, for the asker alone. */
export function listenForModals(client: Client<true>, desk: DiscordDesk, { handle }: Listening): void {
  client.on(Events.InteractionCreate, (interaction) => {
    if (interaction.isModalSubmit() && interaction.customId === askModalId)
      handle('a modal', findPersonsEvent(interaction), () => answer(interaction));
  });

  async function answer(interaction: ModalSubmitInteraction): Promise<void> {
    const { isDirect, canEmbed } = findView(interaction);
    const text = readDiscordText(interaction.fields.getTextInputValue(askModalInputId), client.user.id);
    let response: Response | undefined;
    await answerInteraction(
      interaction,
      { kind: 'defer', isPrivate: !isDirect },
      async (reply) => {
        response ??= await desk.respond({ text, nowMs: desk.now(), ...describeRequest(findWhereabouts(interaction)) });
        await reply.send(await composeDiscordMessage(response, { page: 0, isPrivate: !isDirect, canEmbed }, desk));
      },
      desk,
    );
  }
}
