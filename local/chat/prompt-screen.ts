import type { Drawn } from '../drawing/drawn.ts';
import { renderText, type TextControl } from '../drawing/render-text.ts';
import type { LocalChat } from './local-chat.ts';

/** What a terminal has shown of a chat, and what can be pressed there by its number. */
export interface PromptScreen {
  /** What is new or has changed there since the last look; its numbers, where it has some, replace the earlier ones. */
  readonly look: (place: string) => string;
  readonly find: (number: number) => TextControl | undefined;
}

export function createPromptScreen(chat: LocalChat): PromptScreen {
  const shown = new Map<string, string>();
  let controls: readonly TextControl[] = [];
  const none = { number: () => 0 };
  return {
    look(place) {
      const fresh = chat.draw(place).filter((part, at) => {
        const key = `${place} ${idOf(part) ?? at}`;
        const words = renderText([part], none);
        const isNew = shown.get(key) !== words;
        shown.set(key, words);
        return isNew;
      });
      const news = fresh.filter((part) => !isEcho(part));
      const found: TextControl[] = [];
      const words = news.map((part) => renderText([part], { number: (control) => found.push(control) })).join('\n\n');
      if (found.length > 0) controls = found;
      return words;
    },
    find: (number) => controls[number - 1],
  };
}

function idOf(part: Drawn): string | undefined {
  return typeof part === 'string' || part.attributes.id === undefined ? undefined : String(part.attributes.id);
}

/** What was typed here a moment ago is there to be read already. */
function isEcho(part: Drawn): boolean {
  return typeof part !== 'string' && part.attributes.class === 'own';
}
