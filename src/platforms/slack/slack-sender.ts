import type { WebClient } from '@slack/web-api';
import type { Response } from '#conversation/response.ts';
import { toDeliveryError } from './slack-errors.ts';
import { renderSlackReply, type SlackMessage } from './slack-renderer.ts';

/** Where an answer goes. */
export interface SlackPlace {
  readonly channelId: string;
  readonly userId: string;
  /** The first message of the thread to answer in; undefined at the top of a direct message. */
  readonly threadTs: string | undefined;
  /** True when that thread exists already: only then can something private be shown in it. */
  readonly isInThread: boolean;
}

/** Slack's ids of direct messages, by documentation. */
export function isDirectMessage(channelId: string): boolean {
  return channelId.startsWith('D');
}

/**
 * Posts an answer for all in the place, or for the asker's eyes only when it is private.
 *
 * @throws DeliveryError
 */
export async function sendSlackAnswer(client: WebClient, place: SlackPlace, response: Response): Promise<void> {
  const { channelId: channel, userId: user, threadTs, isInThread } = place;
  const isPrivate = response.reply.audience === 'private' && !isDirectMessage(channel);
  const message = toArguments(renderSlackReply(response, { page: 0, isPrivate }));
  try {
    if (isPrivate) {
      const thread = isInThread && threadTs !== undefined ? { thread_ts: threadTs } : {};
      await client.chat.postEphemeral({ channel, user, ...thread, ...message });
    } else {
      const thread = threadTs === undefined ? {} : { thread_ts: threadTs };
      await client.chat.postMessage({ channel, ...thread, ...message, unfurl_links: false, unfurl_media: false });
    }
  } catch (error) {
    throw toDeliveryError(error);
  }
}

/** What a response address is sent. */
export interface ResponseUrlMessage {
  readonly isForAll?: boolean;
  readonly replacesOriginal?: boolean;
  readonly threadTs?: string | undefined;
  readonly message: SlackMessage;
}

type SendToResponseUrl = (body: {
  text: string;
  blocks: SlackMessage['blocks'][number][];
  response_type: 'ephemeral' | 'in_channel';
  replace_original: boolean;
  unfurl_links: boolean;
  unfurl_media: boolean;
  thread_ts?: string;
}) => Promise<unknown>;

/**
 * Answers an interaction by its response address, privately unless told otherwise; works in channels that the bot is not in.
 *
 * @throws DeliveryError
 */
export async function respondOnSlack(respond: SendToResponseUrl, answer: ResponseUrlMessage): Promise<void> {
  const { isForAll = false, replacesOriginal = false, threadTs, message } = answer;
  try {
    await respond({
      ...toArguments(message),
      response_type: isForAll ? 'in_channel' : 'ephemeral',
      replace_original: replacesOriginal,
      unfurl_links: false,
      unfurl_media: false,
      ...(threadTs === undefined ? {} : { thread_ts: threadTs }),
    });
  } catch (error) {
    throw toDeliveryError(error);
  }
}

function toArguments({ text, blocks }: SlackMessage) {
  return { text, blocks: [...blocks] };
}
