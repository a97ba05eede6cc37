import type { AllMiddlewareArgs, App, SlackEventMiddlewareArgs } from '@slack/bolt';
import { answerOnSlack } from '#platforms/slack/talking/answer.ts';
import { readAcknowledged } from '#platforms/slack/talking/answer-before-ack.ts';
import { type SlackDesk, toSlackAsker, toSlackPlace } from '#platforms/slack/talking/desk.ts';
import { readSlackText } from '#platforms/slack/talking/mention-text.ts';
import { isDirectMessage, sendSlackAnswer } from '#platforms/slack/talking/sender.ts';

/** Messages of these kinds are somebody's words; all others are edits, joins, topics and the like. */
const spokenSubtypes = new Set<string | undefined>([undefined, 'file_share', 'thread_broadcast']);

/** What Slack tells beside the message itself. */
type Heard = Pick<SlackEventMiddlewareArgs & AllMiddlewareArgs, 'body' | 'context' | 'client'>;

interface SpokenMessage {
  readonly channel: string;
  readonly user?: string;
  readonly text?: string;
  readonly ts: string;
  readonly thread_ts?: string;
  readonly subtype?: string;
  readonly bot_id?: string;
  readonly edited?: unknown;
}

/** Answers mentions in their thread, and direct messages where they stand. */
export function listenForMessages(app: App, desk: SlackDesk): void {
  app.event('app_mention', async ({ event, ...heard }) => {
    // A mention in a direct message comes as a message, too, and is answered as that.
    if (!isDirectMessage(event.channel)) await answer(event as SpokenMessage, heard);
  });
  app.event('message', async ({ event, ...heard }) => {
    if (event.channel_type === 'im') await answer(event as SpokenMessage, heard);
  });

  async function answer(
    message: SpokenMessage,
    { body: { event_id: eventId, team_id: teamId }, context, client }: Heard,
  ): Promise<void> {
    const { channel, user, text = '', ts, thread_ts: rootTs, subtype, bot_id: botId, edited } = message;
    const isSpoken = spokenSubtypes.has(subtype) && botId === undefined && edited === undefined;
    if (!isSpoken || user === undefined || user === context.botUserId) return;
    const isDirect = isDirectMessage(channel);
    const threadTs = rootTs ?? (isDirect ? undefined : ts);
    await answerOnSlack(
      { key: `slack:${teamId}:${eventId}`, comesAgain: true, isAcknowledged: readAcknowledged(context) },
      {
        compose: () =>
          desk.respond({
            text: readSlackText(text),
            conversationId: isDirect ? `slack:${teamId}:${channel}` : `slack:${teamId}:${channel}:${threadTs}`,
            nowMs: desk.now(),
            asker: toSlackAsker(teamId, user, channel),
            place: toSlackPlace(teamId, user, channel, desk),
          }),
        send: (response, sendInTurn) => {
          const place = { channelId: channel, userId: user, threadTs, isInThread: rootTs !== undefined };
          return sendSlackAnswer(client, place, response, sendInTurn);
        },
      },
      desk,
    );
  }
}
