import { type APIMessage, type APIThreadChannel, type REST, RESTJSONErrorCodes, Routes } from 'discord.js';
import type { ChannelPost, LookBack } from '#announcing/channel-sender.ts';
import { cleanLine } from '#conversation/wording/clean-line.ts';
import { findDiscordCode } from '#platforms/discord/calling/errors.ts';
import { cutDiscordLabel } from '#platforms/discord/text/fit.ts';
import { discordLimits as limits } from '#platforms/discord/text/limits.ts';
import { carriesPost, type LookBackParts, mayNotLook, timeOf, tooMuchWritten } from './find-post.ts';

const PAGE_SIZE = 100;
const MAX_PAGES = 20;

/** Looks through the threads that the bot has opened in a forum since then, active and archived, for this very post. */
export async function findForumPost(
  post: ChannelPost,
  sinceMs: number,
  { rest, channels }: LookBackParts,
): Promise<LookBack> {
  const ownId = await channels.fetchOwnId();
  const isCandidate = ({ id, parent_id: parentId, owner_id: ownerId }: APIThreadChannel) =>
    parentId === post.channelId && ownerId === ownId && timeOf(id) >= sinceMs;
  const check = async (threads: readonly APIThreadChannel[]): Promise<string | undefined> => {
    for (const { id, name } of threads.filter(isCandidate)) {
      if ((await startsWithPost(rest, id, post.id)) ?? name === toThreadName(post.title)) return id;
    }
    return undefined;
  };

  const active = (await rest.get(Routes.guildActiveThreads(post.workspaceId))) as { threads: APIThreadChannel[] };
  const found = await check(active.threads);
  if (found !== undefined) return { kind: 'found', messageId: found };

  let before: string | undefined;
  for (let page = 0; page < MAX_PAGES; page++) {
    const query = new URLSearchParams({ limit: String(PAGE_SIZE), ...(before === undefined ? {} : { before }) });
    const route = Routes.channelThreads(post.channelId, 'public');
    let archived: { threads: APIThreadChannel[]; has_more: boolean };
    try {
      // Refused without Read Message History: an answer proves the right to look.
      archived = (await rest.get(route, { query })) as typeof archived;
    } catch (error) {
      if (findDiscordCode(error) === RESTJSONErrorCodes.MissingPermissions) return mayNotLook;
      throw error;
    }
    const foundArchived = await check(archived.threads);
    if (foundArchived !== undefined) return { kind: 'found', messageId: foundArchived };
    before = archived.threads.at(-1)?.thread_metadata?.archive_timestamp;
    // The latest archived come first, and nothing is archived before it is opened.
    if (!archived.has_more || before === undefined || Date.parse(before) < sinceMs) return { kind: 'absent' };
  }
  return tooMuchWritten;
}

/** The title as Discord takes it for a thread. */
export function toThreadName(title: string): string {
  return cutDiscordLabel(cleanLine(title), limits.threadName) || 'Works on Arm';
}

/** A thread's first message has the thread's id. Undefined when that was deleted: only the thread's name tells then. */
async function startsWithPost(rest: REST, threadId: string, postId: string): Promise<boolean | undefined> {
  try {
    return carriesPost((await rest.get(Routes.channelMessage(threadId, threadId))) as APIMessage, postId);
  } catch (error) {
    if (findDiscordCode(error) === RESTJSONErrorCodes.UnknownMessage) return undefined;
    throw error;
  }
}
