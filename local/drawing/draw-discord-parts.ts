import { type DiscordNames, drawDiscordMarkdown } from './draw-discord-markdown.ts';
import { type Drawn, draw, drawRaw } from './drawn.ts';
import { isJsonObject, type JsonObject, listObjects, readText } from './read-json.ts';

/** What a message or the answer to an interaction shows. */
export interface DiscordParts {
  readonly content?: unknown;
  readonly embeds?: unknown;
  readonly components?: unknown;
}

/** The text, the embeds and the components, each a part for itself. */
export function drawDiscordParts({ content, embeds, components }: DiscordParts, names: DiscordNames): Drawn[] {
  const text = readText(content);
  return [
    ...(text === '' ? [] : [draw('div', { class: 'content' }, ...drawDiscordMarkdown(text, names))]),
    ...(Array.isArray(embeds) ? embeds : []).map((embed) => drawEmbed(embed, names)),
    ...(Array.isArray(components) ? components : []).map((component) => drawComponent(component, names)),
  ];
}

// docs.discord.com/developers/components/reference
const kinds: Readonly<Record<number, (component: JsonObject, names: DiscordNames) => Drawn>> = {
  1: ({ components }, names) =>
    draw('div', { class: 'buttons' }, ...listObjects(components).map((part) => drawComponent(part, names))),
  2: drawButton,
  3: drawMenu,
  4: drawTextInput,
  9: ({ components, accessory }, names) =>
    draw(
      'div',
      {},
      ...[...listObjects(components), ...listObjects([accessory])].map((part) => drawComponent(part, names)),
    ),
  10: ({ content }, names) => draw('div', { class: 'content' }, ...drawDiscordMarkdown(readText(content), names)),
  14: () => draw('hr', {}),
  17: ({ components, accent_color: colour }, names) =>
    drawBox(
      colour,
      listObjects(components).map((part) => drawComponent(part, names)),
    ),
  18: ({ label, description, component }, names) =>
    draw(
      'label',
      {},
      draw('span', {}, readText(label)),
      ...(description ? [draw('span', { class: 'small' }, readText(description))] : []),
      drawComponent(component, names),
    ),
};

/** A component of a message or modal; one of a kind that is not known here is shown as it came. */
export function drawComponent(component: unknown, names: DiscordNames): Drawn {
  if (!isJsonObject(component)) return drawRaw(component);
  return kinds[Number(component.type)]?.(component, names) ?? drawRaw(component);
}

function drawButton({ label, emoji, url, custom_id: id, disabled }: JsonObject): Drawn {
  const sign = isJsonObject(emoji) ? readText(emoji.name) : '';
  const words = [sign, readText(label)].filter(Boolean).join(' ');
  if (url !== undefined) return draw('a', { href: readText(url), class: 'button' }, words);
  const value = `press:${JSON.stringify([id])}`;
  return draw('button', { name: 'do', value, class: 'button', disabled: disabled === true ? true : undefined }, words);
}

function drawMenu({ custom_id: id, placeholder, options, max_values: most, disabled }: JsonObject): Drawn {
  const isDisabled = disabled === true ? true : undefined;
  const choices = listObjects(options).map(({ label, value, description, default: isChosen }) =>
    draw(
      'option',
      { value: readText(value), selected: isChosen === true ? true : undefined },
      [readText(label), readText(description)].filter(Boolean).join(' – '),
    ),
  );
  const name = `field:${readText(id)}`;
  const multiple = Number(most ?? 1) > 1 ? true : undefined;
  return draw(
    'span',
    { class: 'menu-of-options' },
    draw(
      'select',
      { name, 'aria-label': readText(placeholder) || 'Options', multiple, disabled: isDisabled },
      ...choices,
    ),
    draw(
      'button',
      { name: 'do', value: `choose:${JSON.stringify([id])}`, class: 'button', disabled: isDisabled },
      'Choose',
    ),
  );
}

/** Of an older modal, with a label of its own, or inside a label. */
function drawTextInput({ custom_id: id, style, label, ...input }: JsonObject): Drawn {
  const attributes = {
    name: `field:${readText(id)}`,
    placeholder: readText(input.placeholder) || undefined,
    maxlength: input.max_length === undefined ? undefined : String(input.max_length),
    required: input.required === false ? undefined : (true as const),
  };
  const value = readText(input.value);
  const field =
    style === 2
      ? draw('textarea', { ...attributes, rows: '4' }, value)
      : draw('input', { ...attributes, type: 'text', value, autocomplete: 'off' });
  return label === undefined ? field : draw('label', {}, draw('span', {}, readText(label)), field);
}

const drawnMembers = ['type', 'color', 'title', 'url', 'description', 'fields', 'footer', 'author', 'timestamp'];

function drawEmbed(embed: unknown, names: DiscordNames): Drawn {
  if (!isJsonObject(embed)) return drawRaw(embed);
  const { color, title, url, description, fields, footer, author, timestamp } = embed;
  const unknown = Object.entries(embed).filter(([name]) => !drawnMembers.includes(name));
  const byLine = [isJsonObject(footer) ? readText(footer.text) : '', readText(timestamp)].filter(Boolean).join(' • ');
  const words = drawDiscordMarkdown(readText(title), names);
  const parts = [
    ...(isJsonObject(author) ? [draw('p', { class: 'small' }, readText(author.name))] : []),
    ...(title === undefined
      ? []
      : [draw('strong', {}, ...(url ? [draw('a', { href: readText(url) }, ...words)] : words))]),
    ...(description === undefined ? [] : drawDiscordMarkdown(readText(description), names)),
    ...listObjects(fields).flatMap((field) => [
      draw('strong', {}, ...drawDiscordMarkdown(readText(field.name), names)),
      ...drawDiscordMarkdown(readText(field.value), names),
    ]),
    ...(byLine === '' ? [] : [draw('p', { class: 'small' }, byLine)]),
    ...(unknown.length === 0 ? [] : [drawRaw(Object.fromEntries(unknown))]),
  ];
  return drawBox(color, parts);
}

function drawBox(colour: unknown, parts: readonly Drawn[]): Drawn {
  const border = typeof colour === 'number' ? `#${Math.trunc(colour).toString(16).padStart(6, '0')}` : undefined;
  return draw('div', { class: 'embed', style: border && `border-color:${border}` }, ...parts);
}
