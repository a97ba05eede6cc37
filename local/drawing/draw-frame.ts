import { type Drawn, type DrawnElement, draw, drawLines } from './drawn.ts';

/** What stands around the words of a message. */
export interface MessageFrame {
  readonly author: string;
  readonly isApp: boolean;
  /** As the client shows it. */
  readonly time: string;
  /** Of the square or circle with the author's initial. */
  readonly colour: string;
  /** What stands above the author: the message that this one replies to. */
  readonly above?: readonly Drawn[];
  /** Each on a line of its own. */
  readonly body: readonly Drawn[];
  readonly id?: string;
}

/** A message of a channel, with its author and time. */
export function drawMessage({ author, isApp, time, colour, above = [], body, id }: MessageFrame): DrawnElement {
  const app = isApp ? [' ', draw('span', { class: 'app' }, 'APP')] : [];
  const head = [draw('span', { class: 'name' }, author), ...app, draw('span', { class: 'time' }, time)];
  const initial = author.slice(0, 1).toUpperCase();
  return draw(
    'div',
    { class: 'message', id },
    draw('div', { class: 'picture', style: `background:${colour}` }, initial),
    draw('div', {}, '\n', ...above.flatMap((part) => [part, '\n']), ...head, '\n', ...drawLines(body), '\n'),
  );
}
