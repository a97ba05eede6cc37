import { blankOutCode, listRenderedTexts } from './message-texts.ts';
import type { JsonObject } from './world-model.ts';

const markup = /@everyone|@here|<@[!&]?\d+>|<#\d+>|<\/[^\n<>:]{1,100}:\d+>|<id:[a-z-]+>/g;

/**
 * What Discord would render as a mention in a body's content, components or embeds, whether or not it may ping.
 * An odd number of backslashes before it, or code around it, makes it plain text.
 */
export function findMentionMarkup(body: JsonObject): string[] {
  const found = listRenderedTexts(body).flatMap((text) => {
    const shown = blankOutCode(text);
    return [...shown.matchAll(markup)].filter(({ index }) => !isEscaped(shown, index)).map(([mark]) => mark);
  });
  return [...new Set(found)];
}

function isEscaped(text: string, index: number): boolean {
  const backslashes = /\\*$/.exec(text.slice(0, index))?.[0].length ?? 0;
  return backslashes % 2 === 1;
}
