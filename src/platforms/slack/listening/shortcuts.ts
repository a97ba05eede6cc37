import type { App, BlockAction, GlobalShortcut, MessageShortcut } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import { toDeliveryError } from '#platforms/slack/calling/errors.ts';
import { composeAnswerModal, composeAskModal, readAskModal } from '#platforms/slack/rendering/modal.ts';
import { renderSlackReply } from '#platforms/slack/rendering/renderer.ts';
import { askAboutMessageId, askAnythingId, askModalId, openAskModalId } from '#platforms/slack/rendering/shortcuts.ts';
import { acknowledgeQuietly } from '#platforms/slack/talking/acknowledge-quietly.ts';
import { answerOnSlack } from '#platforms/slack/talking/answer.ts';
import { askInView } from '#platforms/slack/talking/ask-in-view.ts';
import { type SlackDesk, toSlackAsker } from '#platforms/slack/talking/desk.ts';
import { readSlackText } from '#platforms/slack/talking/mention-text.ts';
import { respondOnSlack } from '#platforms/slack/talking/sender.ts';

/** The two shortcuts: ask about a message, ask anything in a modal (a button below posts opens it, too); and the modal's answer. */
export function listenForShortcuts(app: App, desk: SlackDesk): void {
  app.shortcut<MessageShortcut>(
    { type: 'message_action', callback_id: askAboutMessageId },
    async ({ shortcut, ack, respond }) => {
      await acknowledgeQuietly(ack, desk.log);
      const { team, user, channel, message, trigger_id: triggerId } = shortcut;
      const teamId = team?.id ?? user.team_id ?? '';
      const { thread_ts: threadTs } = message as { thread_ts?: string };
      await answerOnSlack(
        { key: `slack:${teamId}:shortcut:${triggerId}`, comesAgain: false },
        {
          compose: () =>
            desk.respond({
              text: readSlackText(message.text ?? ''),
              conversationId: `slack:${teamId}:${channel.id}:${user.id}`,
              nowMs: desk.now(),
              asker: toSlackAsker(teamId, user.id, channel.id),
            }),
          send: (response) => {
            const shown = renderSlackReply(response, { page: 0, isPrivate: true });
            return respondOnSlack(respond, { message: shown, threadTs });
          },
        },
        desk,
      );
    },
  );

  app.shortcut<GlobalShortcut>({ type: 'shortcut', callback_id: askAnythingId }, async ({ shortcut, ack, client }) => {
    await acknowledgeQuietly(ack, desk.log);
    await openAskModal(client, shortcut.trigger_id);
  });

  app.action<BlockAction>({ type: 'block_actions', action_id: openAskModalId }, async ({ body, ack, client }) => {
    await acknowledgeQuietly(ack, desk.log);
    await openAskModal(client, body.trigger_id);
  });

  app.view(askModalId, async ({ view, body, ack }) => {
    const teamId = body.team?.id ?? body.user.team_id ?? '';
    const response = await askInView(desk, teamId, body.user.id, readAskModal(view.state.values));
    // The answer takes the place of the question in the same step that acknowledges it.
    await ack({ response_action: 'update', view: composeAnswerModal(response, 0) });
  });

  async function openAskModal(client: WebClient, triggerId: string): Promise<void> {
    try {
      await client.views.open({ trigger_id: triggerId, view: composeAskModal(desk.suggestQuestions(1)) });
    } catch (error) {
      // A trigger lives three seconds: the person sees nothing open, and tries again.
      desk.log.warn('The ask modal could not be opened.', { error: toDeliveryError(error) });
    }
  }
}
