import { placeComponents } from './validate-components.ts';
import type { JsonObject } from './world-model.ts';

const textDisplay = 10;

/** The texts of a sent body that can ping: the content and the text components, never the embeds. */
export function listPingingTexts(body: JsonObject): string[] {
  const components = placeComponents((body.components ?? []) as JsonObject[], []);
  const displayed = components.filter(({ component }) => component.type === textDisplay);
  return keepTexts([body.content, ...displayed.map(({ component }) => component.content)]);
}

/** The texts of a sent body in which Discord renders Markdown: content, text components, and all of an embed but footer and author. */
export function listRenderedTexts(body: JsonObject): string[] {
  const embeds = ((body.embeds ?? []) as JsonObject[]).flatMap(({ title, description, fields }) => [
    title,
    description,
    ...((fields ?? []) as JsonObject[]).flatMap(({ name, value }) => [name, value]),
  ]);
  return [...listPingingTexts(body), ...keepTexts(embeds)];
}

function keepTexts(values: readonly unknown[]): string[] {
  return values.filter((value): value is string => typeof value === 'string' && value !== '');
}

/** The text with code blocks and code spans blanked out: Discord shows what is in them as it stands. */
export function blankOutCode(text: string): string {
  const blank = (match: string) => ' '.repeat(match.length);
  // A backslash keeps a backtick from opening a span; inside a span it means nothing.
  return text.replace(/(?<!\\)```[\s\S]+?```/g, blank).replace(/(?<![\\`])(`{1,2})(?!`)[\s\S]*?[^`]\1(?!`)/g, blank);
}
