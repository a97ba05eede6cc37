/** What somebody said to the bot, in no platform's words. */
export interface Request {
  /** Free text or a command line, markup of the platform removed. */
  readonly text: string;
  /** Which conversation this belongs to; follow-up questions keep their subject within one. */
  readonly conversationId: string;
  /** Now, in milliseconds since 1970, from the process's one clock. */
  readonly nowMs: number;
}
