import { once } from 'node:events';
import { Client, type ClientOptions, GatewayIntentBits, Partials } from 'discord.js';
import type { DiscordServer } from '../../../local/discord-server/start-discord-server.ts';

/** A bot that only listens: real discord.js, connected to a local Discord, and closed with the test. */
export type ConnectedBot = AsyncDisposable & { readonly client: Client<true> };

/** The intents of a bot that needs no privileged one. */
export const ordinaryIntents = [
  GatewayIntentBits.Guilds,
  GatewayIntentBits.GuildMessages,
  GatewayIntentBits.DirectMessages,
];

/** Makes a client that talks to a local Discord, not yet connected. */
export function createClient(server: DiscordServer, options: Partial<ClientOptions> = {}): Client {
  return new Client({
    intents: ordinaryIntents,
    partials: [Partials.Channel],
    rest: { api: server.apiUrl },
    ...options,
  });
}

/** Connects a client and waits until it is ready. */
export async function connectBot(server: DiscordServer, options: Partial<ClientOptions> = {}): Promise<ConnectedBot> {
  const client = createClient(server, options);
  const ready = once(client, 'clientReady');
  await client.login(server.token);
  await ready;
  return { client: client as Client<true>, [Symbol.asyncDispose]: () => client.destroy() };
}
