import type { RespondFn } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import { DeliveryError } from '#conversation/ports/delivery-error.ts';
import type { Response } from '#conversation/response.ts';
import { explained, isFormRefused } from '#platforms/slack/calling/errors.ts';
import { renderSlackNotice, renderSlackReply, type SlackMessage } from '#platforms/slack/rendering/renderer.ts';
import { sendWithinLimits } from '#traffic/send-queue.ts';

/** Has something sent in its place's turn, after all waiting. */
export type SendInTurn = <Result>(channelId: string, send: () => Promise<Result>) => Promise<Result>;

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
 * Posts an answer for all in the place, or for the asker's eyes only when it is private. However often Slack asks to wait,
 * it is sent in the end.
 *
 * @throws DeliveryError
 */
export async function sendSlackAnswer(
  client: WebClient,
  place: SlackPlace,
  response: Response,
  sendInTurn: SendInTurn,
): Promise<void> {
  const { channelId: channel, userId: user, threadTs, isInThread } = place;
  const isPrivate = response.reply.audience === 'private' && !isDirectMessage(channel);
  const whole = renderSlackReply(response, { page: 0, isPrivate });
  const post = async (message: SlackMessage) => {
    if (isPrivate) {
      const thread = isInThread && threadTs !== undefined ? { thread_ts: threadTs } : {};
      await client.chat.postEphemeral({ channel, user, ...thread, ...toArguments(message) });
    } else {
      const thread = threadTs === undefined ? {} : { thread_ts: threadTs };
      const preview = { unfurl_links: false, unfurl_media: false };
      await client.chat.postMessage({ channel, ...thread, ...toArguments(message), ...preview });
    }
  };
  const sendNote = async () => {
    const { text } = renderSlackNotice(doubtNote);
    if (isDirectMessage(channel)) await client.chat.postMessage({ channel, text });
    else await client.chat.postEphemeral({ channel, user, text });
  };
  // Slack counts what one person sees otherwise than what all do: many refusals must not keep back an answer.
  const line = isPrivate ? `${channel} private` : channel;
  try {
    await sendWholeOrPlain(whole, (message) =>
      sendWithinLimits(() => sendInTurn(line, () => explained(() => post(message)))),
    );
  } catch (error) {
    // Never a second answer; but whoever asked must not wait for one that did not come. No more than a try.
    if (error instanceof DeliveryError && error.mayHaveArrived) await sendNote().catch(() => {});
    throw error;
  }
}

const doubtNote = 'Slack had a fault just now: my answer may not have arrived. If you do not see it, ask again.';

/** Sends the words alone where Slack refuses the message for its form: better plain than not at all. */
async function sendWholeOrPlain<Result>(
  message: SlackMessage,
  send: (message: SlackMessage) => Promise<Result>,
): Promise<Result> {
  try {
    return await send(message);
  } catch (error) {
    if (!isFormRefused(error) || message.blocks.length === 0) throw error;
    return send({ text: message.text, blocks: [] });
  }
}

/** What a response address is sent. */
export interface ResponseUrlMessage {
  readonly isForAll?: boolean;
  readonly replacesOriginal?: boolean;
  readonly threadTs?: string | undefined;
  readonly message: SlackMessage;
}

/**
 * Answers an interaction by its response address, privately unless told otherwise; works in channels that the bot is not in.
 *
 * @throws DeliveryError
 */
export async function respondOnSlack(respond: RespondFn, answer: ResponseUrlMessage): Promise<void> {
  const { isForAll = false, replacesOriginal = false, threadTs, message } = answer;
  await sendWholeOrPlain(message, (shown) =>
    explained(() =>
      respond({
        ...toArguments(shown),
        response_type: isForAll ? 'in_channel' : 'ephemeral',
        replace_original: replacesOriginal,
        unfurl_links: false,
        unfurl_media: false,
        ...(threadTs === undefined ? {} : { thread_ts: threadTs }),
      }),
    ),
  );
}

function toArguments({ text, blocks }: SlackMessage) {
  return { text, ...(blocks.length === 0 ? {} : { blocks: [...blocks] }) };
}
