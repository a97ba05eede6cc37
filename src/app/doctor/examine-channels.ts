import type { Subscription } from '#announcing/subscription.ts';
import { listSenders, openPlatforms } from '#app/opening/open-platforms.ts';
import type { PlatformSettings } from '#app/settings/platforms.ts';
import { DeliveryError } from '#conversation/ports/delivery-error.ts';
import type { Finding } from '#conversation/ports/finding.ts';
import type { OpeningParts } from '#platforms/chat-platform.ts';
import { triedAgainLater } from '#traffic/network-failure.ts';

const subject = 'Channels';

/** What the senders are made from. */
export interface ChannelParts extends Pick<OpeningParts, 'tools' | 'store'> {
  readonly settings: PlatformSettings;
}

/** A channel that gets new issues, or shall: `workspaceId` is known of the subscribed ones. */
type ChannelToPost = Pick<Subscription, 'platform' | 'channelId'> & Partial<Pick<Subscription, 'workspaceId'>>;

/** Asks the platforms whether the bot can post in each channel. Nothing is posted. */
export async function* examineChannels(
  channels: readonly ChannelToPost[],
  { settings, ...parts }: ChannelParts,
): AsyncGenerator<Finding> {
  const senders = listSenders(await openPlatforms(settings, parts));
  let usable = 0;
  for (const { platform, channelId, workspaceId } of channels) {
    const sender = senders.find((candidate) => candidate.platform === platform);
    const name = `${platform} ${channelId}`;
    if (sender === undefined) {
      const place = workspaceId === undefined ? 'stands in ANNOUNCE_CHANNELS' : 'is subscribed';
      const statement = `${name} ${place}, and ${platform} is not set up.`;
      yield { subject, level: 'warning', statement, remedy: 'Set the platform’s token, or take the channel out.' };
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
      if (error instanceof DeliveryError && error.reason !== 'try-later') {
        yield { subject, level: 'fault', statement: `The bot cannot post in ${name}.`, remedy: error.message };
        continue;
      }
      const statement = `${name} could not be asked for: ${describeError(error)}`;
      yield { subject, level: 'warning', statement, remedy: 'Run this again in a moment.' };
    }
  }
  if (usable > 0) yield { subject, level: 'ok', statement: `Nothing speaks against posting in ${usable} of them.` };
}

function describeError(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).replace(triedAgainLater, '');
}
