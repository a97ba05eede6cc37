import type { WebClient } from '@slack/web-api';
import { AccessError } from '#conversation/ports/access-error.ts';
import type { DeliveryError } from '#conversation/ports/delivery-error.ts';
import { isScopeMissing, isTokenRefused, toDeliveryError } from './errors.ts';
import { listNeededScopes } from './scopes.ts';

/** What helps against a missing scope. */
export const scopeRemedy =
  'Paste the output of "npm run manifest -- slack" as the app manifest, and install the app again.';

/**
 * Asks Slack whose the bot token is, and which of the scopes that it needs it lacks.
 *
 * @throws AccessError when Slack refuses the token.
 * @throws DeliveryError when Slack cannot be reached, or has a trouble of its own.
 */
export async function checkSlackAccess(client: WebClient, canLookBack: boolean) {
  try {
    const answer = await client.auth.test();
    const granted = answer.response_metadata?.scopes;
    return {
      identity: {
        teamId: answer.team_id ?? '',
        teamName: answer.team ?? '',
        botUserId: answer.user_id ?? '',
        botId: answer.bot_id ?? '',
      },
      missingScopes: listNeededScopes(canLookBack).filter((scope) => granted?.includes(scope) === false),
    };
  } catch (error) {
    const failure = toDeliveryError(error);
    if (isTokenRefused(error)) throw new AccessError(`SLACK_BOT_TOKEN: ${failure.message}`, { cause: error });
    throw failure;
  }
}

/** Whatever opening a socket failed with, as the rest of the bot knows it: an `AccessError` when the app token is refused. */
export function explainSocketFailure(error: unknown): AccessError | DeliveryError {
  if (isScopeMissing(error)) {
    const remedy = 'it lacks the scope connections:write. Make a new app-level token with it.';
    return new AccessError(`SLACK_APP_TOKEN: ${remedy}`, { cause: error });
  }
  if (!isTokenRefused(error)) return toDeliveryError(error);
  const remedy = 'Slack does not accept it. Copy it again from "Basic Information", "App-Level Tokens".';
  return new AccessError(`SLACK_APP_TOKEN: ${remedy}`, { cause: error });
}
