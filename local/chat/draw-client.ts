// What a platform's client draws itself, around what the bot sends.
import { type Drawn, type DrawnElement, draw } from '../drawing/drawn.ts';

/** A form that tells where it stands. */
export function drawForm(place: string, target: string, ...children: readonly Drawn[]): DrawnElement {
  return draw('form', { method: 'post', action: '/do' }, hidden('place', place), hidden('target', target), ...children);
}

/** The menu of a message: what can be done with it. */
export function drawMenu(label: string, ...children: readonly Drawn[]): DrawnElement {
  return draw('details', { class: 'client menu' }, draw('summary', { 'aria-label': label }, '⋯'), ...children);
}

/** A remark of the client. */
export function drawRemark(words: string): DrawnElement {
  return draw('div', { class: 'remark' }, words);
}

/** A window above the conversation; `submit` and `close` are its buttons' words. */
export function drawModal(modal: {
  readonly id: string;
  readonly place: string;
  readonly title: string;
  readonly body: readonly Drawn[];
  readonly submit: string | undefined;
  readonly close: string;
}): DrawnElement {
  const { id, place, title, body, submit, close } = modal;
  const press = (verb: string, words: string, more = {}) =>
    draw('button', { name: 'do', value: verb, class: 'button', ...more }, words);
  const buttons = [
    ...(submit === undefined ? [] : [press('submit', submit)]),
    press('close', close, { formnovalidate: true }),
  ];
  // Enter in a field presses a form's first button.
  const byEnter =
    submit === undefined
      ? []
      : [press('submit', submit, { class: 'client hidden', tabindex: '-1', 'aria-hidden': 'true' })];
  return draw(
    'section',
    { class: 'modal', id: `modal-${id}`, role: 'dialog', 'aria-label': title },
    draw('h2', {}, title),
    drawForm(place, id, ...byEnter, ...body, draw('div', { class: 'buttons' }, ...buttons)),
  );
}

/** The time of day, as the machine has it. */
export function formatTime(ms: number): string {
  return new Date(ms).toLocaleTimeString('en-US', { timeStyle: 'short' });
}

function hidden(name: string, value: string): DrawnElement {
  return draw('input', { type: 'hidden', name, value });
}
