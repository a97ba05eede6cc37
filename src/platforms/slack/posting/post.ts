import type { ActionsBlock, RichTextBlock } from '@slack/types';
import type { Response } from '#conversation/response.ts';
import { renderSlackReply, type SlackMessage } from '#platforms/slack/rendering/renderer.ts';
import { openAskModalId } from '#platforms/slack/rendering/shortcuts.ts';

/** Slack's ids of user groups (docs.slack.dev/reference/block-kit/block-elements/usergroup-element). */
const USER_GROUP_ID = /^S[A-Z0-9]{2,}$/;

/**
 * An issue as a message for a whole channel: its digest, and a button that opens the ask modal for whoever presses it. A user
 * group that was configured is the only one that it pings.
 */
export function renderSlackPost(response: Response, groupToPing?: string): SlackMessage {
  const { text, blocks } = renderSlackReply(response, { page: 0, isPrivate: false });
  const ask: ActionsBlock = {
    type: 'actions',
    elements: [{ type: 'button', action_id: openAskModalId, text: { type: 'plain_text', text: 'Ask about it' } }],
  };
  if (groupToPing === undefined || !USER_GROUP_ID.test(groupToPing)) return { text, blocks: [...blocks, ask] };
  const ping: RichTextBlock = {
    type: 'rich_text',
    elements: [{ type: 'rich_text_section', elements: [{ type: 'usergroup', usergroup_id: groupToPing }] }],
  };
  // In the words, too: they are what is sent where Slack refuses the blocks.
  return { text: `<!subteam^${groupToPing}> ${text}`, blocks: [ping, ...blocks, ask] };
}
