/** What a platform keeps of each workspace that installed the bot: opaque bytes, encrypted by whoever hands them in. */
export interface Installations {
  readonly save: (platform: string, workspaceId: string, sealed: Uint8Array, nowMs: number) => Promise<void>;
  /** Seals anew what is stored, as old as it is; does nothing, and says false, where something else is stored by now. */
  readonly replace: (platform: string, workspaceId: string, change: Resealed) => Promise<boolean>;
  readonly find: (platform: string, workspaceId: string) => Promise<Uint8Array | undefined>;
  /** `onlyIf`: removes nothing where something else is stored by now. */
  readonly remove: (platform: string, workspaceId: string, onlyIf?: Uint8Array) => Promise<void>;
  /** Ids of all workspaces of the platform, in no order. */
  readonly list: (platform: string) => Promise<readonly string[]>;
}

/** The same under two seals. */
export interface Resealed {
  readonly before: Uint8Array;
  readonly after: Uint8Array;
}
