import type { App } from '@slack/bolt';
import type { SlackDesk } from './slack-desk.ts';
import { toDeliveryError } from './slack-errors.ts';
import { composeHome, type HomeContent, homeAskId } from './slack-home.ts';
import { composeAskModal } from './slack-modal.ts';

/** Slack's limit of prompts in the agent pane. */
const maxPrompts = 4;

/** Fills the Home tab when somebody opens it, and suggests questions when they open the messages or the agent pane. */
export function listenForHome(app: App, desk: SlackDesk, getHome: () => Promise<HomeContent>): void {
  app.event('app_home_opened', async ({ event, client }) => {
    try {
      if (event.tab === 'messages') {
        const prompts = desk
          .suggestQuestions()
          .slice(0, maxPrompts)
          .map((question) => ({ title: question, message: question }));
        if (prompts.length > 0)
          await client.assistant.threads.setSuggestedPrompts({ channel_id: event.channel, prompts });
      } else {
        await client.views.publish({ user_id: event.user, view: composeHome(await getHome()) });
      }
    } catch (error) {
      // Nobody asked anything: not worth a second try, and a workspace without agents refuses prompts.
      desk.log.info('A tab could not be filled.', { tab: event.tab, error: toDeliveryError(error) });
    }
  });

  app.action({ type: 'block_actions', action_id: homeAskId }, async ({ body, ack, client }) => {
    await ack();
    const { trigger_id: triggerId } = body as { trigger_id: string };
    await client.views
      .open({ trigger_id: triggerId, view: composeAskModal(desk.suggestQuestions()) })
      .catch((error: unknown) => {
        desk.log.warn('The ask modal could not be opened.', { error: toDeliveryError(error) });
      });
  });
}
