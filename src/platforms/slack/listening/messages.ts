import type { App } from '@slack/bolt';
import { answerOnSlack } from '#platforms/slack/talking/answer.ts';
import { readAcknowledged } from '#platforms/slack/talking/answer-before-ack.ts';
import { type SlackDesk, toSlackAsker, toSlackPlace } from '#platforms/slack/talking/desk.ts';
import { readSlackText } from '#platforms/slack/talking/mention-text.ts';
import { isDirectMessage, sendSlackAnswer } from '#platforms/slack/talking/sender.ts';

/** Messages of these kinds are somebody's words; all others are edits, joins, topics and the like. */
const spokenSubtypes = new Set<string | undefined>([undefined, 'file_share', 'thread_broadcast']);

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
  app.event('app_mention', async ({ event, body, context, client }) => {
    const message = event as SpokenMessage;
    // A mention in a direct message comes as a message, too, and is answered as that.
    if (isDirectMessage(message.channel)) return;
    await answer({ message, eventId: body.event_id, teamId: body.team_id, context, client });
  });
  app.event('message', async ({ event, body, context, client }) => {
    const message = event as SpokenMessage;
    if (event.channel_type !== 'im') return;
    await answer({ message, eventId: body.event_id, teamId: body.team_id, context, client });
  });

  async function answer({
    message,
    eventId,
    teamId,
    context,
    client,
  }: {
    message: SpokenMessage;
    eventId: string;
    teamId: string;
    context: { botUserId?: string };
    client: Parameters<typeof sendSlackAnswer>[0];
  }): Promise<void> {
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
