import type { App } from '@slack/bolt';
import { renderSlackReply } from '#platforms/slack/rendering/renderer.ts';
import { acknowledgeQuietly } from '#platforms/slack/talking/acknowledge-quietly.ts';
import { answerOnSlack } from '#platforms/slack/talking/answer.ts';
import { type SlackDesk, toSlackAsker, toSlackPlace } from '#platforms/slack/talking/desk.ts';
import { readSlackText } from '#platforms/slack/talking/mention-text.ts';
import { respondOnSlack } from '#platforms/slack/talking/sender.ts';

/** Answers the slash command for the asker's eyes only; sharing is a button. */
export function listenForSlashCommands(app: App, desk: SlackDesk): void {
  // The name is the operator's to choose, in the manifest and in the settings: whatever arrives here was meant for us.
  app.command(/.*/, async ({ command, ack, respond }) => {
    await acknowledgeQuietly(ack, desk.log);
    const { team_id: teamId, channel_id: channelId, user_id: userId, trigger_id: triggerId } = command;
    await answerOnSlack(
      // Acknowledged already: Slack has done its part.
      { key: `slack:${teamId}:command:${triggerId}`, comesAgain: false },
      {
        compose: () =>
          desk.respond({
            text: readSlackText(command.text),
            // A slash command is in no thread, and only its asker sees the answer: the conversation is theirs.
            conversationId: `slack:${teamId}:${channelId}:${userId}`,
            nowMs: desk.now(),
            asker: toSlackAsker(teamId, userId, channelId),
            place: toSlackPlace(teamId, userId, channelId, desk),
          }),
        send: (response) =>
          respondOnSlack(respond, { message: renderSlackReply(response, { page: 0, isPrivate: true }) }),
      },
      desk,
    );
  });
}
