import { randomBytes } from 'node:crypto';
import { apiError, refuseProblems } from './api-error.ts';
import { composeDraft } from './compose-draft.ts';
import { describeInteraction } from './describe-interaction.ts';
import type { DiscordWorld } from './discord-world.ts';
import { editMessage } from './edit-message.ts';
import type { DiscordGateway } from './gateway-server.ts';
import type { InteractionRecord, InteractionStart } from './interaction-record.ts';
import type { MessageBoard } from './message-board.ts';
import type { ServerClock } from './server-clock.ts';
import type { InteractionSettings } from './server-settings.ts';
import { commandTypes } from './validate-command.ts';
import { callbackTypes, interactionTypes, validateInteractionResponse } from './validate-interaction-response.ts';
import { validateMessage } from './validate-message.ts';
import { type DiscordMessage, type JsonObject, messageFlags, messageTypes } from './world-model.ts';

export type DeskParts = {
  readonly world: DiscordWorld;
  readonly clock: ServerClock;
  readonly settings: InteractionSettings;
  readonly gateway: DiscordGateway;
  readonly board: MessageBoard;
  readonly nextId: () => string;
};

/** Interactions from the person's act to the last follow-up, with Discord's deadlines. */
export class InteractionDesk {
  readonly records: InteractionRecord[] = [];
  readonly #parts: DeskParts;
  readonly #byId = new Map<string, InteractionRecord>();
  readonly #byToken = new Map<string, InteractionRecord>();

  constructor(parts: DeskParts) {
    this.#parts = parts;
  }

  /** Tells the bot of what a person did. */
  open(start: InteractionStart): InteractionRecord {
    const { world, clock, gateway, nextId, board } = this.#parts;
    const channel = world.channels.get(start.channelId);
    if (channel === undefined) throw new Error(`no channel ${start.channelId} to interact in`);
    const { guildId } = channel;
    const record: InteractionRecord = {
      ...start,
      id: nextId(),
      token: randomBytes(48).toString('base64url'),
      ...(guildId === undefined ? {} : { guildId }),
      createdAtMs: clock.now(),
      wasHeard: gateway.isAnybodyConnectedFor(guildId),
      messageIds: [],
    };
    this.records.push(record);
    this.#byId.set(record.id, record);
    this.#byToken.set(record.token, record);
    const data = describeInteraction(world, board, channel, record);
    // Kept for a resume like any event: whoever answers it then may find that it is too late.
    gateway.tell({ name: 'INTERACTION_CREATE', guildId, about: record.id, render: () => data });
    return record;
  }

  /** The first response; resolves to the message that it made or changed, if any. */
  respond(
    id: string,
    token: string,
    body: unknown,
    hasFiles: boolean,
  ): { record: InteractionRecord; message?: DiscordMessage } {
    const record = this.#byId.get(id);
    if (record === undefined || record.token !== token) throw apiError(10062);
    const delayMs = this.#parts.clock.now() - record.createdAtMs;
    if (record.callbackType !== undefined) throw apiError(40060);
    if (delayMs > this.#parts.settings.firstResponseMs) throw apiError(10062);
    const hasMessage = record.sourceMessageId !== undefined;
    const { type, focusedType } = record;
    const judged = { type, hasMessage, ...(focusedType === undefined ? {} : { focusedType }) };
    refuseProblems(validateInteractionResponse(body, judged, hasFiles));
    const response = body as { type: number; data?: JsonObject | null };
    const message = this.#carryOut(record, response.type, response.data ?? {});
    record.callbackType = response.type;
    record.ackDelayMs = delayMs;
    return { record, ...(message === undefined ? {} : { message }) };
  }

  /** The interaction behind a token that may still be used for edits and follow-ups. */
  getAnswered(applicationId: string, token: string): InteractionRecord {
    if (applicationId !== this.#parts.world.applicationId) throw apiError(10015);
    const record = this.#byToken.get(token);
    if (record === undefined) throw apiError(50027);
    if (this.#parts.clock.now() - record.createdAtMs > this.#parts.settings.tokenLifeMs) throw apiError(50027);
    if (record.callbackType === undefined || record.callbackType === callbackTypes.choices) throw apiError(10015);
    return record;
  }

  /** A message made with a token, by its id or as `@original`. */
  getMessage(record: InteractionRecord, messageId: string): DiscordMessage {
    const id = messageId === '@original' ? record.originalId : messageId;
    const isOwn = id !== undefined && (record.messageIds.includes(id) || id === record.originalId);
    const message = isOwn ? this.#parts.board.find(record.channelId, id) : undefined;
    if (message === undefined) throw apiError(10008);
    return message;
  }

  /** A further message; the first one after a deferral takes the place of "thinking", and whether it is private was settled there. */
  followUp(record: InteractionRecord, body: JsonObject, hasFiles: boolean): DiscordMessage {
    const original =
      record.originalId === undefined ? undefined : this.#parts.board.find(record.channelId, record.originalId);
    if (original !== undefined && (original.flags & messageFlags.loading) !== 0) {
      refuseProblems(validateMessage(body, 'interaction', hasFiles));
      editMessage(this.#parts.board, original, body, 'webhook-edit');
      return original;
    }
    // After a deferred message is deleted, Discord knows nothing to follow up.
    if (record.callbackType === callbackTypes.deferredMessage && original === undefined) throw apiError(10008);
    refuseProblems(validateMessage(body, 'interaction', hasFiles));
    return this.#post(record, body, messageTypes.ordinary);
  }

  #carryOut(record: InteractionRecord, type: number, data: JsonObject): DiscordMessage | undefined {
    const { board } = this.#parts;
    if (type === callbackTypes.message) return this.#postOriginal(record, data);
    if (type === callbackTypes.deferredMessage) {
      const flags = Number(data.flags ?? 0) & messageFlags.ephemeral;
      return this.#postOriginal(record, { flags }, messageFlags.loading);
    }
    if (type === callbackTypes.choices) record.choices = (data.choices ?? []) as JsonObject[];
    if (type === callbackTypes.modal) record.modal = data;
    if (type !== callbackTypes.update && type !== callbackTypes.deferredUpdate) return undefined;
    const source = board.find(record.channelId, record.sourceMessageId ?? '');
    if (source === undefined) throw apiError(10008);
    if (type === callbackTypes.update) editMessage(board, source, data, 'webhook-edit');
    record.originalId = source.id;
    return source;
  }

  #postOriginal(record: InteractionRecord, body: JsonObject, flags = 0): DiscordMessage {
    const isMenu = record.data.type !== commandTypes.slash;
    const commandMessage = isMenu ? messageTypes.contextMenuCommand : messageTypes.slashCommand;
    const type = record.type === interactionTypes.command ? commandMessage : messageTypes.ordinary;
    const message = this.#post(record, body, type, flags);
    record.originalId = message.id;
    return message;
  }

  #post(record: InteractionRecord, body: JsonObject, type: number, flags = 0): DiscordMessage {
    const { world, board, nextId } = this.#parts;
    const channel = world.channels.get(record.channelId);
    if (channel === undefined) throw apiError(10003);
    const place = { id: nextId(), channelId: channel.id, authorId: world.bot.id };
    const draft = composeDraft(body, place, 'interaction');
    const isPrivate = (draft.flags & messageFlags.ephemeral) !== 0;
    const message = board.post(channel, {
      ...draft,
      type,
      flags: draft.flags | flags,
      interactionId: record.id,
      ...(isPrivate ? { ephemeralFor: record.userId } : {}),
    });
    record.messageIds.push(message.id);
    return message;
  }
}
