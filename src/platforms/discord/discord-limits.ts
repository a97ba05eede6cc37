/**
 * What Discord accepts at most; more is refused whole. Lengths are counted here in UTF-16 units, which are never fewer
 * than the characters that Discord counts.
 */
export const discordLimits = {
  /** discord-api-docs, resources/message.mdx, Create Message. */
  content: 2000,
  embeds: 10,
  /** Over all embeds of a message together: titles, descriptions, fields, footers, authors. Same file, Embed Limits. */
  embedTotal: 6000,
  embedTitle: 256,
  embedDescription: 4096,
  embedFooter: 2048,
  /** components/reference.mdx, Action Row, Button, String Select. */
  actionRows: 5,
  buttonsPerRow: 5,
  customId: 100,
  buttonLabel: 80,
  menuOptions: 25,
  menuOptionLabel: 100,
  menuOptionValue: 100,
  menuPlaceholder: 150,
  /** interactions/receiving-and-responding.mdx, Modal; components/reference.mdx, Label and Text Input. */
  modalTitle: 45,
  modalLabel: 45,
  modalLabelDescription: 100,
  textInputPlaceholder: 100,
  textInputValue: 4000,
  /** interactions/application-commands.mdx. */
  commandName: 32,
  commandDescription: 100,
  commandOptions: 25,
  /** Names, descriptions and values of a command, its options and choices together. Same file. */
  commandTotal: 8000,
  commandOptionLength: 6000,
  autocompleteChoices: 25,
  choiceName: 100,
  choiceValue: 100,
} as const;
