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
  /** Posts that failed, by id, and when each may be tried again: they do not keep those behind them. Kept from call to call. */
  readonly failedUntilMs?: Map<string, number>;
}

/** So many failures one after the other are the platform's fault, not the posts': it is left alone until the next time. */
const MAX_FAILURES_IN_A_ROW = 3;
/** Longer than to the next look, in which those behind it come first. */
const FAILED_DELAY_MS = 90 * 1000;
/** For what a person has to mend first, such as the token. */
const REFUSED_DELAY_MS = 60 * 60 * 1000;

/**
 * Edits each post that no longer says what its issue does, as the one replica that does. Edited twice a post says the same, so
 * that a crash before an edit is noted costs nothing. True when nothing is left that can be edited.
 */
export async function correctPosts(parts: CorrectingParts): Promise<boolean> {
  const { senders, tryHold, log, now, signal, failedUntilMs = new Map<string, number>() } = parts;
  const turn = await tryHold?.('correcting');
  if (tryHold !== undefined && turn === undefined) return false;
  try {
    const failuresInARow = new Map<string, number>();
    let corrected = 0;
    let isWhole = true;
    for await (const correction of findCorrections(parts)) {
      if (signal.aborted || turn?.lost.aborted) return false;
      const { id, platform } = correction.post;
      const sender = senders.find((one) => one.platform === platform);
      if (sender === undefined) continue;
      const failures = failuresInARow.get(platform) ?? 0;
      if (failures >= MAX_FAILURES_IN_A_ROW || now() < (failedUntilMs.get(id) ?? 0)) {
        isWhole = false;
        continue;
      }
      const result = await correctOne(correction, sender, parts);
      const hasFailed = typeof result === 'number';
      isWhole &&= !hasFailed;
      failuresInARow.set(platform, hasFailed ? failures + 1 : 0);
      if (hasFailed) failedUntilMs.set(id, result);
      if (result === 'corrected') corrected++;
    }
    if (corrected > 0) log.info('Posts are corrected.', { corrected });
    return isWhole;
  } finally {
    await turn?.release();
  }
}

/** What came of it; a number where it failed: when to try again. */
async function correctOne(
  { post, wordsKey, response, title }: Correction,
  sender: ChannelSender,
  { subscriptions, posted, log, now }: CorrectingParts,
): Promise<'corrected' | 'left' | number> {
  const { id, platform, channelId, issueId, messageId = '' } = post;
  const about = { platform, channelId, issueId };
  const subscription = await subscriptions.find(post);
  // Where the bot is no longer wanted it changes nothing.
  if (subscription === undefined || subscription.pausedReason !== undefined) return 'left';
  const { workspaceId, roleToPing } = subscription;
  const corrected = markCorrected(response, now());
  try {
    await sender.correct({ id, channelId, workspaceId, roleToPing, title, response: corrected, sentAs: messageId });
  } catch (error) {
    const failure = error instanceof DeliveryError ? error : undefined;
    if (failure === undefined || failure.reason === 'try-later') {
      log.warn('A post could not be corrected; it is tried again.', { ...about, error });
      return now() + Math.max(failure?.retryAfterMs ?? 0, FAILED_DELAY_MS);
    }
    if (failure.reason === 'rejected') {
      log.error('A platform refuses to correct a post; it is tried again later.', { ...about, error });
      return now() + REFUSED_DELAY_MS;
    }
    // Deleted, or not to be edited: left alone until the issue changes again.
    await posted.replace(id, wordsKey, now());
    log.info('A post is left as it is.', { ...about, reason: failure.message });
    return 'left';
  }
  await posted.replace(id, wordsKey, now());
  log.info('A post is corrected.', about);
  return 'corrected';
}
