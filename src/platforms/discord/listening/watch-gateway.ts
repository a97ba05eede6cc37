import { type Client, Events, RESTEvents, Status } from 'discord.js';
import { AccessError } from '#conversation/ports/access-error.ts';
import type { Tools } from '#conversation/ports/tools.ts';
import { closeCodes } from '#platforms/discord/calling/codes.ts';

export interface GatewayWatch {
  readonly isConnected: () => boolean;
  /** Never resolves; rejects with an AccessError when the gateway will not take the bot again until somebody mends it. */
  readonly refused: Promise<never>;
  /** Resolves to the reason when a connection has ended that the SDK does not make again. */
  readonly whenOver: Promise<Error>;
}

/** Tells in the log what happens between the bot and Discord, and whether it is connected. */
export function watchGateway(client: Client, { log, metrics }: Pick<Tools, 'log' | 'metrics'>): GatewayWatch {
  let refuse: (error: AccessError) => void = () => {};
  const refused = new Promise<never>((_, reject) => {
    refuse = reject;
  });
  refused.catch(() => {});
  const over = Promise.withResolvers<Error>();
  client
    .on(Events.ShardDisconnect, ({ code }, shard) => {
      const remedy = closeCodes[code];
      if (remedy === undefined) {
        log.warn('A connection to Discord has ended for good.', { shard, code });
        return over.resolve(new Error(`Discord has ended the connection (${code}).`));
      }
      log.error('Discord does not take the bot any more.', { shard, code, remedy });
      const refusal = new AccessError(remedy);
      refuse(refusal);
      over.resolve(refusal);
    })
    .on(Events.ShardReconnecting, (shard) =>
      log.info('The connection to Discord was lost; it is made again.', { shard }),
    )
    .on(Events.ShardResume, (shard, replayed) => {
      metrics.countReconnect('discord');
      log.info('Connected to Discord again; nothing was missed.', { shard, replayed });
    })
    .on(Events.ShardReady, (shard, unavailable) => {
      // The first time it is no reconnect.
      if (client.isReady()) metrics.countReconnect('discord');
      log.info('Connected to Discord.', { shard, unavailableServers: unavailable?.size ?? 0 });
    })
    .on(Events.ShardError, (error, shard) => log.info('A connection to Discord failed.', { shard, error }))
    .on(Events.GuildCreate, ({ id }) => log.info('The bot was invited into a server.', { guildId: id }))
    .on(Events.GuildDelete, ({ id }) => log.info('The bot was removed from a server.', { guildId: id }))
    .on(Events.Error, (error) => log.error('Discord SDK reports an error', { error }))
    .on(Events.Warn, (words) => log.warn('Discord SDK warns', { words }))
    .on(Events.Debug, (words) => log.debug('Discord SDK', { words }));
  client.rest
    .on(RESTEvents.RateLimited, ({ route, global, timeToReset }) =>
      log.debug('Sending is paced.', { route, global, waitMs: timeToReset }),
    )
    .on(RESTEvents.Debug, (words) => log.debug('Discord SDK', { words }));
  return {
    isConnected: () => client.isReady() && client.ws.shards.every(({ status }) => status === Status.Ready),
    refused,
    whenOver: over.promise,
  };
}
