import { drawMention, type SlackNames } from './draw-slack-inline.ts';
import { type Drawn, draw } from './drawn.ts';

const token =
  /```(?<block>[\s\S]+?)```|`(?<code>[^`\n]+)`|<(?<mark>[^<>\n]+)>|(?<![\p{L}\p{N}])(?<sign>[*_~])(?<styled>\S|\S[^\n]*?\S)\k<sign>(?![\p{L}\p{N}])/gu;
const tags: Readonly<Record<string, string>> = { '*': 'strong', _: 'em', '~': 's' };

/** A text in Slack's own markup. docs.slack.dev/messaging/formatting-message-text */
export function drawSlackMrkdwn(text: string, names: SlackNames): Drawn[] {
  // A run of quoted lines is one quote.
  const parts = text.split(/((?:^(?:>|&gt;).*(?:\n|$))+)/m).filter((part) => part !== '');
  return parts.flatMap((part) => {
    if (!/^(?:>|&gt;)/.test(part)) return drawInline(part, names);
    const quoted = part.replace(/\n$/, '').replace(/^(?:>|&gt;) ?/gm, '');
    return [draw('blockquote', {}, ...drawInline(quoted, names))];
  });
}

function drawInline(text: string, names: SlackNames): Drawn[] {
  const drawn: Drawn[] = [];
  let end = 0;
  for (const match of text.matchAll(token)) {
    if (match.index > end) drawn.push(unescapeSlack(text.slice(end, match.index)));
    drawn.push(drawToken(match.groups ?? {}, names));
    end = match.index + match[0].length;
  }
  if (end < text.length) drawn.push(unescapeSlack(text.slice(end)));
  return drawn;
}

function drawToken({ block, code, mark, sign = '', styled = '' }: Record<string, string>, names: SlackNames): Drawn {
  if (block !== undefined) return draw('pre', {}, unescapeSlack(block));
  if (code !== undefined) return draw('code', {}, unescapeSlack(code));
  if (mark !== undefined) return drawMark(mark, names);
  return draw(tags[sign] ?? 'span', {}, ...drawInline(styled, names));
}

function drawMark(mark: string, names: SlackNames): Drawn {
  const [target = '', label] = mark.split('|', 2).map(unescapeSlack);
  if (target.startsWith('@')) return drawMention(`@${label ?? names.user(target.slice(1)) ?? target.slice(1)}`);
  if (target.startsWith('#')) return drawMention(`#${label ?? names.channel(target.slice(1)) ?? target.slice(1)}`);
  if (target.startsWith('!')) return drawMention(label ?? `@${target.slice(1)}`);
  return draw('a', { href: target }, label ?? target);
}

function unescapeSlack(text: string): string {
  return text.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&');
}
