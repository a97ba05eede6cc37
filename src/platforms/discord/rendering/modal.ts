import { type APIModalInteractionResponseCallbackData, ComponentType, TextInputStyle } from 'discord.js';
import { cleanLine } from '#conversation/wording/clean-line.ts';
import { discordLimits as limits } from '#platforms/discord/text/limits.ts';

/** The `custom_id` of the modal; no action's id looks like it. */
export const askModalId = 'modal:ask';
/** The `custom_id` of the button that opens it; below a post, a colon and the post's own id come behind. */
export const askButtonId = 'modal:open';
/** The `custom_id` of its only input. */
export const askModalInputId = 'question';

/** A modal to ask in, with a text in it to begin with; what is too long to be read anyway is cut at a word. */
export function buildAskModal(options: {
  /** The longest question that is read. */
  readonly maxCharacters: number;
  readonly text?: string;
}): APIModalInteractionResponseCallbackData {
  const maxCharacters = Math.min(options.maxCharacters, limits.textInputValue);
  const value = cutAtWord(cleanLine(options.text ?? ''), maxCharacters);
  return {
    custom_id: askModalId,
    title: 'Ask what runs on Arm',
    components: [
      {
        type: ComponentType.Label,
        label: 'Your question',
        description: 'In your own words: which product, and on which machine?',
        component: {
          type: ComponentType.TextInput,
          custom_id: askModalInputId,
          style: TextInputStyle.Paragraph,
          placeholder: 'does samba run on armv6?',
          min_length: 1,
          max_length: maxCharacters,
          required: true,
          ...(value && { value }),
        },
      },
    ],
  };
}

/** The person sees and can change what is left, so that nothing is marked. */
function cutAtWord(text: string, maxCharacters: number): string {
  if (text.length <= maxCharacters) return text;
  const blank = text.lastIndexOf(' ', maxCharacters);
  return text.slice(0, blank > 0 ? blank : maxCharacters).replace(/[\uD800-\uDBFF]$/, '');
}
