import { buildCommandData, type CommandCall, getFocusedType } from './build-command-data.ts';
import { buildModalData } from './build-modal-data.ts';
import type { DiscordBackend } from './discord-backend.ts';
import { getChannel, getUser } from './find-in-world.ts';
import type { InteractionRecord } from './interaction-record.ts';
import { openDirectChannel } from './open-direct-channel.ts';
import { commandTypes } from './validate-command.ts';
import { componentTypes, placeComponents } from './validate-components.ts';
import { interactionTypes } from './validate-interaction-response.ts';
import { type DiscordMessage, type JsonObject, messageFlags } from './world-model.ts';

/** Where somebody does something: a channel by name or id; without one, in private with the bot. */
type Actor = { readonly by: string; readonly in?: string };

export type CommandUse = Actor & CommandCall;

export type Typing = CommandUse & { /** The option that is being typed. */ readonly focused: string };

export type Press = {
  readonly by: string;
  readonly message: DiscordMessage /** The button's label or custom_id. */;
  readonly button: string;
};

export type Choice = {
  readonly by: string;
  readonly message: DiscordMessage;
  readonly values: readonly string[];
  readonly customId?: string;
};

export type ModalSubmission = {
  readonly by: string;
  readonly interaction: InteractionRecord;
  readonly values: Readonly<Record<string, string>>;
};

export type MessageCommandUse = { readonly by: string; readonly message: DiscordMessage; readonly name: string };

/** What people click and type in Discord's client; only what the client would offer them. The record fills as the bot answers. */
export class PersonInteractions {
  readonly #backend: DiscordBackend;

  constructor(backend: DiscordBackend) {
    this.#backend = backend;
  }

  runCommand(use: CommandUse): InteractionRecord {
    const { userId, channelId, guildId } = this.#place(use);
    const command = this.#getCommand(guildId, use.name, commandTypes.slash);
    const data = { ...buildCommandData(command, use), ...this.#describeScope(command.id) };
    return this.#backend.interactions.open({ type: interactionTypes.command, userId, channelId, data });
  }

  /** Types in an option that completes; `options` holds what is typed so far, the focused one included. */
  typeInOption(use: Typing): InteractionRecord {
    const { userId, channelId, guildId } = this.#place(use);
    const command = this.#getCommand(guildId, use.name, commandTypes.slash);
    const focusedType = getFocusedType(command, use, use.focused);
    const data = { ...buildCommandData(command, use, use.focused), ...this.#describeScope(command.id) };
    return this.#backend.interactions.open({
      type: interactionTypes.autocomplete,
      userId,
      channelId,
      data,
      focusedType,
    });
  }

  pressButton({ by, message, button }: Press): InteractionRecord {
    const found = this.#listComponents(by, message).find(
      ({ type, label, custom_id: id }) => type === componentTypes.button && (label === button || id === button),
    );
    if (found === undefined) throw new Error(`the message has no button "${button}"`);
    if (found.custom_id === undefined) throw new Error(`"${button}" opens a link: the bot hears nothing of it`);
    if (found.disabled === true) throw new Error(`the button "${button}" is disabled`);
    return this.#useComponent(by, message, { custom_id: found.custom_id, component_type: found.type, id: found.id });
  }

  choose({ by, message, values, customId }: Choice): InteractionRecord {
    const menus = this.#listComponents(by, message).filter(({ type }) => type === componentTypes.stringSelect);
    const found = menus.find(({ custom_id: id }) => customId === undefined || id === customId);
    if (found === undefined) throw new Error(`the message has no menu ${customId ?? ''}`);
    const options = (found.options ?? []) as JsonObject[];
    const unknown = values.filter((value) => !options.some((option) => option.value === value));
    if (unknown.length > 0) throw new Error(`the menu does not offer ${unknown.join(', ')}`);
    const [fewest, most] = [Number(found.min_values ?? 1), Number(found.max_values ?? 1)];
    if (values.length < fewest || values.length > most) throw new Error(`the menu takes ${fewest} to ${most} values`);
    const chosen = { custom_id: found.custom_id, component_type: found.type, id: found.id, values };
    return this.#useComponent(by, message, chosen);
  }

  /** Sends off the modal that the bot showed in answer to an interaction; values by `custom_id`. */
  submitModal({ by, interaction, values }: ModalSubmission): InteractionRecord {
    const userId = getUser(this.#backend.world, by).id;
    if (interaction.modal === undefined) throw new Error('the bot showed no modal');
    if (interaction.userId !== userId) throw new Error(`the modal was not shown to ${by}`);
    const { channelId, sourceMessageId } = interaction;
    return this.#backend.interactions.open({
      type: interactionTypes.modal,
      userId,
      channelId,
      data: buildModalData(interaction.modal, values),
      ...(sourceMessageId === undefined ? {} : { sourceMessageId }),
    });
  }

  /** Uses an entry of a message's context menu; the bot is shown the message's text. */
  useMessageCommand({ by, message, name }: MessageCommandUse): InteractionRecord {
    const command = this.#getCommand(message.guildId, name, commandTypes.message);
    const { board, interactions, world } = this.#backend;
    return interactions.open({
      type: interactionTypes.command,
      userId: getUser(world, by).id,
      channelId: message.channelId,
      data: {
        id: command.id,
        name,
        type: commandTypes.message,
        target_id: message.id,
        resolved: { messages: { [message.id]: board.describe(message, true) } },
        ...this.#describeScope(command.id),
      },
    });
  }

  #useComponent(by: string, message: DiscordMessage, data: JsonObject): InteractionRecord {
    return this.#backend.interactions.open({
      type: interactionTypes.component,
      userId: getUser(this.#backend.world, by).id,
      channelId: message.channelId,
      sourceMessageId: message.id,
      data,
    });
  }

  #listComponents(by: string, message: DiscordMessage): JsonObject[] {
    const { world, board } = this.#backend;
    const { ephemeralFor } = message;
    if (board.find(message.channelId, message.id) === undefined) throw new Error('the message is deleted');
    if (ephemeralFor !== undefined && ephemeralFor !== getUser(world, by).id)
      throw new Error(`${by} does not see the message`);
    if ((message.flags & messageFlags.loading) !== 0) throw new Error('the bot is still thinking');
    return placeComponents(message.components, []).map(({ component }) => component);
  }

  #getCommand(guildId: string | undefined, name: string, type: number) {
    const command = this.#backend.commands.find(guildId, name, type);
    if (command === undefined) throw new Error(`no command "${name}" is registered here`);
    return command;
  }

  #describeScope(commandId: string): JsonObject {
    const guildId = this.#backend.commands.guildOf(commandId);
    return guildId === undefined ? {} : { guild_id: guildId };
  }

  #place({ by, in: place }: Actor) {
    const { world } = this.#backend;
    const userId = getUser(world, by).id;
    const channel = place === undefined ? openDirectChannel(this.#backend, userId) : getChannel(world, place);
    return { userId, channelId: channel.id, guildId: channel.guildId };
  }
}
