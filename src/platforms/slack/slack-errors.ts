import { RespondError } from '@slack/bolt';
import { WebAPIHTTPError, WebAPIPlatformError, WebAPIRateLimitedError, WebAPIRequestError } from '@slack/web-api';
import { DeliveryError, type DeliveryFailure } from '#conversation/delivery-error.ts';
import { inDoubt, toNetworkFailure } from '#conversation/network-failure.ts';

type Meaning = { readonly reason: DeliveryFailure; readonly remedy: string };

/** What Slack's error codes mean for a sender, and what a person can do about them. */
const meanings: Readonly<Record<string, Meaning>> = {
  channel_not_found: {
    reason: 'destination-gone',
    remedy: 'The channel is gone, or the bot cannot see it: invite it with "/invite".',
  },
  not_in_channel: { reason: 'destination-gone', remedy: 'The bot is not in the channel: invite it with "/invite".' },
  is_archived: { reason: 'destination-gone', remedy: 'The channel is archived: unarchive it, or choose another.' },
  restricted_action: {
    reason: 'destination-gone',
    remedy: 'The workspace does not let the bot post there: ask an administrator.',
  },
  restricted_action_read_only_channel: {
    reason: 'destination-gone',
    remedy: 'The channel is read-only for the bot: ask an administrator.',
  },
  restricted_action_thread_only_channel: {
    reason: 'destination-gone',
    remedy: 'The channel takes replies only: ask an administrator.',
  },
  user_not_in_channel: { reason: 'rejected', remedy: 'The person is no longer in the channel.' },
  thread_not_found: { reason: 'destination-gone', remedy: 'The thread is gone.' },
  message_not_found: { reason: 'destination-gone', remedy: 'The message is gone.' },
  missing_scope: {
    reason: 'rejected',
    remedy: 'The app lacks a permission (scope): update it with "npm run manifest -- slack" and install it again.',
  },
  invalid_auth: {
    reason: 'rejected',
    remedy: 'Slack does not know the token: copy SLACK_BOT_TOKEN again from "OAuth & Permissions".',
  },
  not_authed: { reason: 'rejected', remedy: 'No token was sent: set SLACK_BOT_TOKEN.' },
  token_revoked: {
    reason: 'rejected',
    remedy: 'The token was revoked: install the app again and copy SLACK_BOT_TOKEN.',
  },
  token_expired: {
    reason: 'rejected',
    remedy: 'The token has expired: install the app again and copy SLACK_BOT_TOKEN.',
  },
  account_inactive: {
    reason: 'rejected',
    remedy: 'The app was removed from the workspace: install it again and copy SLACK_BOT_TOKEN.',
  },
  not_allowed_token_type: {
    reason: 'rejected',
    remedy: 'The token is of the wrong kind: SLACK_BOT_TOKEN begins with "xoxb-", SLACK_APP_TOKEN with "xapp-".',
  },
  ratelimited: { reason: 'try-later', remedy: 'Slack asks to send less; it is tried again later.' },
  rate_limited: { reason: 'try-later', remedy: 'Slack asks to send less; it is tried again later.' },
  service_unavailable: { reason: 'try-later', remedy: 'Slack is out of order for a moment; it is tried again later.' },
  team_added_to_org: { reason: 'try-later', remedy: 'The workspace is being moved; it is tried again later.' },
};

/** Slack's codes for "something broke on our side, perhaps after doing it". */
const doubtful = new Set(['internal_error', 'fatal_error', 'request_timeout']);

/** One sentence with the remedy for an error code of Slack's. */
export function explainSlackCode(code: string): string {
  return meanings[code]?.remedy ?? `Slack refuses it (${code}).`;
}

/** Turns whatever a call to Slack threw into the one error that the rest of the bot knows. No secret is in its message. */
export function toDeliveryError(error: unknown): DeliveryError {
  if (error instanceof DeliveryError) return error;
  if (error instanceof WebAPIRateLimitedError) {
    const retryAfterMs = error.retryAfter * 1000;
    return new DeliveryError('try-later', explainSlackCode('ratelimited'), { cause: error, retryAfterMs });
  }
  if (error instanceof WebAPIPlatformError) {
    const code = error.data.error;
    if (doubtful.has(code)) return inDoubt(`Slack had a fault of its own (${code}).`, error);
    return new DeliveryError(meanings[code]?.reason ?? 'rejected', describe(code, error), { cause: error });
  }
  if (error instanceof WebAPIHTTPError) return fromStatus(error.statusCode, error);
  if (error instanceof RespondError) return fromStatus(error.statusCode ?? 0, error);
  if (error instanceof WebAPIRequestError) return toNetworkFailure('Slack', error.original, error);
  if (error instanceof TypeError) return toNetworkFailure('Slack', error, error);
  return inDoubt('Sending to Slack failed in an unknown way.', error);
}

function describe(code: string, error: WebAPIPlatformError): string {
  const { needed } = error.data as { needed?: string };
  return code === 'missing_scope' && needed ? `${explainSlackCode(code)} It needs ${needed}.` : explainSlackCode(code);
}

function fromStatus(status: number, cause: unknown): DeliveryError {
  if (status === 429) return new DeliveryError('try-later', explainSlackCode('ratelimited'), { cause });
  // A 404 or 410 on a response address: it was used up or is older than half an hour.
  if (status === 404 || status === 410)
    return new DeliveryError('destination-gone', 'The way to answer has expired.', { cause });
  if (status >= 500) return inDoubt(`Slack had a fault of its own (${status}).`, cause);
  return new DeliveryError('rejected', `Slack refuses the message (${status}).`, { cause });
}
