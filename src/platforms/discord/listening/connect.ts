import { once } from 'node:events';
import { type ChannelType, type Client, DiscordjsError, DiscordjsErrorCodes, Events } from 'discord.js';
import { AccessError } from '#conversation/ports/access-error.ts';
import type { LineKeeper } from '#conversation/ports/line-keeper.ts';
import type { Tools } from '#conversation/ports/tools.ts';
import type { Trace } from '#conversation/ports/trace.ts';
import type { PlatformConnection } from '#platforms/chat-platform.ts';
import { wrongToken } from '#platforms/discord/calling/codes.ts';
import { createDiscordClient } from '#platforms/discord/calling/create-client.ts';
import { toDeliveryError } from '#platforms/discord/calling/errors.ts';
import type { RequestGuard } from '#platforms/discord/calling/guard-requests.ts';
import { buildInviteLink } from '#platforms/discord/calling/invite.ts';
import type { DiscordSettings } from '#platforms/discord/calling/settings.ts';
import { buildDiscordCommands, discordCommandName } from '#platforms/discord/commands/build-commands.ts';
import { registerDiscordCommands } from '#platforms/discord/commands/register-commands.ts';
import { createCustomIds } from '#platforms/discord/talking/custom-id.ts';
import type { DiscordDesk } from '#platforms/discord/talking/desk.ts';
import { keepLinesMeanwhile } from '#platforms/discord/talking/keep-lines-meanwhile.ts';
import { createDiscordSender } from '#platforms/discord/talking/sender.ts';
import { createTurns } from '#traffic/turns.ts';
import { listenForButtons } from './buttons.ts';
import { listenForCommands } from './commands.ts';
import { createListening } from './listening.ts';
import { listenForMessages } from './messages.ts';
import { watchGateway } from './watch-gateway.ts';

/** All that Discord's adapter works with. */
export interface DiscordParts extends Omit<DiscordDesk, 'customIds' | 'sender' | 'isSpent'>, Pick<Tools, 'metrics'> {
  readonly settings: DiscordSettings;
  readonly lineKeeper: LineKeeper;
  /** One for all that the process has to do with Discord. */
  readonly guard: RequestGuard;
  readonly trace: Trace;
}

/** A running adapter. */
export interface DiscordConnection extends PlatformConnection {
  /** As the gateway knows it. */
  readonly findChannelType: (channelId: string) => ChannelType | undefined;
}

/**
 * Connects to Discord and answers whatever is asked there.
 *
 * @throws AccessError when Discord refuses the bot, with the setting's name and the remedy.
 * @throws DeliveryError when Discord cannot be reached at the first try.
 */
export async function connectDiscord(parts: DiscordParts): Promise<DiscordConnection> {
  const { settings, lineKeeper, log, metrics, trace, now, commands, guard } = parts;
  const client = createDiscordClient(settings, { guard, log });
  const gateway = watchGateway(client, { log, metrics });
  const desk: DiscordDesk = {
    ...parts,
    customIds: createCustomIds(keepLinesMeanwhile(lineKeeper, log)),
    sender: createDiscordSender(client.rest, metrics, now),
    takeTurn: createTurns(),
    isSpent: guard.isSpent,
  };
  const listening = createListening({ log, trace, guard });
  // From here on, so that nothing is missed between being ready and listening.
  client.once(Events.ClientReady, (ready) => {
    listenForMessages(ready, desk, listening);
    listenForCommands(ready, desk, listening);
    listenForButtons(ready, desk, listening);
  });
  const ready = await logIn(client, settings.token, gateway.whenOver);
  const applicationId = ready.application.id;
  log.info('Discord knows the bot.', { servers: ready.guilds.cache.size, shards: ready.ws.shards.size });
  log.info('Whoever manages a server can invite the bot by this link.', { link: buildInviteLink(applicationId) });
  const wanted = buildDiscordCommands(commands, { name: discordCommandName });
  const ending = new AbortController();
  await registerDiscordCommands(wanted, {
    rest: ready.rest,
    applicationId,
    guildId: settings.guildId,
    log,
    signal: ending.signal,
  });
  return {
    isConnected: gateway.isConnected,
    whenOver: gateway.whenOver,
    findChannelType: (channelId) => ready.channels.cache.get(channelId)?.type,
    async stop() {
      ending.abort();
      await listening.stop();
      await ready.destroy();
    },
  };
}

async function logIn(client: Client, token: string, whenOver: Promise<Error>): Promise<Client<true>> {
  const giveUp = new AbortController();
  const ready = once(client, Events.ClientReady, { signal: giveUp.signal });
  ready.catch(() => {});
  try {
    const loggedIn = client.login(token);
    // Where the gateway refuses the bot, the SDK's promise stays open for ever.
    loggedIn.catch(() => {});
    const over = whenOver.then((reason) => Promise.reject(reason));
    await Promise.race([loggedIn.then(() => ready), over]);
    return client as Client<true>;
  } catch (error) {
    giveUp.abort();
    await client.destroy();
    if (error instanceof AccessError) throw error;
    const isRefused = error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.TokenInvalid;
    throw isRefused ? new AccessError(wrongToken, { cause: error }) : toDeliveryError(error);
  }
}
