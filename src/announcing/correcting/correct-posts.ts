import type { ChannelSender } from '#announcing/channel-sender.ts';
import type { SubscriptionRegistry } from '#announcing/subscription-registry.ts';
import { DeliveryError } from '#conversation/ports/delivery-error.ts';
import type { Log } from '#conversation/ports/log.ts';
import type { NamedLocks } from '#conversation/ports/named-locks.ts';
import { type Correction, type CorrectionSources, findCorrections, markCorrected } from './find-corrections.ts';

/** What correcting works with. */
export interface CorrectingParts extends CorrectionSources {
  readonly subscriptions: Pick<SubscriptionRegistry, 'find'>;
  readonly senders: readonly ChannelSender[];
  readonly tryHold?: NamedLocks['tryHold'];
  readonly log: Log;
  readonly signal: AbortSignal;
}

/**
 * Edits each post that no longer says what its issue does, as the one replica that does. Edited twice a post says the same, so
 * that a crash before an edit is noted costs nothing. True when nothing is left that could be edited soon.
 */
export async function correctPosts(parts: CorrectingParts): Promise<boolean> {
  const { tryHold, log } = parts;
  const turn = await tryHold?.('correcting');
  if (tryHold !== undefined && turn === undefined) return false;
  try {
    // A platform that is out of order does not keep the others.
    const away = new Set<string>();
    let corrected = 0;
    for await (const correction of findCorrections(parts)) {
      if (parts.signal.aborted || turn?.lost.aborted) return false;
      const sender = parts.senders.find(({ platform }) => platform === correction.post.platform);
      if (sender === undefined || away.has(sender.platform)) continue;
      const result = await correctOne(correction, sender, parts);
      if (result === 'later') away.add(sender.platform);
      if (result === 'corrected') corrected++;
    }
    if (corrected > 0) log.info('Posts are corrected.', { corrected });
    return away.size === 0;
  } finally {
    await turn?.release();
  }
}

async function correctOne(
  { post, wordsKey, response, title }: Correction,
  sender: ChannelSender,
  { subscriptions, posted, log, now }: CorrectingParts,
): Promise<'corrected' | 'left' | 'later'> {
  const { id, platform, channelId, issueId, messageId = '' } = post;
  const about = { platform, channelId, issueId };
  const subscription = await subscriptions.find(post);
  // Where the bot is no longer wanted it changes nothing.
  if (subscription === undefined || subscription.pausedReason !== undefined) return 'left';
  const { workspaceId, roleToPing } = subscription;
  const corrected = markCorrected(response, now());
  try {
    await sender.correct({ id, channelId, workspaceId, roleToPing, title, response: corrected, sentAs: messageId });
    await posted.replace(id, wordsKey, now());
    log.info('A post is corrected.', about);
    return 'corrected';
  } catch (error) {
    if (!(error instanceof DeliveryError) || error.reason === 'try-later') {
      log.warn('A post could not be corrected; it is tried again.', { ...about, error });
      return 'later';
    }
    // Deleted, or not to be edited: left alone until the issue changes again.
    await posted.replace(id, wordsKey, now());
    log.info('A post is left as it is.', { ...about, reason: error.message });
    return 'left';
  }
}
