import {
  type AutocompleteInteraction,
  type ChatInputCommandInteraction,
  type Client,
  Events,
  type MessageContextMenuCommandInteraction,
  type ModalSubmitInteraction,
} from 'discord.js';
import type { Response } from '#conversation/response.ts';
import { readCommandLine, readFocusedOption } from '#platforms/discord/commands/read-command-line.ts';
import { askModalId, askModalInputId, buildAskModal } from '#platforms/discord/rendering/modal.ts';
import { composeDiscordMessage } from '#platforms/discord/talking/compose-message.ts';
import { type DiscordDesk, describeRequest } from '#platforms/discord/talking/desk.ts';
import { readDiscordText } from '#platforms/discord/talking/mention-text.ts';
import { cutDiscordLabel } from '#platforms/discord/text/fit.ts';
import { discordLimits as limits } from '#platforms/discord/text/limits.ts';
import { answerInteraction, findPersonsEvent, findView } from './answer-interaction.ts';
import type { Listening } from './listening.ts';

/** Answers the slash command, the command in the menu of a message and the modal; completes options while they are typed. */
export function listenForCommands(client: Client<true>, desk: DiscordDesk, { handle }: Listening): void {
  client.on(Events.InteractionCreate, (interaction) => {
    const event = findPersonsEvent(interaction);
    if (interaction.isAutocomplete()) handle('an option being typed', event, () => complete(interaction));
    else if (interaction.isChatInputCommand()) handle('a command', event, () => runCommand(interaction));
    else if (interaction.isMessageContextMenuCommand())
      handle('a message command', event, () => askAboutMessage(interaction));
    else if (interaction.isModalSubmit() && interaction.customId === askModalId)
      handle('a modal', event, () => answerModal(interaction));
  });

  /** Nothing is kept and nothing deferred: what comes late is no longer wanted. */
  async function complete(interaction: AutocompleteInteraction): Promise<void> {
    const focused = readFocusedOption(interaction.options.data, desk.commands);
    const found = focused ? desk.complete(focused.kind, focused.typed, limits.autocompleteChoices) : [];
    // A value that is cut would ask something else.
    const whole = found.filter(({ value }) => value.length > 0 && value.length <= limits.choiceValue);
    const choices = whole.map(({ value, label }) => ({
      name: cutDiscordLabel(label, limits.choiceName) || value,
      value,
    }));
    await desk.sender.respondFirst(interaction, { kind: 'choices', choices });
  }

  function runCommand(interaction: ChatInputCommandInteraction): Promise<void> {
    const { line, isPrivate } = readCommandLine(interaction.options.data, desk.commands);
    return answer(interaction, line, isPrivate);
  }

  /** Too long a message, or one without words, is no question yet: the asker makes one of it. */
  async function askAboutMessage(interaction: MessageContextMenuCommandInteraction): Promise<void> {
    const { content } = interaction.targetMessage;
    const question = readDiscordText(content, client.user.id);
    if (question !== '' && question.length <= desk.maxQuestionCharacters) return answer(interaction, question, true);
    const modal = buildAskModal({ maxCharacters: desk.maxQuestionCharacters, text: question });
    await desk.sender.respondFirst(interaction, { kind: 'modal', modal });
  }

  function answerModal(interaction: ModalSubmitInteraction): Promise<void> {
    const typed = interaction.fields.getTextInputValue(askModalInputId);
    return answer(interaction, readDiscordText(typed, client.user.id), true);
  }

  /** For the asker alone where they say so, and where they do not, when it is help or a refusal. */
  async function answer(
    interaction: ChatInputCommandInteraction | MessageContextMenuCommandInteraction | ModalSubmitInteraction,
    line: string,
    isPrivate: boolean | undefined,
  ): Promise<void> {
    const { isDirect, canEmbed } = findView(interaction);
    let response: Response | undefined;
    await answerInteraction(
      interaction,
      { kind: 'defer', isPrivate: !isDirect && isPrivate === true },
      async (reply) => {
        response ??= await desk.respond({ text: line, nowMs: desk.now(), ...describeRequest(interaction) });
        const isForOne = !isDirect && (isPrivate ?? response.reply.audience === 'private');
        await reply.send(await composeDiscordMessage(response, { page: 0, isPrivate: isForOne, canEmbed }, desk));
      },
      desk,
    );
  }
}
