/** What the bot may do in a workspace, each with the reason; the manifest asks for exactly these. */
export const slackScopes = {
  'app_mentions:read': 'hears when it is mentioned',
  'assistant:write': 'suggests questions in the agent pane',
  'chat:write': 'answers in channels it was invited to',
  commands: 'has a slash command and shortcuts',
  'im:history': 'reads what it is told in direct messages',
} as const;

/** Asked for beside them only where the operator has switched the look-back on. */
export const lookBackScopes = {
  'channels:history': 'looks whether a post stands in a channel already',
  'groups:history': 'looks whether a post stands in a private channel already',
  'im:write': 'looks whether a message stands in the conversation with somebody who watches a topic already',
  'metadata.message:read': 'knows its own posts by their metadata',
} as const;

/** A workspace whose plan has no agents does not grant it; all but the pane's suggestions works without it. */
export const agentScope = 'assistant:write' satisfies keyof typeof slackScopes;

export type SlackScope = keyof typeof slackScopes | keyof typeof lookBackScopes;

const purposes = { ...slackScopes, ...lookBackScopes };

/** The scopes that the bot needs as it is set up, in order. */
export function listNeededScopes(canLookBack: boolean): readonly SlackScope[] {
  return Object.keys(canLookBack ? purposes : slackScopes) as SlackScope[];
}

/** What a scope is for. */
export function purposeOfScope(scope: SlackScope): string {
  return purposes[scope];
}
