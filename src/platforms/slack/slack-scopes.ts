/** What the bot may do in a workspace, each with the reason; the manifest asks for exactly these. */
export const slackScopes = {
  'app_mentions:read': 'hears when it is mentioned',
  'assistant:write': 'suggests questions in the agent pane',
  'chat:write': 'answers in channels it was invited to',
  commands: 'has a slash command and shortcuts',
  'im:history': 'reads what it is told in direct messages',
} as const;

export type SlackScope = keyof typeof slackScopes;

/** The scopes that are needed and were not granted, in order. */
export function findMissingScopes(granted: readonly string[]): readonly SlackScope[] {
  return (Object.keys(slackScopes) as SlackScope[]).filter((scope) => !granted.includes(scope));
}
