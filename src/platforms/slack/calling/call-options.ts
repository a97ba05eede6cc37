import type { WebClientOptions } from '@slack/web-api';
import { createSlackFetch } from './fetch.ts';

/**
 * How Slack is called by whatever may post. The SDK repeats nothing: a try that was cut off may have arrived, and we
 * decide what is tried again.
 */
export function composeSlackCallOptions(
  apiUrl: string,
  logger: NonNullable<WebClientOptions['logger']>,
): WebClientOptions {
  return {
    slackApiUrl: apiUrl,
    fetch: createSlackFetch(apiUrl),
    logger,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
  };
}
