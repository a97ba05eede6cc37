import assert from 'node:assert/strict';
import { REST } from 'discord.js';
import type { ChannelPost } from '#announcing/channel-sender.ts';
import { DeliveryError } from '#conversation/ports/delivery-error.ts';
import { composeRestOptions } from '#platforms/discord/calling/create-client.ts';
import { guardRequests } from '#platforms/discord/calling/guard-requests.ts';
import { createDiscordChannelSender } from '#platforms/discord/posting/channel-sender.ts';
import { createCustomIds } from '#platforms/discord/talking/custom-id.ts';
import type { DiscordServerOptions } from '../../../../local/discord-server/server-settings.ts';
import { startDiscordServer } from '../../../../local/discord-server/start-discord-server.ts';
import { makeChannelPost } from '../../../fixtures/channel-post.ts';
import { keepLog } from '../../../fixtures/kept-log.ts';
import { createMemoryLineKeeper } from '../talking/memory-line-keeper.ts';

/** Of requests; short only for who makes one hang. */
const patienceMs = 60_000;

/** The sender with discord.js's own REST client, and a local Discord. */
export async function connectChannelSender(options: DiscordServerOptions = {}, timeout = patienceMs) {
  const server = await startDiscordServer(options);
  const log = keepLog();
  const now = () => server.clock.now();
  const guard = guardRequests(log, now);
  const rest = new REST({ ...composeRestOptions(server.apiUrl, guard), timeout }).setToken(server.token);
  const customIds = createCustomIds(createMemoryLineKeeper());
  const sender = createDiscordChannelSender({ rest, guard, customIds, now });
  const guildId = server.guildId('Workshop');
  const postIn = (channel: string, number = 1, more: Partial<ChannelPost> = {}) =>
    makeChannelPost(number, { channelId: server.channelId(channel), workspaceId: guildId, ...more });
  const threads = () => [...server.world.channels.values()].filter(({ thread }) => thread !== undefined);
  return { server, guard, sender, log, postIn, guildId, threads, [Symbol.asyncDispose]: () => server.close() };
}

/** The failure of work that has to fail. */
export async function failureOf(work: Promise<unknown>): Promise<DeliveryError> {
  const error = await work.then(
    () => assert.fail('a failure was expected'),
    (reason: unknown) => reason,
  );
  assert.ok(error instanceof DeliveryError, `${error}`);
  return error;
}
