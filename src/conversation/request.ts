/** What somebody said to the bot, in no platform's words. */
export interface Request {
  /** Free text or a command line, markup of the platform removed. */
  readonly text: string;
  /** Which conversation this belongs to; follow-up questions keep their subject within one. */
  readonly conversationId: string;
  /** Now, in milliseconds since 1970, from the process's one clock. */
  readonly nowMs: number;
  /** The line of the reply that this one answers to, where the platform shows which; it goes before what is remembered. */
  readonly previousLine?: string;
  /** The channel, for what is decided for a whole one; left out where there is none, as in a terminal or a modal. */
  readonly place?: Place;
  /** Who asks; left out in a terminal, where there is one person only. */
  readonly asker?: Asker;
}

/** Who asks, by the platform's own ids; none of them is ever shown, nor stored as it is but for who asks to be told of news. */
export interface Asker {
  readonly platform: string;
  /** Unique on the platform. */
  readonly userId: string;
  readonly channelId: string;
  /** How a direct message reaches them. */
  readonly reachedAs?: { readonly userId: string; readonly workspaceId: string };
}

/** A channel that new issues can be posted in. */
export interface Place {
  readonly platform: string;
  /** The server or workspace. */
  readonly workspaceId: string;
  readonly channelId: string;
  readonly askerId: string;
  /** A conversation of one person with the bot: nobody else is there to post for. */
  readonly isDirect: boolean;
  /** Whether the asker may decide for the channel, as the platform knows it. */
  readonly isManager: boolean;
}
