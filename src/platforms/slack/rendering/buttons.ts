import type { ActionsBlock, Button, KnownBlock } from '@slack/types';
import type { Response } from '#conversation/response.ts';
import { cleanLine } from '#conversation/wording/clean-line.ts';
import { cutLabel } from '#conversation/wording/fit-text.ts';
import { encodeReplyAction, type ReplyAction } from '#conversation/wording/reply-action.ts';
import { planPageControls, planReplyControls } from '#conversation/wording/reply-controls.ts';
import { slackLimits as limits } from './limits.ts';
import { asSection, word } from './pieces.ts';

/** All buttons' ids begin so; what a button does is in its value. */
export const REPLY_BUTTON_ID = /^reply_/;

interface PlacedPage {
  readonly page: number;
  readonly pageCount: number;
  readonly isPrivate: boolean;
}

/** More would fill a screen with buttons. */
const MAX_SUGGESTIONS = 12;

/** All buttons below a page of a response: paging, suggestions under their titles, and what can be done with the reply. */
export function buildSlackButtons(response: Response, { page, pageCount, isPrivate }: PlacedPage): KnownBlock[] {
  const seen = new Set<string>();
  const rows: KnownBlock[] = [];
  let count = 0;
  const addRow = (controls: readonly { label: string; emoji?: string; action: ReplyAction }[], title = '') => {
    const buttons = controls.flatMap(({ label, emoji, action }): Button[] => {
      const value = encodeReplyAction(action);
      const words = cutLabel(cleanLine(emoji === undefined ? label : `${emoji} ${label}`), limits.buttonText);
      if (words === '' || value.length > limits.buttonValue || seen.has(value)) return [];
      seen.add(value);
      // Colons in a question must not become emoji.
      return [
        {
          type: 'button',
          action_id: `reply_${count++}`,
          text: { type: 'plain_text', text: words, emoji: false },
          value,
        },
      ];
    });
    if (buttons.length === 0) return;
    if (title !== '') rows.push({ type: 'rich_text', elements: [asSection([word(title, { italic: true })])] });
    const block: ActionsBlock = { type: 'actions', elements: buttons.slice(0, limits.actionsPerBlock) };
    rows.push(block);
  };
  addRow(
    planPageControls(response.line, page, pageCount).filter(({ isAtEnd }) => !isAtEnd),
    pageCount > 1 ? `Page ${page + 1} of ${pageCount}` : '',
  );
  let left = MAX_SUGGESTIONS;
  for (const block of response.reply.blocks) {
    if (block.kind !== 'suggestions') continue;
    const questions = block.questions.slice(0, left);
    left -= questions.length;
    addRow(
      questions.map((line) => ({ label: line, action: { kind: 'ask', line } })),
      cutLabel(cleanLine(block.title), MAX_TITLE),
    );
  }
  addRow(planReplyControls(response, { isPrivate }));
  return rows;
}

const MAX_TITLE = 150;
