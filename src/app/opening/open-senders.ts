import type { ChannelSender } from '#announcing/channel-sender.ts';
import type { KnownChannels } from '#app/connecting/known-channels.ts';
import type { PlatformSettings } from '#app/settings/platforms.ts';
import { createSealer } from '#app/settings/secret-key.ts';
import type { Log } from '#conversation/ports/log.ts';
import type { SendQueue } from '#conversation/traffic/send-queue.ts';
import type { RequestGuard } from '#platforms/discord/calling/guard-requests.ts';
import type { Store } from '#storage/store.ts';

/** What the senders work with. */
export interface SenderParts {
  readonly settings: Pick<PlatformSettings, 'slack' | 'discord' | 'secretKeys'>;
  readonly store: Pick<Store, 'installations' | 'lineKeeper'>;
  readonly knownChannels?: KnownChannels | undefined;
  /** Where the same process answers on Discord, too. */
  readonly discordGuard?: RequestGuard | undefined;
  /** The same, on Slack. */
  readonly slackQueue?: SendQueue | undefined;
  readonly log: Log;
  readonly now: () => number;
  readonly wait: (ms: number) => Promise<void>;
  /** Aborts when the process stops. */
  readonly signal?: AbortSignal | undefined;
}

/** A sender for each platform that is set up. They post whether the platform's events are heard or not. */
export async function openSenders(parts: SenderParts): Promise<readonly ChannelSender[]> {
  const { settings, store, knownChannels, discordGuard, slackQueue, signal, ...shared } = parts;
  const { slack, discord, secretKeys } = settings;
  const senders: ChannelSender[] = [];
  if (slack !== undefined) {
    const { openSlackSender } = await import('#platforms/slack/posting/open-sender.ts');
    const { installations } = store;
    const workspaces = secretKeys.length === 0 ? undefined : { installations, sealer: createSealer(secretKeys) };
    senders.push(openSlackSender({ settings: slack, workspaces, sendQueue: slackQueue, signal, ...shared }));
  }
  if (discord !== undefined) {
    const { openDiscordSender } = await import('#platforms/discord/posting/open-sender.ts');
    const findChannelType = (channelId: string) => knownChannels?.findDiscordType(channelId);
    const { lineKeeper } = store;
    const way = { settings: discord, lineKeeper, findChannelType, guard: discordGuard };
    senders.push(openDiscordSender({ ...way, ...shared }));
  }
  return senders;
}
