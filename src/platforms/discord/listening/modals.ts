import { type Client, Events, type ModalSubmitInteraction } from 'discord.js';
import type { Response } from '#conversation/response.ts';
import { askModalId, askModalInputId } from '#platforms/discord/rendering/modal.ts';
import { composeDiscordMessage } from '#platforms/discord/talking/compose-message.ts';
import { type DiscordDesk, describeRequest } from '#platforms/discord/talking/desk.ts';
import { readDiscordText } from '#platforms/discord/talking/mention-text.ts';
import { answerInteraction, findPersonsEvent, findView, findWhereabouts } from './answer-interaction.ts';
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
