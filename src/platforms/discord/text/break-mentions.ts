/** Parts what Discord would read as one mark; readers do not see it. */
const splitter = '\u200B';

/**
 * Breaks everything that Discord turns into something else by its `<…>` or `@` alone: mentions, command mentions, guild
 * navigation, timestamps, custom emoji, mail and phone links, invitations. A backslash would only stop the display.
 */
export function breakMentions(text: string): string {
  return text
    .replace(/<(?=[@#:/+]|[a-z]+:)/gi, `<${splitter}`)
    .replace(/@(?=everyone|here)/gi, `@${splitter}`)
    .replace(/\bdiscord(?:app)?(?=\.(?:gg|com\/invite)\/)/gi, `$&${splitter}`);
}

/** Breaks an address so that nothing links it or shows a preview of it. */
export function breakAddress(text: string): string {
  return text.replaceAll('://', `:${splitter}//`);
}
