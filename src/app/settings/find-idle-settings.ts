import { nameChannel } from '#announcing/subscription.ts';
import type { PlatformSettings } from './platforms.ts';

/** Sentences about settings that are sound, and that nothing comes of beside the others. */
export function findIdleSettings({ platforms, announce }: PlatformSettings): string[] {
  const unheard = announce.channels.filter((channel) => !platforms.some(({ name }) => name === channel.platform));
  return [
    ...platforms.flatMap(({ idleSettings }) => idleSettings),
    ...unheard.map(
      (channel) =>
        `ANNOUNCE_CHANNELS: ${nameChannel(channel)} gets nothing, since ${channel.platform} is not set up here. Set its token.`,
    ),
  ];
}
