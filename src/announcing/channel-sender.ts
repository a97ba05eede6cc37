import type { Response } from '#conversation/response.ts';

/** Puts posts into one platform's channels. Whatever it throws is a `DeliveryError`. */
export interface ChannelSender {
  readonly platform: string;
  /** At most so many posts are on their way at a time; the platform's own pacing is the sender's affair. */
  readonly maxConcurrent: number;
  /** True where the platform counts all replicas as one: only one of them may post at a time, or each breaks the others' pace. */
  readonly isPacedAsOne: boolean;
  /** Before a subscription says yes: whether it can post there, and see afterwards what it has posted. */
  readonly checkChannel: (
    channelId: string,
    workspaceId: string | undefined,
    askerId: string | undefined,
  ) => Promise<ChannelCheck>;
  /** What a post to a person has as its channel; the conversation is made where there is none yet. */
  readonly openDirect: (userId: string, workspaceId: string) => Promise<string>;
  /**
   * Resolves to the id of the message. It calls `confirm` when the request leaves, after all waiting, and sends nothing if that
   * rejects: a process that was frozen meanwhile may have lost the post to another one.
   */
  readonly send: (post: ChannelPost, confirm?: ConfirmClaim) => Promise<string>;
  /**
   * Puts what the post says now in the place of what its message (`sentAs`) says. Pings nobody. `destination-gone` or
   * `rejected` where that cannot be: a message that was deleted, or a channel that is closed.
   */
  readonly correct: (post: ChannelPost) => Promise<void>;
  /** Looks for the post in the channel. `unknown` when the right to look is not proven held. */
  readonly findSent: (post: ChannelPost, sinceMs: number) => Promise<LookBack>;
  /**
   * For so long after a first attempt, sending the same post again cannot make a second one, since the platform itself
   * knows it by its nonce. 0 where the platform has no such thing.
   */
  readonly repeatableForMs: (channelId: string) => Promise<number>;
}

/** Resolves while the post is certainly still this process's own to send. */
export type ConfirmClaim = () => Promise<void>;

export type ChannelCheck =
  | { readonly canPost: true; readonly workspaceId: string; readonly warning?: string }
  /** `problem`: a sentence with the missing right and the remedy. */
  | { readonly canPost: false; readonly problem: string };

export type LookBack =
  | { readonly kind: 'found'; readonly messageId: string }
  | { readonly kind: 'absent' }
  | { readonly kind: 'unknown'; readonly reason: string };

/** One post on its way. */
export interface ChannelPost {
  /** The outbox row's: 22 letters, digits, `-` or `_`; a nonce, and what a look back goes by. */
  readonly id: string;
  readonly channelId: string;
  readonly workspaceId: string;
  readonly response: Response;
  /** Names a forum's thread. */
  readonly title: string;
  readonly roleToPing: string | undefined;
  /** The message that it stands as already, where something about it is still to be done: it is not sent again then. */
  readonly sentAs?: string | undefined;
}

/** How a platform's channels stand in the settings. */
export interface ChannelNaming {
  readonly exampleId: string;
  /** What an id looks like; a name is none. */
  readonly channelId: RegExp;
  /** What a post may ping. */
  readonly pinged: {
    readonly id: RegExp;
    readonly name: string;
    readonly example: string;
    /** A sentence: where the id is found. */
    readonly place: string;
  };
}
