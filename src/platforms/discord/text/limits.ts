/** Discord knows a nonce "for a few minutes" (resources/message.mdx): for so long it surely does. */
export const NONCE_LIFE_MS = 60_000;

/**
 * What Discord accepts at most; more is refused whole. Lengths are counted here in UTF-16 units, which are never fewer
 * than the characters that Discord counts. Sources are files of Discord's own documentation, discord-api-docs.
 */
export const discordLimits = {
  /** resources/message.mdx, Create Message. An embed takes more: 4 096 as its description, 6 000 over all embeds. */
  content: 2000,
  /** components/reference.mdx: Action Row, Button, String Select. */
  actionRows: 5,
  buttonsPerRow: 5,
  buttonLabel: 80,
  /** Also the limit of a menu option's value. */
  customId: 100,
  menuOptions: 25,
  menuOptionLabel: 100,
  menuPlaceholder: 150,
  /** resources/channel.mdx, Start Thread in Forum or Media Channel. */
  threadName: 100,
  /** components/reference.mdx, Text Input. */
  textInputValue: 4000,
  /** interactions/application-commands.mdx, Autocomplete and Option Choice. */
  autocompleteChoices: 25,
  choiceName: 100,
  choiceValue: 100,
} as const;
