import { drawSlackElement, drawSlackSelect } from './draw-slack-element.ts';
import { drawSlackInline, type SlackNames } from './draw-slack-inline.ts';
import { drawSlackMrkdwn } from './draw-slack-mrkdwn.ts';
import { type Drawn, draw, drawRaw } from './drawn.ts';
import { isJsonObject, type JsonObject, listObjects, readText } from './read-json.ts';

type DrawBlock = (block: JsonObject, names: SlackNames) => readonly Drawn[];

// docs.slack.dev/reference/block-kit/blocks
const kinds: Readonly<Record<string, DrawBlock>> = {
  rich_text: ({ elements }, names) => listObjects(elements).map((element) => drawRichText(element, names)),
  section: ({ text, fields, accessory }, names) => [
    ...(text === undefined ? [] : [draw('div', { class: 'text' }, ...drawSlackText(text, names))]),
    ...listObjects(fields).map((field) => draw('div', { class: 'text' }, ...drawSlackText(field, names))),
    ...(isJsonObject(accessory) ? [drawButtons([drawSlackElement(accessory)])] : []),
  ],
  header: ({ text }, names) => [draw('h3', {}, ...drawSlackText(text, names))],
  context: ({ elements }, names) => [
    draw(
      'div',
      { class: 'context' },
      ...listObjects(elements).flatMap((part) =>
        part.type === 'image' ? [drawSlackElement(part)] : drawSlackText(part, names),
      ),
    ),
  ],
  divider: () => [draw('hr', {})],
  image: (block, names) => [
    ...(block.title === undefined ? [] : drawSlackText(block.title, names)),
    drawSlackElement(block),
  ],
  actions: ({ elements }) => [drawButtons(listObjects(elements).map(drawSlackElement))],
  context_actions: ({ elements }) => [drawButtons(listObjects(elements).map(drawSlackElement))],
  input: (block, names) => [drawInput(block, names)],
  table: ({ rows }, names) => [
    draw(
      'table',
      {},
      ...(Array.isArray(rows) ? rows : []).map((row) =>
        draw('tr', {}, ...listObjects(row).map((cell) => draw('td', {}, ...drawCell(cell, names)))),
      ),
    ),
  ],
};

/** Blocks as Slack's client shows them, each for itself; one of a kind that is not known here is shown as it came. */
export function drawSlackBlocks(blocks: unknown, names: SlackNames): Drawn[] {
  return (Array.isArray(blocks) ? blocks : []).map((block: unknown) => {
    const drawKind = isJsonObject(block) ? kinds[readText(block.type)] : undefined;
    const content = isJsonObject(block) && drawKind ? drawKind(block, names) : [drawRaw(block)];
    return draw('div', { class: 'block' }, ...content);
  });
}

/** A text object: plain, or in Slack's markup. */
export function drawSlackText(text: unknown, names: SlackNames): readonly Drawn[] {
  if (!isJsonObject(text)) return [drawRaw(text)];
  if (text.type === 'plain_text') return [readText(text.text)];
  return text.type === 'mrkdwn' ? drawSlackMrkdwn(readText(text.text), names) : [drawRaw(text)];
}

function drawButtons(elements: readonly Drawn[]): Drawn {
  return draw('div', { class: 'buttons' }, ...elements);
}

function drawRichText(element: JsonObject, names: SlackNames): Drawn {
  switch (element.type) {
    case 'rich_text_section':
      return draw('div', {}, ...drawSlackInline(element.elements, names));
    case 'rich_text_quote':
      return draw('blockquote', {}, ...drawSlackInline(element.elements, names));
    case 'rich_text_preformatted':
      return draw('pre', {}, ...drawSlackInline(element.elements, names));
    case 'rich_text_list': {
      const items = listObjects(element.elements).map((item) => draw('li', {}, drawRichText(item, names)));
      return draw(element.style === 'ordered' ? 'ol' : 'ul', {}, ...items);
    }
    default:
      return drawRaw(element);
  }
}

function drawInput(block: JsonObject, names: SlackNames): Drawn {
  const isMenu =
    isJsonObject(block.element) && ['static_select', 'radio_buttons'].includes(readText(block.element.type));
  const drawField = isMenu ? drawSlackSelect : drawSlackElement;
  const element = isJsonObject(block.element) ? drawField(block.element) : drawRaw(block.element);
  const label = draw('label', {}, draw('span', {}, ...drawSlackText(block.label, names)), element);
  // Pressing Enter in the field is what tells the app.
  const id = isJsonObject(block.element) ? readText(block.element.action_id) : '';
  const ask = draw('button', { name: 'do', value: `enter:${JSON.stringify([id])}`, class: 'button' }, '⏎ Enter');
  const hint = block.hint === undefined ? [] : [draw('div', { class: 'context' }, ...drawSlackText(block.hint, names))];
  return draw('div', { class: 'input' }, label, ...hint, ...(block.dispatch_action === true ? [ask] : []));
}

function drawCell(cell: JsonObject, names: SlackNames): readonly Drawn[] {
  if (cell.type === 'raw_text' || cell.type === 'raw_number') return [readText(cell.text)];
  return drawSlackBlocks([cell], names);
}
