/** Slack's limits that we rely on, from docs.slack.dev/reference/block-kit. */
export const slackLimits = {
  blocksPerView: 100,
  actionsPerBlock: 25,
  buttonText: 75,
  buttonValue: 2_000,
  tableColumns: 20,
} as const;
