import { type Drawn, draw, drawLines } from './drawn.ts';

/** What ids stand for; undefined where nobody knows. */
export interface DiscordNames {
  readonly user: (id: string) => string | undefined;
  readonly channel: (id: string) => string | undefined;
  readonly role: (id: string) => string | undefined;
}

export const noDiscordNames: DiscordNames = {
  user: () => undefined,
  channel: () => undefined,
  role: () => undefined,
};

const token = new RegExp(
  [
    /\\(?<escaped>[^a-z\d\s])/,
    /`(?<code>[^`\n]+)`/,
    /\*\*(?<bold>.+?)\*\*(?!\*)/,
    /__(?<underlined>.+?)__(?!_)/,
    /~~(?<struck>.+?)~~/,
    /\|\|(?<spoiler>.+?)\|\|/,
    /(?<![\w*])(?<sign>[*_])(?<italic>[^\s*_](?:[^*_\n]*[^\s*_])?)\k<sign>(?!\w)/,
    /\[(?<words>(?:\\.|[^\]\\\n])+)\]\(\s*<?(?<url>https?:\/\/[^\s<>)]+)>?\s*\)/,
    /<(?<bracketed>https?:\/\/[^\s<>]+)>/,
    /(?<bare>https?:\/\/[^\s<>)\]]*[^\s<>)\].,:;!?*_~|])/,
    /<t:(?<seconds>\d{1,13})(?::(?<form>[tTdDfFR]))?>/,
    /<(?<mark>@[!&]?|#)(?<id>\d+)>/,
    /<\/(?<command>[^:<>\n]+):\d+>/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'gsu',
);

/** A text as Discord's client shows its markdown, line by line. docs.discord.com/developers/reference#message-formatting */
export function drawDiscordMarkdown(text: string, names: DiscordNames): Drawn[] {
  const parts = text.split(/```(?:[\w+-]*\n)?([\s\S]+?)```/);
  return drawLines(
    parts.flatMap((part, at) => {
      if (at % 2 === 1) return [draw('pre', {}, part)];
      if (part === '' && parts.length > 1) return [];
      return part.split('\n').map((line) => drawLine(line, names));
    }),
  );
}

function drawLine(line: string, names: DiscordNames): Drawn {
  const heading = /^(#{1,3}) +(?=\S)/.exec(line);
  if (heading !== null) {
    return draw(`h${2 + (heading[1] ?? '').length}`, {}, ...drawInline(line.slice(heading[0].length), names));
  }
  if (line.startsWith('> ')) return draw('blockquote', {}, ...drawInline(line.slice(2), names));
  if (/^[-*] /.test(line)) return draw('p', {}, '• ', ...drawInline(line.slice(2), names));
  if (line.startsWith('-# ')) return draw('p', { class: 'small' }, ...drawInline(line.slice(3), names));
  return draw('p', {}, ...drawInline(line, names));
}

function drawInline(text: string, names: DiscordNames): Drawn[] {
  const drawn: Drawn[] = [];
  let end = 0;
  for (const match of text.matchAll(token)) {
    if (match.index > end) drawn.push(text.slice(end, match.index));
    drawn.push(drawToken(match.groups ?? {}, names));
    end = match.index + match[0].length;
  }
  if (end < text.length) drawn.push(text.slice(end));
  return drawn;
}

function drawToken(found: Readonly<Record<string, string | undefined>>, names: DiscordNames): Drawn {
  const inside = (words: string) => drawInline(words, names);
  if (found.escaped !== undefined) return found.escaped;
  if (found.code !== undefined) return draw('code', {}, found.code);
  if (found.bold !== undefined) return draw('strong', {}, ...inside(found.bold));
  if (found.underlined !== undefined) return draw('u', {}, ...inside(found.underlined));
  if (found.struck !== undefined) return draw('s', {}, ...inside(found.struck));
  if (found.spoiler !== undefined) return draw('span', { class: 'spoiler', tabindex: '0' }, ...inside(found.spoiler));
  if (found.italic !== undefined) return draw('em', {}, ...inside(found.italic));
  if (found.words !== undefined) return draw('a', { href: found.url ?? '' }, ...inside(found.words));
  const url = found.bracketed ?? found.bare;
  if (url !== undefined) return draw('a', { href: url }, url);
  if (found.seconds !== undefined) return draw('time', {}, formatMoment(Number(found.seconds), found.form));
  if (found.command !== undefined) return draw('span', { class: 'mention' }, `/${found.command}`);
  return draw('span', { class: 'mention' }, nameOf(found.mark ?? '', found.id ?? '', names));
}

function nameOf(mark: string, id: string, names: DiscordNames): string {
  if (mark === '#') return `#${names.channel(id) ?? id}`;
  return `@${(mark === '@&' ? names.role(id) : names.user(id)) ?? id}`;
}

type Form = Intl.DateTimeFormatOptions;
const forms: Readonly<Record<string, Form>> = {
  t: { timeStyle: 'short' },
  T: { timeStyle: 'medium' },
  d: { dateStyle: 'short' },
  D: { dateStyle: 'long' },
  F: { dateStyle: 'full', timeStyle: 'short' },
};

/** In universal time, so that a picture is the same wherever it is drawn. */
function formatMoment(seconds: number, form = 'f'): string {
  const moment = new Date(seconds * 1000);
  if (Number.isNaN(moment.getTime())) return String(seconds);
  return moment.toLocaleString('en-US', {
    ...(forms[form] ?? { dateStyle: 'long', timeStyle: 'short' }),
    timeZone: 'UTC',
  });
}
