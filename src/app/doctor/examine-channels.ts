import type { Subscription } from '#announcing/subscription.ts';
import type { Finding } from '#conversation/finding.ts';
import type { Store } from '#storage/store.ts';
import { openSenders } from '../open-senders.ts';
import type { PlatformSettings } from '../platform-settings.ts';
import type { DoctorParts } from './doctor-parts.ts';

const subject = 'Channels';

/** What the senders are made from. */
export interface ChannelParts extends DoctorParts {
  readonly settings: PlatformSettings;
  readonly store: Store;
}

/** Asks the platforms whether the bot can post in each subscribed channel. Nothing is posted. */
export async function* examineChannels(
  subscriptions: readonly Subscription[],
  parts: ChannelParts,
): AsyncGenerator<Finding> {
  const senders = await openSenders({ ...parts, wait: async () => {} });
  let usable = 0;
  for (const { platform, channelId, workspaceId } of subscriptions) {
    const sender = senders.find((candidate) => candidate.platform === platform);
    const name = `${platform} ${channelId}`;
    if (sender === undefined) {
      const statement = `${name} is subscribed, and ${platform} is not set up.`;
      yield { subject, level: 'warning', statement, remedy: 'Set up the platform, or unsubscribe the channel.' };
      continue;
    }
    try {
      const check = await sender.checkChannel(channelId, workspaceId, undefined);
      if (!check.canPost) {
        const statement = `The bot cannot post in ${name}.`;
        yield { subject, level: 'fault', statement, remedy: check.problem };
      } else if (check.warning !== undefined) {
        yield {
          subject,
          level: 'warning',
          statement: `${name}: ${check.warning}`,
          remedy: 'Grant it, or leave it so.',
        };
      } else usable++;
    } catch (error) {
      const statement = `${name} could not be asked for: ${error instanceof Error ? error.message : String(error)}`;
      yield { subject, level: 'warning', statement, remedy: 'Run this again in a moment.' };
    }
  }
  if (usable > 0) yield { subject, level: 'ok', statement: `Nothing speaks against posting in ${usable} of them.` };
}
