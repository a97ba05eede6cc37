/** What the connections to platforms know of channels, for whoever posts there: it saves a question for each channel. */
export interface KnownChannels {
  /** Set by Discord's connection as soon as there is one. */
  findDiscordType: (channelId: string) => number | undefined;
}

/** Knows nothing yet. */
export function createKnownChannels(): KnownChannels {
  return { findDiscordType: () => undefined };
}
