import { drawMessage } from '../../local/drawing/draw-frame.ts';
import { drawSlackBlocks } from '../../local/drawing/draw-slack-blocks.ts';
import { noNames } from '../../local/drawing/draw-slack-inline.ts';
import { draw } from '../../local/drawing/drawn.ts';
import { slackStyle } from '../../local/drawing/slack-style.ts';
import { composePage } from './picture-page.ts';

/** The question and the answer, as a channel of Slack shows them. */
export function renderSlackPage(question: string, { blocks }: { readonly blocks?: unknown }): string {
  const bot = 'Works on Arm';
  const time = '9:41 AM';
  return composePage('An answer in Slack', slackStyle, [
    drawMessage({
      ...{ author: 'Ann', isApp: false, colour: '#5b3b8c', time },
      body: [draw('div', {}, draw('span', { class: 'mention' }, `@${bot}`), ` ${question}`)],
    }),
    drawMessage({ ...{ author: bot, isApp: true, colour: '#0b7285', time }, body: drawSlackBlocks(blocks, noNames) }),
  ]);
}

/** What the bot sends somebody by direct message. */
export function renderSlackNewsPage(blocks: unknown): string {
  return composePage('News by direct message in Slack', slackStyle, [
    drawMessage({
      ...{ author: 'Works on Arm', isApp: true, colour: '#0b7285', time: '12:00 PM' },
      body: drawSlackBlocks(blocks, noNames),
    }),
  ]);
}
