import type { JsonObject } from './slack-json.ts';

/** One message as it stands now, with what became of it. */
export interface StoredMessage {
  readonly team: string;
  readonly channel: string;
  readonly ts: string;
  readonly thread_ts?: string;
  /** The author: a person, our bot's user, or another bot's. */
  readonly user: string;
  readonly bot_id?: string;
  readonly app_id?: string;
  readonly subtype?: string;
  readonly client_msg_id?: string;
  text: string;
  blocks?: readonly JsonObject[];
  attachments?: readonly JsonObject[];
  metadata?: JsonObject;
  edited?: { readonly user: string; readonly ts: string };
  readonly unfurl_links?: boolean;
  readonly unfurl_media?: boolean;
  readonly reply_broadcast?: boolean;
  /** The only person who sees it. */
  readonly ephemeralTo?: string;
  /** What was called: `chat.postMessage`, `response_url`, `ack`, `person`, … */
  readonly via: string;
  readonly postedAt: number;
  /** Earlier versions, oldest first. */
  readonly edits: { readonly text: string; readonly blocks?: readonly JsonObject[]; readonly at: number }[];
  isDeleted: boolean;
}

/** All messages of all workspaces. Deleted ones stay, marked. */
export class MessageStore {
  readonly #byChannel = new Map<string, StoredMessage[]>();
  readonly #byTs = new Map<string, StoredMessage>();

  add(message: StoredMessage): void {
    const list = this.#byChannel.get(message.channel) ?? [];
    if (list.length === 0) this.#byChannel.set(message.channel, list);
    list.push(message);
    this.#byTs.set(`${message.channel} ${message.ts}`, message);
  }

  /** Everything ever posted there, ephemeral and deleted ones included, in the order of posting. */
  list(channel: string): readonly StoredMessage[] {
    return this.#byChannel.get(channel) ?? [];
  }

  /** A message that is still there, seen by nobody or by `viewer` only when it is ephemeral. */
  find(channel: string, ts: string): StoredMessage | undefined {
    const message = this.#byTs.get(`${channel} ${ts}`);
    return message === undefined || message.isDeleted ? undefined : message;
  }

  /** Those that everybody in the channel can read. */
  listVisible(channel: string): readonly StoredMessage[] {
    return this.list(channel).filter((message) => !message.isDeleted && message.ephemeralTo === undefined);
  }

  change(
    message: StoredMessage,
    change: { text: string; blocks?: readonly JsonObject[] | undefined },
    at: number,
  ): void {
    message.edits.push({ text: message.text, ...(message.blocks ? { blocks: message.blocks } : {}), at });
    message.text = change.text;
    if (change.blocks === undefined || change.blocks.length === 0) delete message.blocks;
    else message.blocks = change.blocks;
  }
}
