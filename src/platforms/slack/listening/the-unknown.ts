import type { App } from '@slack/bolt';
import type { Log } from '#conversation/ports/log.ts';
import { REPLY_BUTTON_ID } from '#platforms/slack/rendering/buttons.ts';
import { homeAskId } from '#platforms/slack/rendering/home.ts';
import { askAboutMessageId, askAnythingId, askModalId, openAskModalId } from '#platforms/slack/rendering/shortcuts.ts';
import { acknowledgeQuietly } from '#platforms/slack/talking/acknowledge-quietly.ts';

const knownIds = new Set([homeAskId, openAskModalId, askAboutMessageId, askAnythingId, askModalId]);

/**
 * Acknowledges what nothing here answers, such as a button of an older version or one that was added to the app by hand:
 * Slack would show whoever used it a warning.
 */
export function listenForTheUnknown(app: App, log: Log): void {
  const pass = async (id: string, ack: () => Promise<void>) => {
    if (knownIds.has(id) || REPLY_BUTTON_ID.test(id)) return;
    await acknowledgeQuietly(ack, log);
    log.warn('Something was used that this version does not know.', { id });
  };
  app.action(/.*/, ({ action, ack }) => pass('action_id' in action ? action.action_id : '', ack));
  app.action({ type: 'interactive_message', callback_id: /.*/ }, ({ body, ack }) => pass(body.callback_id, ack));
  app.shortcut(/.*/, ({ shortcut, ack }) => pass(shortcut.callback_id, ack));
  app.view(/.*/, ({ view, ack }) => pass(view.callback_id, ack));
  app.options(/.*/, ({ options, ack }) =>
    pass('action_id' in options ? options.action_id : '', () => ack({ options: [] })),
  );
}
