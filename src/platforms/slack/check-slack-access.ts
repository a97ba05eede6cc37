import { WebAPIPlatformError, type WebClient } from '@slack/web-api';
import { AccessError } from '#conversation/access-error.ts';
import type { Log } from '#conversation/log.ts';
import { explainSlackCode, toDeliveryError } from './slack-errors.ts';
import { agentScope, listNeededScopes, purposeOfScope } from './slack-scopes.ts';

/** Who the bot is in a workspace. */
export interface SlackIdentity {
  readonly teamId: string;
  readonly teamName: string;
  readonly botUserId: string;
  readonly botId: string;
}

/**
 * Asks Slack whose the bot token is, and warns of each scope that it lacks.
 *
 * @throws AccessError when Slack refuses the token.
 * @throws DeliveryError when Slack cannot be reached.
 */
export async function checkSlackAccess(client: WebClient, log: Log, canLookBack: boolean): Promise<SlackIdentity> {
  try {
    const answer = await client.auth.test();
    const granted = answer.response_metadata?.scopes;
    const missing = listNeededScopes(canLookBack).filter((scope) => granted?.includes(scope) === false);
    for (const scope of missing) {
      const tell = scope === agentScope ? log.info : log.warn;
      tell('Slack has not granted a scope.', {
        scope,
        purpose: purposeOfScope(scope),
        remedy: 'Paste the output of "npm run manifest -- slack" as the app manifest, and install the app again.',
      });
    }
    return {
      teamId: answer.team_id ?? '',
      teamName: answer.team ?? '',
      botUserId: answer.user_id ?? '',
      botId: answer.bot_id ?? '',
    };
  } catch (error) {
    if (error instanceof WebAPIPlatformError) {
      throw new AccessError(`SLACK_BOT_TOKEN: ${explainSlackCode(error.data.error)}`, { cause: error });
    }
    throw toDeliveryError(error);
  }
}
