import type { JsonObject } from './world-model.ts';

/** Something that bots may hear of over the gateway. */
export type GatewayEvent = {
  readonly name: string;
  /** Absent for direct messages. */
  readonly guildId?: string | undefined;
  /** What the event is about, by which tests find out what became of it: a message's or an interaction's id. */
  readonly about?: string;
  /** The event's data, for a bot that is or is not shown the text of messages that do not concern it. */
  readonly render: (seesContent: boolean) => JsonObject;
};
