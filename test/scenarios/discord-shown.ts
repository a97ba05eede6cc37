import { placeComponents } from '../../local/discord-server/validate-components.ts';
import type { DiscordMessage, JsonObject } from '../../local/discord-server/world-model.ts';

/** Something below a message that can be pressed or chosen. */
export interface ShownControl {
  readonly label: string;
  readonly customId: string;
  /** Of a menu's option; undefined for a button. */
  readonly value: string | undefined;
}

/** The words of a message as Discord shows them: marks done, escapes gone, days in the reader's calendar, addresses behind links beside their words. */
export function readShownWords({ content, embeds }: Pick<DiscordMessage, 'content' | 'embeds'>): string {
  const texts = embeds.flatMap(({ title, description, footer }) => [title, description, (footer as JsonObject)?.text]);
  return [content, ...texts]
    .filter((text) => typeof text === 'string')
    .join('\n')
    .replace(/<t:(\d+):D>/g, (_, seconds: string) => new Date(Number(seconds) * 1000).toISOString().slice(0, 10))
    .replace(/(?<!\\)\[((?:\\.|[^\]\\])+)\]\(<([^>]+)>\)/g, '$1 $2')
    .replace(/(?<!\\)<(https?:[^>\s]+)>/g, '$1')
    .replace(/^(?:> |-# |- )/gm, '')
    .replace(/(?<!\\)\*{1,2}/g, '')
    .replace(/\\([^\s\w])/g, '$1')
    .replaceAll('\\_', '_')
    .replaceAll('\u200b', '');
}

/** Buttons that can be pressed, and the options of menus, in reading order. */
export function readControls({ components }: Pick<DiscordMessage, 'components'>): ShownControl[] {
  return placeComponents(components, []).flatMap(({ component }) => {
    const { label, custom_id: customId, disabled, options, emoji } = component;
    if (Array.isArray(options)) {
      return options.map((option) => ({ label: option.label, customId: String(customId), value: option.value }));
    }
    if (typeof label !== 'string' || disabled === true) return [];
    const sign = (emoji as JsonObject | undefined)?.name;
    return [{ label: sign ? `${sign} ${label}` : label, customId: String(customId), value: undefined }];
  });
}
