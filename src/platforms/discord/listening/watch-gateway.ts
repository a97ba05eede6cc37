import { type Client, Events, RESTEvents, Status } from 'discord.js';
import { AccessError } from '#conversation/ports/access-error.ts';
import type { Tools } from '#conversation/ports/tools.ts';
import { closeCodes } from '#platforms/discord/calling/codes.ts';

export interface GatewayWatch {
  readonly isConnected: () => boolean;
  /**
   * Resolves to the reason when a connection has ended that the SDK does not make again: an AccessError when the gateway will
   * not take the bot until somebody mends it.
   */
  readonly whenOver: Promise<Error>;
}

/** Tells in the log what happens between the bot and Discord, and whether it is connected. */
export function watchGateway(client: Client, { log, metrics }: Pick<Tools, 'log' | 'metrics'>): GatewayWatch {
  const over = Promise.withResolvers<Error>();
  client
    .on(Events.ShardDisconnect, ({ code }, shard) => {
      const remedy = closeCodes[code];
      if (remedy === undefined) {
        log.warn('A connection to Discord has ended for good.', { shard, code });
        return over.resolve(new Error(`Discord has ended the connection (${code}).`));
      }
      log.error('Discord does not take the bot any more.', { shard, code, remedy });
      over.resolve(new AccessError(remedy));
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
    whenOver: over.promise,
  };
}
