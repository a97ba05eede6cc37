import { setTimeout as delay } from 'node:timers/promises';
import { type APIApplicationCommand, type REST, type RESTPostAPIApplicationCommandsJSONBody, Routes } from 'discord.js';
import type { Tools } from '#conversation/ports/tools.ts';
import { toDeliveryError } from '#platforms/discord/calling/errors.ts';
import { choosePause } from '#traffic/back-off.ts';
import { sameCommands } from './same-commands.ts';

/** What registering works with. */
export interface CommandRegistering extends Pick<Tools, 'log'> {
  readonly rest: REST;
  readonly applicationId: string;
  readonly guildId: string | undefined;
  /** When to stop trying. */
  readonly signal: AbortSignal;
}

const backOff = { firstMs: 2_000, longestMs: 5 * 60_000 };
/** For what a person has to mend first. */
const REFUSED_PAUSE_MS = 60 * 60_000;

/**
 * Registers the commands for one server, or for all, unless exactly they are registered already; resolves after the first
 * try. What failed is told in the log and tried again for as long as the connection lasts: mentions work meanwhile.
 */
export async function registerDiscordCommands(
  wanted: readonly RESTPostAPIApplicationCommandsJSONBody[],
  parts: CommandRegistering,
): Promise<void> {
  const { signal } = parts;
  const pauseMs = await tryToRegister(wanted, parts, 0);
  if (pauseMs !== undefined) void goOn(pauseMs);

  async function goOn(firstMs: number): Promise<void> {
    let nextMs: number | undefined = firstMs;
    for (let tries = 1; nextMs !== undefined; tries++) {
      // It alone is no reason to keep the process from ending.
      await delay(nextMs, undefined, { signal, ref: false }).catch(() => {});
      if (signal.aborted) return;
      nextMs = await tryToRegister(wanted, parts, tries);
    }
  }
}

/** Resolves to how long to wait before the next try; to undefined when all is well. */
async function tryToRegister(
  wanted: readonly RESTPostAPIApplicationCommandsJSONBody[],
  { rest, applicationId, guildId, log, signal }: CommandRegistering,
  tries: number,
): Promise<number | undefined> {
  const route =
    guildId === undefined
      ? Routes.applicationCommands(applicationId)
      : Routes.applicationGuildCommands(applicationId, guildId);
  try {
    const registered = (await rest.get(route)) as APIApplicationCommand[];
    if (sameCommands(registered, wanted)) log.debug('The commands are registered already.', { guildId });
    else {
      await rest.put(route, { body: wanted });
      log.info('The commands are registered.', { guildId, commands: wanted.map(({ name }) => name) });
    }
    return undefined;
  } catch (error) {
    if (signal.aborted) return undefined;
    const { message, reason, retryAfterMs = 0 } = toDeliveryError(error);
    const remedy = guildId === undefined ? message : `DISCORD_GUILD_ID: ${message}`;
    const backoffMs = choosePause(tries, backOff);
    const pauseMs = Math.max(retryAfterMs, reason === 'try-later' ? backoffMs : REFUSED_PAUSE_MS);
    log.error('The commands could not be registered; it is tried again.', { guildId, remedy, pauseMs, error });
    return pauseMs;
  }
}
