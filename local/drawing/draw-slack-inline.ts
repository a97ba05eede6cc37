import { type Drawn, draw, drawRaw } from './drawn.ts';
import { isJsonObject, type JsonObject, listObjects, readText } from './read-json.ts';

/** What ids stand for; undefined where nobody knows. */
export interface SlackNames {
  readonly user: (id: string) => string | undefined;
  readonly channel: (id: string) => string | undefined;
}

export const noNames: SlackNames = { user: () => undefined, channel: () => undefined };

const styleTags = [
  ['code', 'code'],
  ['strike', 's'],
  ['underline', 'u'],
  ['highlight', 'mark'],
  ['italic', 'em'],
  ['bold', 'strong'],
] as const;

/** The elements of a line of rich text. docs.slack.dev/reference/block-kit/blocks/rich-text-block */
export function drawSlackInline(elements: unknown, names: SlackNames): Drawn[] {
  return listObjects(elements).map((element) => drawOne(element, names));
}

/** Somebody, or a channel, marked as a mention. */
export function drawMention(text: string): Drawn {
  return draw('span', { class: 'mention' }, text);
}

function drawOne(element: JsonObject, names: SlackNames): Drawn {
  const content = drawContent(element, names);
  if (content === undefined) return drawRaw(element);
  const style = isJsonObject(element.style) ? element.style : {};
  return styleTags.reduce((inner, [name, tag]) => (style[name] === true ? draw(tag, {}, inner) : inner), content);
}

function drawContent(element: JsonObject, names: SlackNames): Drawn | undefined {
  switch (element.type) {
    case 'text':
      return readText(element.text);
    case 'link':
      return draw('a', { href: readText(element.url) }, readText(element.text) || readText(element.url));
    case 'user':
      return drawMention(`@${names.user(readText(element.user_id)) ?? readText(element.user_id)}`);
    case 'usergroup':
      return drawMention(`@${readText(element.usergroup_id)}`);
    case 'channel':
      return drawMention(`#${names.channel(readText(element.channel_id)) ?? readText(element.channel_id)}`);
    case 'broadcast':
      return drawMention(`@${readText(element.range)}`);
    case 'emoji':
      return drawEmoji(element);
    case 'date':
      return draw('time', {}, readText(element.fallback) || new Date(Number(element.timestamp) * 1000).toUTCString());
    default:
      return undefined;
  }
}

function drawEmoji({ unicode, name }: JsonObject): string {
  const points = readText(unicode).split('-');
  const isCode = points.every((point) => /^[0-9a-f]{2,5}$/i.test(point));
  return isCode ? String.fromCodePoint(...points.map((point) => Number.parseInt(point, 16))) : `:${readText(name)}:`;
}
