/** What is written beside words, as Discord formats them; each group holds the words. */
const marksAroundWords: readonly RegExp[] = [
  /```(?:[\w+#.-]+\n)?([\s\S]+?)```/g,
  /(?<!\\)(?<!(?:^|[^\\])`)`+([^`]+)`+/g,
  /(?<!\\)\|\|([\s\S]+?)\|\|/g,
  /(?<!\\)~~([\s\S]+?)~~/g,
  /(?<![\\*])\*{1,3}(?=[^\s*])((?:\\[\s\S]|[^*\\])+?)(?<=\S)\*{1,3}(?!\*)/g,
  /(?<![\\\p{L}\p{N}_])_{1,3}(?=[^\s_])([\s\S]+?)(?<=\S)_{1,3}(?![\p{L}\p{N}_])/gu,
];

/**
 * What a person typed into Discord, from the content of their message: without the bot's mention wherever it stands,
 * other mentions by name, words without the marks around them, links as their words. One line.
 *
 * `names`: by id, of the people, roles and channels that the message mentions.
 */
export function readDiscordText(
  content: string,
  botUserId: string,
  names: ReadonlyMap<string, string> = new Map(),
): string {
  const name = (mark: string, id: string, otherwise: string) => `${mark}${names.get(id) ?? otherwise}`;
  let text = removeBotMention(content.replace(/[ \t]+/g, ' '), botUserId)
    .replace(/<@!?(\d+)>/g, (_, id: string) => name('@', id, 'somebody'))
    .replace(/<@&(\d+)>/g, (_, id: string) => name('@', id, 'role'))
    .replace(/<#(\d+)>/g, (_, id: string) => name('#', id, 'channel'))
    .replace(/<\/([^\n<>:]+):\d+>/g, '/$1')
    .replace(/<id:([a-z-]+)>/g, '$1')
    .replace(/<a?(:\w+:)\d+>/g, '$1')
    .replace(/<t:(-?\d{1,12})(?::[a-zA-Z])?>/g, (mark, seconds: string) => readDay(Number(seconds)) ?? mark)
    .replace(/(?<!\\)\[([^\]\n]+)\]\(\s*<?[a-z]+:[^\s<>]+?>?(?:\s+"[^"\n]*")?\s*\)/gi, '$1')
    .replace(/<(https?:\/\/[^\s<>]+)>/gi, '$1')
    .replace(/^[ \t]*(?:>{3}|>|#{1,3}|-#|[-*+])[ \t]+/gm, '');
  for (const marks of marksAroundWords) text = text.replace(marks, '$1');
  return text
    .replace(/\\([^0-9A-Za-z\s])/g, '$1')
    .replace(/[\p{Cc}\p{Z}\s]+/gu, ' ')
    .trim();
}

/** With the comma before it; what remains is a sentence as it would be without the address. */
function removeBotMention(content: string, botUserId: string): string {
  const mention = new RegExp(` ?,? ?<@!?${botUserId}> ?([?!.,;:]?)`, 'g');
  if (!mention.test(content)) return content;
  return content.replace(mention, (_, punctuation: string) => punctuation || ' ').replace(/^[\s,:;–—-]+/, '');
}

/** As a day in UTC: the asker's zone is not known, and questions are about days. */
function readDay(seconds: number): string | undefined {
  const date = new Date(seconds * 1000);
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString().slice(0, 10);
}
