import type { JsonObject } from './slack-json.ts';
import type { Workspace } from './slack-world.ts';

/** What a person's typing becomes: Slack's text with its tokens, and the rich text blocks that go with it. */
export interface TypedText {
  readonly text: string;
  readonly blocks: readonly JsonObject[];
  readonly mentionsBot: boolean;
}

const token = /@(?<name>[a-z][\w-]*)|(?<url>https?:\/\/[^\s<>]+)/gi;

/**
 * Reads plain typing: `@bot` (or its name) is our bot, `@channel`, `@here` and `@everyone` are the broadcasts, `@ann` a person of the workspace,
 * web addresses become links, and everything else is escaped as Slack does it.
 */
export function composeTypedText(typed: string, workspace: Workspace, botName?: string): TypedText {
  const parts: { text: string; element: JsonObject }[] = [];
  let end = 0;
  let mentionsBot = false;
  const addWords = (words: string) => {
    if (words !== '') parts.push({ text: escapeText(words), element: { type: 'text', text: words } });
  };
  for (const match of typed.matchAll(token)) {
    const { name, url } = match.groups ?? {};
    const found =
      url === undefined
        ? findMention(name ?? '', workspace, botName)
        : { text: `<${escapeText(url)}>`, element: { type: 'link', url } };
    if (found === undefined) continue;
    mentionsBot ||= found.element.user_id === workspace.botUserId;
    addWords(typed.slice(end, match.index));
    parts.push(found);
    end = match.index + match[0].length;
  }
  addWords(typed.slice(end));
  const section = { type: 'rich_text_section', elements: parts.map(({ element }) => element) };
  return {
    text: parts.map(({ text }) => text).join(''),
    blocks: parts.length === 0 ? [] : [{ type: 'rich_text', elements: [section] }],
    mentionsBot,
  };
}

function findMention(
  name: string,
  workspace: Workspace,
  botName: string | undefined,
): { text: string; element: JsonObject } | undefined {
  if (['channel', 'here', 'everyone'].includes(name))
    return { text: `<!${name}>`, element: { type: 'broadcast', range: name } };
  const person = [...workspace.people.values()].find((known) => known.name === name);
  const id = name === 'bot' || name === botName ? workspace.botUserId : person?.id;
  return id === undefined ? undefined : { text: `<@${id}>`, element: { type: 'user', user_id: id } };
}

const escapeText = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
