import type { PlatformSettings } from '#app/settings/platforms.ts';
import type { PlatformConnection } from './keep-platform-running.ts';
import type { PlatformSurroundings } from './platform-surroundings.ts';
import { startDiscord } from './start-discord.ts';
import { startSlack } from './start-slack.ts';

/** A platform that is set up, and the way to connect it. */
export interface PlatformToStart {
  readonly name: string;
  readonly connect: (surroundings: PlatformSurroundings) => Promise<PlatformConnection>;
}

/** The platforms that have settings. */
export function findPlatforms({ slack, discord, database }: PlatformSettings): readonly PlatformToStart[] {
  const hasReplicas = database.engine === 'postgres';
  return [
    ...(slack ? [{ name: 'slack', connect: startSlack.bind(undefined, slack) }] : []),
    ...(discord
      ? [
          {
            name: 'discord',
            connect: (surroundings: PlatformSurroundings) => startDiscord(discord, surroundings, hasReplicas),
          },
        ]
      : []),
  ];
}
