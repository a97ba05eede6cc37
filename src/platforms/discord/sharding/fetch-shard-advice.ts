import { type APIGatewayBotInfo, DiscordAPIError, REST, Routes } from 'discord.js';
import { AccessError } from '#conversation/ports/access-error.ts';
import type { Tools } from '#conversation/ports/tools.ts';
import { wrongToken } from '#platforms/discord/calling/codes.ts';
import { composeRestOptions } from '#platforms/discord/calling/create-client.ts';
import { toDeliveryError } from '#platforms/discord/calling/errors.ts';
import { guardRequests, type RequestGuard } from '#platforms/discord/calling/guard-requests.ts';
import type { DiscordSettings } from '#platforms/discord/calling/settings.ts';

/** What Discord says about connecting. */
export interface ShardAdvice {
  /** How many shards there should be. */
  readonly total: number;
  /** So many may be connecting at a time, the ones with different remainders (events/gateway.mdx, rate limiting). */
  readonly connectingAtOnce: number;
}

/**
 * Asks Discord how many shards the bot should have.
 *
 * @throws AccessError when Discord refuses the token.
 * @throws DeliveryError when Discord cannot be reached.
 */
export async function fetchShardAdvice(
  { token, apiUrl }: DiscordSettings,
  {
    log,
    now,
    guard = guardRequests(log, now),
  }: Pick<Tools, 'log' | 'now'> & { readonly guard?: RequestGuard | undefined },
): Promise<ShardAdvice> {
  const rest = new REST(composeRestOptions(apiUrl, guard)).setToken(token);
  try {
    const { shards, session_start_limit: limit } = (await rest.get(Routes.gatewayBot())) as APIGatewayBotInfo;
    return { total: shards, connectingAtOnce: limit.max_concurrency };
  } catch (error) {
    if (error instanceof DiscordAPIError && error.status === 401) throw new AccessError(wrongToken, { cause: error });
    throw toDeliveryError(error);
  }
}
