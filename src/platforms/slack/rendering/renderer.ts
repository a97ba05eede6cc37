import type { KnownBlock } from '@slack/types';
import type { Response } from '#conversation/response.ts';
import { choosePage } from '#conversation/wording/choose-page.ts';
import { cleanLine } from '#conversation/wording/clean-line.ts';
import { replyToText } from '#conversation/wording/reply-to-text.ts';
import { buildSlackBlocks, type SlackSurface } from './blocks.ts';
import { buildSlackButtons } from './buttons.ts';
import { asSection, layOutSlackBlocks, word } from './pieces.ts';
import { planSlackPages } from './plan-pages.ts';

/** A message as Slack takes it. */
export interface SlackMessage {
  /** For notifications and screen readers. */
  readonly text: string;
  readonly blocks: readonly KnownBlock[];
}

export interface SlackView {
  /** From 0; one too high shows the last. */
  readonly page: number;
  /** For the asker's eyes only: then it can be shared. */
  readonly isPrivate: boolean;
  /** A message when left out. */
  readonly surface?: SlackSurface;
}

/** About a screen; Slack folds longer messages. With the buttons it stays far below Slack's own limit of 13 200. */
const pageRoom = { characters: 3_500, pieces: 30 };
const FALLBACK_CHARACTERS = 1_500;

/** One page of a response as a message that Slack accepts, whatever the response holds; nothing in it mentions anybody. */
export function renderSlackReply(response: Response, view: SlackView): SlackMessage {
  const pages = planSlackPages(layOutSlackBlocks(response.reply.blocks, pageRoom.characters / 2), pageRoom);
  const pageCount = Math.max(1, pages.length);
  const page = choosePage(view.page, pageCount);
  const body = buildSlackBlocks(pages[page] ?? [], view.surface ?? 'message');
  const buttons = buildSlackButtons(response, { page, pageCount, isPrivate: view.isPrivate });
  const text = cleanLine(replyToText(response.reply, FALLBACK_CHARACTERS));
  const blocks = [...body, ...buttons];
  if (blocks.length === 0) return renderSlackNotice('There is nothing to show.');
  return { text: escapeSlack(text) || 'Works on Arm', blocks };
}

/** A sentence of our own as a message. */
export function renderSlackNotice(sentence: string): SlackMessage {
  return { text: escapeSlack(sentence), blocks: [{ type: 'rich_text', elements: [asSection([word(sentence)])] }] };
}

/** The three characters by which Slack's markup begins mentions, links and entities (docs.slack.dev/messaging/formatting-message-text). */
function escapeSlack(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
