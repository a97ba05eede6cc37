/** What is different where the bot is talked to, besides how it looks. */
export interface Surface {
  /** Where there are none, help and completion leave out what could not work. */
  readonly hasChannels: boolean;
  /** Words that the place itself understands, and what they do; help lists them with the commands. */
  readonly ownWords: Readonly<Record<string, string>>;
}

/** A chat platform: every command works in some place of it. */
export const chatSurface: Surface = { hasChannels: true, ownWords: {} };
