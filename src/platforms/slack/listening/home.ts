import type { App, BlockAction, PlainTextInputAction } from '@slack/bolt';
import type { HomeContent } from '#platforms/chat-platform.ts';
import { explained, toDeliveryError } from '#platforms/slack/calling/errors.ts';
import { composeHome, homeAskId } from '#platforms/slack/rendering/home.ts';
import { composeAnswerModal } from '#platforms/slack/rendering/modal.ts';
import { acknowledgeQuietly } from '#platforms/slack/talking/acknowledge-quietly.ts';
import { answerOnSlack } from '#platforms/slack/talking/answer.ts';
import { askInView } from '#platforms/slack/talking/ask-in-view.ts';
import type { SlackDesk } from '#platforms/slack/talking/desk.ts';

/** Slack's limit of prompts in the agent pane. */
const MAX_PROMPTS = 4;

/** Fills the Home tab when somebody opens it, and suggests questions in the messages or the agent pane, and answers the box on Home. */
export function listenForHome(app: App, desk: SlackDesk, getHome: () => HomeContent): void {
  app.event('app_home_opened', async ({ event, client }) => {
    try {
      if (event.tab === 'messages') {
        const prompts = desk.suggestQuestions(MAX_PROMPTS).map((question) => ({ title: question, message: question }));
        if (prompts.length > 0)
          await client.assistant.threads.setSuggestedPrompts({ channel_id: event.channel, prompts });
      } else {
        await client.views.publish({ user_id: event.user, view: composeHome(getHome()) });
      }
    } catch (error) {
      // Nobody asked anything: not worth a second try, and a workspace without agents refuses prompts.
      desk.log.info('A tab could not be filled.', { tab: event.tab, error: toDeliveryError(error) });
    }
  });

  app.action<BlockAction<PlainTextInputAction>>(
    { type: 'block_actions', action_id: homeAskId },
    async ({ action, body, ack, client }) => {
      await acknowledgeQuietly(ack, desk.log);
      const teamId = body.team?.id ?? body.user.team_id ?? '';
      const { trigger_id: triggerId } = body;
      await answerOnSlack(
        { key: `slack:${teamId}:home:${triggerId}`, comesAgain: false },
        {
          compose: () => askInView(desk, teamId, body.user.id, action.value ?? ''),
          async send(response) {
            const view = composeAnswerModal(response, 0);
            await explained(() => client.views.open({ trigger_id: triggerId, view }));
          },
        },
        desk,
      );
    },
  );
}
