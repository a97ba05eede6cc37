import { discordStyle } from '../../local/drawing/discord-style.ts';
import { noDiscordNames } from '../../local/drawing/draw-discord-markdown.ts';
import { type DiscordParts, drawDiscordParts } from '../../local/drawing/draw-discord-parts.ts';
import { drawMessage } from '../../local/drawing/draw-frame.ts';
import { draw } from '../../local/drawing/drawn.ts';
import { composePage } from './picture-page.ts';

/** The question and the answer, as a channel of Discord shows them. */
export function renderDiscordPage(question: string, answer: DiscordParts): string {
  const bot = 'Works on Arm';
  const time = 'Today at 9:41 AM';
  return composePage('An answer in Discord', discordStyle, [
    drawMessage({
      ...{ author: 'Ada', isApp: false, colour: '#b5651d', time },
      body: [draw('div', {}, draw('span', { class: 'mention' }, `@${bot}`), ` ${question}`)],
    }),
    drawMessage({
      ...{ author: bot, isApp: true, colour: '#0b7285', time },
      above: [draw('div', { class: 'reply' }, '↱ ', draw('b', {}, '@Ada'), ` @${bot} ${question}`)],
      body: drawDiscordParts(answer, noDiscordNames),
    }),
  ]);
}

/** What the bot sends somebody by direct message. */
export function renderDiscordNewsPage(message: DiscordParts): string {
  return composePage('News by direct message in Discord', discordStyle, [
    drawMessage({
      ...{ author: 'Works on Arm', isApp: true, colour: '#0b7285', time: 'Today at 12:00 PM' },
      body: drawDiscordParts(message, noDiscordNames),
    }),
  ]);
}
