import { type APIMessage, PermissionFlagsBits, type REST, Routes } from 'discord.js';
import type { ChannelPost, LookBack } from '#announcing/channel-sender.ts';
import type { DiscordChannels } from './channels.ts';
import { postButtonId } from './post.ts';

/** What a look back works with. */
export interface LookBackParts {
  readonly rest: REST;
  readonly channels: DiscordChannels;
}

/** Discord's limit of a page. */
const PAGE_SIZE = 100;
const MAX_PAGES = 20;
/** Discord's ids begin with their time, counted from here. */
const DISCORD_EPOCH_MS = 1_420_070_400_000;

export const tooMuchWritten: LookBack = {
  kind: 'unknown',
  reason: 'It may have been sent, and so much was written since that it was not found.',
};
export const mayNotLook: LookBack = {
  kind: 'unknown',
  reason: 'It may have been sent, and the bot lacks the permission "Read Message History" in the channel to find out.',
};

/** Looks through what was written in a channel since then, the newest first, for the message of this very post. */
export async function findDiscordPost(
  { id, channelId }: ChannelPost,
  sinceMs: number,
  { rest, channels }: LookBackParts,
): Promise<LookBack> {
  let before: string | undefined;
  for (let page = 0; page < MAX_PAGES; page++) {
    const query = new URLSearchParams({ limit: String(PAGE_SIZE), ...(before === undefined ? {} : { before }) });
    const messages = (await rest.get(Routes.channelMessages(channelId), { query })) as APIMessage[];
    const found = messages.find((message) => carriesPost(message, id));
    if (found !== undefined) return { kind: 'found', messageId: found.id };
    const oldest = messages.at(-1);
    if (oldest === undefined) {
      // Without the right to read there are no messages, and no error either. One that was seen proves the right.
      if (before !== undefined) return { kind: 'absent' };
      const rights = await channels.fetchRights(await channels.fetch(channelId));
      return (rights & PermissionFlagsBits.ReadMessageHistory) === 0n ? mayNotLook : { kind: 'absent' };
    }
    if (timeOf(oldest.id) < sinceMs) return { kind: 'absent' };
    before = oldest.id;
  }
  return tooMuchWritten;
}

/** Whether a message has the ask button of this very post. */
export function carriesPost({ components = [] }: APIMessage, postId: string): boolean {
  const wanted = postButtonId(postId);
  return components.some(
    (row) =>
      'components' in row &&
      row.components.some((component) => 'custom_id' in component && component.custom_id === wanted),
  );
}

/** When something was made, by its id. */
export function timeOf(id: string): number {
  return Number(BigInt(id) >> 22n) + DISCORD_EPOCH_MS;
}
