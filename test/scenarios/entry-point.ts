import type { Response } from '#conversation/response.ts';
import type { Snapshot } from '#search/snapshot.ts';

/** A platform with the bot on it, and every way in which people ask it there. */
export interface AskedPlatform {
  readonly name: string;
  readonly open: (options: OpenOptions) => Promise<OpenPlatform>;
}

export interface OpenOptions {
  readonly snapshot: Snapshot;
  /** Told of each answer that the core gave, before the platform makes a message of it. */
  readonly onResponse: (response: Response) => void;
}

export interface OpenPlatform extends AsyncDisposable {
  readonly entryPoints: readonly EntryPoint[];
}

/** One way to ask. */
export interface EntryPoint {
  readonly name: string;
  /** Whether all that is asked here is one conversation, in which a follow-up question keeps its subject; else each question begins one. */
  readonly isOneConversation: boolean;
  /** Asks as a person does, and resolves to what they are shown. */
  readonly ask: (line: string) => Promise<ShownAnswer>;
}

/** An answer as it stands before a person. */
export interface ShownAnswer {
  /** All words in reading order, addresses of links among them, labels of buttons not. */
  readonly words: string;
  readonly buttons: readonly ShownButton[];
}

export interface ShownButton {
  readonly label: string;
  /** Resolves to what is shown then, in the same place or in a new one. */
  readonly press: () => Promise<ShownAnswer>;
}
