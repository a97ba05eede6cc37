/** Slack's markup for everything that is not plain text: mentions, channels, links, dates, commands. */
const token = /<([@#!]?)([^<>|]*)(?:\|([^<>]*))?>/g;
const entities: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&amp;': '&' };

/**
 * A message as its writer typed it: the bot's own mention taken out wherever it stands, links by their words, the marks of
 * bold, italic, struck and code words removed, Slack's entities turned back.
 */
export function readSlackText(text: string, botUserId: string | undefined): string {
  return text
    .replace(token, (_all, sign: string, id: string, label: string | undefined) =>
      readToken(sign, id, label, botUserId),
    )
    .replace(/(?<![\p{L}\p{N}])([*_~`]{1,3})(?=\S)([^\n]*?\S)\1(?![\p{L}\p{N}])/gu, '$2')
    .replace(/&(?:lt|gt|amp);/g, (entity) => entities[entity] ?? entity)
    .replace(/[ \t]+/g, ' ')
    .trim();
}

function readToken(sign: string, id: string, label: string | undefined, botUserId: string | undefined): string {
  switch (sign) {
    case '@':
      if (id === botUserId) return ' ';
      return `@${label || id}`;
    case '#':
      return `#${label || id}`;
    case '!':
      // Dates bring the text to show instead of them; groups and broadcasts are nobody's product.
      return label?.replace(/^@/, '') ?? (id.startsWith('date^') ? '' : id.replace(/\^.*$/, ''));
    default:
      return label || id.replace(/^mailto:/, '');
  }
}
