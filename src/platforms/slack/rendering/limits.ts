/** Slack's limits that we rely on, from docs.slack.dev/reference/block-kit unless said otherwise. */
export const slackLimits = {
  blocksPerMessage: 50,
  blocksPerView: 100,
  actionsPerBlock: 25,
  buttonText: 75,
  buttonValue: 2_000,
  tableRows: 100,
  tableColumns: 20,
  /** Of all cells together. */
  tableCharacters: 10_000,
  /** Of all texts in all blocks, with what each further block counts; undocumented (bolt-js#2509). */
  blockCharacters: 13_200,
  modalTitle: 24,
  privateMetadata: 3_000,
  inputCharacters: 3_000,
} as const;
