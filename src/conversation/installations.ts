/** What a platform keeps of each workspace that installed the bot: opaque bytes, encrypted by whoever hands them in. */
export interface Installations {
  readonly save: (platform: string, workspaceId: string, sealed: Uint8Array, nowMs: number) => Promise<void>;
  readonly find: (platform: string, workspaceId: string) => Promise<Uint8Array | undefined>;
  readonly remove: (platform: string, workspaceId: string) => Promise<void>;
  /** Ids of all workspaces of the platform, in no order. */
  readonly list: (platform: string) => Promise<readonly string[]>;
}
