import type { ActionsBlock } from '@slack/types';
import type { Response } from '#conversation/response.ts';
import { renderSlackReply, type SlackMessage } from './slack-renderer.ts';
import { openAskModalId } from './slack-shortcuts.ts';

/** An issue as a message for a whole channel: its digest, and a button that opens the ask modal for whoever presses it. */
export function renderSlackPost(response: Response): SlackMessage {
  const { text, blocks } = renderSlackReply(response, { page: 0, isPrivate: false });
  const ask: ActionsBlock = {
    type: 'actions',
    elements: [{ type: 'button', action_id: openAskModalId, text: { type: 'plain_text', text: 'Ask about it' } }],
  };
  return { text, blocks: [...blocks, ask] };
}
