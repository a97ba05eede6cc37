import type { JsonObject } from './world-model.ts';

/** An interaction on its way: what a person did, and what the bot made of it. */
export type InteractionRecord = {
  readonly id: string;
  readonly token: string;
  /** 2 command, 3 component, 4 autocompletion, 5 modal. */
  readonly type: number;
  readonly userId: string;
  readonly channelId: string;
  readonly guildId?: string;
  readonly data: JsonObject;
  readonly createdAtMs: number;
  /** The message with the button or menu, also for a modal that such a component opened. */
  readonly sourceMessageId?: string;
  readonly focusedType?: number;
  /** Whether a bot was connected at that moment to hear of it. */
  readonly wasHeard: boolean;
  /** 4 message, 5 deferred, 6 deferred update, 7 update, 8 choices, 9 modal. */
  callbackType?: number;
  ackDelayMs?: number;
  choices?: readonly JsonObject[];
  modal?: JsonObject;
  /** The message that `@original` stands for. */
  originalId?: string;
  /** All messages made with this interaction's token, the original first. */
  readonly messageIds: string[];
};

/** What a person does that starts an interaction. */
export type InteractionStart = Pick<
  InteractionRecord,
  'type' | 'userId' | 'channelId' | 'data' | 'sourceMessageId' | 'focusedType'
>;
