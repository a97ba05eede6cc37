/** Keeps lines that are too long for a button, so that the button can carry a short key that survives a restart. */
export interface LineKeeper {
  /** The same line has the same key, always. */
  readonly keep: (line: string, nowMs: number) => Promise<string>;
  /** Undefined when it is too old by then, or never was kept. */
  readonly find: (key: string) => Promise<string | undefined>;
}

/** How long a button with a kept line works. */
export const LINES_KEPT_MS = 90 * 24 * 60 * 60 * 1000;
