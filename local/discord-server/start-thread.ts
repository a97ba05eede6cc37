import {
  CreateForumThreadRequestSchema,
  CreateTextThreadWithMessageRequestSchema,
  CreateTextThreadWithoutMessageRequestSchema,
} from 'discord-api-spec/zod';
import { ApiError, apiError, refuseProblems } from './api-error.ts';
import { findSchemaProblems } from './check-schema.ts';
import { composeDraft } from './compose-draft.ts';
import { describeChannel } from './describe-world.ts';
import type { DiscordBackend } from './discord-backend.ts';
import { needPermission } from './get-visible-channel.ts';
import { openThread } from './open-thread.ts';
import type { RestRequest } from './rest-route.ts';
import { validateMessage } from './validate-message.ts';
import { channelTypes, type DiscordChannel, type JsonObject, messageFlags } from './world-model.ts';

/** The bot starts a post in a forum: a thread and its first message at once. */
export function startPost(backend: DiscordBackend, forum: DiscordChannel, { body, files }: RestRequest): JsonObject {
  needPermission(backend, forum, 'SendMessages');
  refuseProblems(findSchemaProblems(CreateForumThreadRequestSchema, body));
  const message = body.message as JsonObject;
  const problems = validateMessage(message, 'forum-post', files.length > 0);
  refuseProblems(
    problems.map((problem) =>
      problem.path.length === 0 ? problem : { ...problem, path: ['message', ...problem.path] },
    ),
  );
  const tags = (body.applied_tags ?? []) as string[];
  if (tags.some((tag) => !forum.tags.some(({ id }) => id === tag))) {
    throw new ApiError(400, { message: 'Unknown tag', code: 10087 });
  }
  if (forum.requiresTag && tags.length === 0) throw apiError(40067);
  const thread = openThread(backend, forum, backend.world.bot.id, {
    name: String(body.name),
    type: channelTypes.publicThread,
    appliedTags: tags,
    autoArchiveMinutes: Number(body.auto_archive_duration ?? 4320),
  });
  // A post's first message has the thread's id.
  const place = { id: thread.id, channelId: thread.id, authorId: backend.world.bot.id };
  const posted = backend.board.post(thread, composeDraft(message, place, 'message'));
  return { ...describeChannel(backend.world, thread), message: backend.board.describe(posted) };
}

/** The bot starts a thread in a text or announcement channel, on a message or on its own. */
export function startThread(
  backend: DiscordBackend,
  channel: DiscordChannel,
  body: JsonObject,
  messageId?: string,
): JsonObject {
  const isAnnouncement = channel.type === channelTypes.announcement;
  if (channel.type !== channelTypes.text && !isAnnouncement) throw apiError(50024);
  const schema =
    messageId === undefined ? CreateTextThreadWithoutMessageRequestSchema : CreateTextThreadWithMessageRequestSchema;
  refuseProblems(findSchemaProblems(schema, body));
  const isPrivate =
    messageId === undefined && Number(body.type ?? channelTypes.privateThread) === channelTypes.privateThread;
  needPermission(backend, channel, isPrivate ? 'CreatePrivateThreads' : 'CreatePublicThreads');
  const message = messageId === undefined ? undefined : backend.board.find(channel.id, messageId);
  if (messageId !== undefined && message === undefined) throw apiError(10008);
  if (message?.threadId !== undefined) throw apiError(160004);
  const publicType = isAnnouncement ? channelTypes.announcementThread : channelTypes.publicThread;
  const thread = openThread(backend, channel, backend.world.bot.id, {
    ...(messageId === undefined ? {} : { id: messageId }),
    name: String(body.name),
    type: isPrivate ? channelTypes.privateThread : publicType,
    autoArchiveMinutes: Number(body.auto_archive_duration ?? 4320),
  });
  if (message !== undefined) {
    backend.board.edit(message, { threadId: thread.id, flags: message.flags | messageFlags.hasThread }, false);
  }
  return describeChannel(backend.world, thread);
}
