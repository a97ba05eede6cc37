import { cleanLine } from '#conversation/wording/clean-line.ts';
import { cutLabel, fitText } from '#conversation/wording/fit-text.ts';
import { breakMentions } from './break-mentions.ts';
import { escapeDiscord } from './escape.ts';

/** A text in parts that are each at most so long once rendered, cut as `fitText` cuts. None for a text without any words. */
export function fitDiscordText(
  text: string,
  maxCharacters: number,
  render: (text: string) => string = escapeDiscord,
): string[] {
  return fitText(cleanLine(text), (part) => render(part).length <= maxCharacters).map(render);
}

/** Words for a button or a menu, where no mark means anything; cut between words where they are too long. */
export function cutDiscordLabel(text: string, maxCharacters: number): string {
  return cutLabel(breakMentions(cleanLine(text)), maxCharacters);
}
