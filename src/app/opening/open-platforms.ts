import type { ChannelSender } from '#announcing/channel-sender.ts';
import type { PlatformSettings } from '#app/settings/platforms.ts';
import { createSealer } from '#app/settings/secret-key.ts';
import type { OpeningParts, OpenPlatform } from '#platforms/chat-platform.ts';

/** Opens each platform that is set up, under its name: posting and listening begin when they are told to. */
export function openPlatforms(
  { platforms, secretKeys, database }: PlatformSettings,
  parts: Omit<OpeningParts, 'sealer' | 'hasReplicas'>,
): Promise<readonly (OpenPlatform & { readonly name: string })[]> {
  const sealer = secretKeys.length === 0 ? undefined : createSealer(secretKeys);
  const hasReplicas = database.engine === 'postgres';
  return Promise.all(
    platforms.map(async ({ name, open }) => ({ name, ...(await open({ ...parts, sealer, hasReplicas })) })),
  );
}

/** Those that post. */
export function listSenders(platforms: readonly OpenPlatform[]): readonly ChannelSender[] {
  return platforms.flatMap(({ sender }) => sender ?? []);
}
