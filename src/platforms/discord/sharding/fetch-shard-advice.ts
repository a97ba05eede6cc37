import { type APIGatewayBotInfo, DiscordAPIError, type REST, Routes } from 'discord.js';
import { AccessError } from '#conversation/ports/access-error.ts';
import { wrongToken } from '#platforms/discord/calling/codes.ts';
import { toDeliveryError } from '#platforms/discord/calling/errors.ts';

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
export async function fetchShardAdvice(rest: REST): Promise<ShardAdvice> {
  try {
    const { shards, session_start_limit: limit } = (await rest.get(Routes.gatewayBot())) as APIGatewayBotInfo;
    return { total: shards, connectingAtOnce: limit.max_concurrency };
  } catch (error) {
    if (error instanceof DiscordAPIError && error.status === 401) throw new AccessError(wrongToken, { cause: error });
    throw toDeliveryError(error);
  }
}
