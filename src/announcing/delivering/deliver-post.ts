import type { ChannelPost, ChannelSender, ConfirmClaim, LookBack } from '#announcing/channel-sender.ts';
import type { ClaimedItem } from '#announcing/outbox.ts';
import { DeliveryError } from '#conversation/ports/delivery-error.ts';
import { chooseRetryDelay } from './choose-retry-delay.ts';
import type { RunningParts } from './delivery-parts.ts';
import { keepLease, POST_LEASE_MS } from './keep-lease.ts';
import type { Lane } from './lane.ts';

/** What came of one try. */
export type DeliveryResult = 'sent' | 'withdrawn' | 'held' | 'later' | 'refused' | 'paused' | 'unknown';

/** So soon after it was claimed or renewed a post is certainly still one's own. */
const FRESH_MS = 10_000;

/** What a try works with besides what it is about. */
export interface DeliveryWay<Item extends ClaimedItem> {
  readonly lane: Lane<Item>;
  readonly sender: ChannelSender;
  readonly parts: RunningParts;
}

/**
 * One try to get a claimed post into its channel. What may have been sent before is looked for first, and never sent
 * again while that is in doubt; nor is one that another process may have by now. Never rejects.
 *
 * `claimedMs`: the moment for which it was claimed.
 */
export async function deliverPost<Item extends ClaimedItem>(
  claimed: Item,
  claimedMs: number,
  way: DeliveryWay<Item>,
): Promise<DeliveryResult> {
  const { lane, sender, parts } = way;
  const { queue } = lane;
  const { log, now } = parts;
  const about = { ...lane.describe(claimed), postId: claimed.id, attempt: claimed.attempts };
  const isDoubtful = claimed.unsureSinceMs !== undefined && claimed.messageId === undefined;
  const progress: Progress = { isDoubtful, isOnTheWire: false, isLost: false };
  using _lease = keepLease(claimed, { queue, ...parts });
  try {
    const wanted = await lane.compose(claimed, sender);
    if (wanted.post === undefined) {
      log.info('A post is no longer wanted.', { ...about, reason: wanted.reason });
      return await withdraw(claimed, wanted.reason, progress, way);
    }
    const { post } = wanted;
    const earlier = progress.isDoubtful ? await findEarlier(claimed, post, sender, now()) : absent;
    if (earlier.kind === 'unknown') {
      log.warn('A post may have been sent, and cannot be looked for; it is held.', {
        ...about,
        reason: earlier.reason,
      });
      await queue.hold(claimed, earlier.reason);
      return 'held';
    }
    if (earlier.kind === 'absent' && !earlier.isRepeatable) progress.isDoubtful = false;
    const confirm = confirmFrom(claimed, claimedMs, progress, way);
    const messageId = earlier.kind === 'found' ? earlier.messageId : await send(post, confirm, progress, way);
    const isMarked = await queue.markSent(claimed, messageId, now());
    if (!isMarked) log.warn('A post was sent after its claim had run out.', about);
    else log.info(lane.words.sent, { ...about, wasThere: earlier.kind === 'found' });
    return 'sent';
  } catch (error) {
    if (progress.isLost) {
      log.warn('A post was taken over by another process before it was sent.', about);
      return 'unknown';
    }
    return settleFailure(error, { claimed, about, progress }, way);
  }
}

/** How far a try has come, for whoever has to clear up after it. */
interface Progress {
  /** An earlier try may have arrived, and that is not ruled out. */
  isDoubtful: boolean;
  isOnTheWire: boolean;
  /** Another process has the post by now. */
  isLost: boolean;
}

type Earlier = Exclude<LookBack, { kind: 'absent' }> | { readonly kind: 'absent'; readonly isRepeatable: boolean };
const absent: Earlier = { kind: 'absent', isRepeatable: false };

async function withdraw<Item extends ClaimedItem>(
  claimed: Item,
  reason: string,
  { isDoubtful }: Pick<Progress, 'isDoubtful'>,
  { lane, parts }: DeliveryWay<Item>,
): Promise<DeliveryResult> {
  // What was still to be done is given up; the post itself stands.
  if (claimed.messageId !== undefined) {
    await lane.queue.markSent(claimed, claimed.messageId, parts.now());
    return 'sent';
  }
  if (isDoubtful) {
    await lane.queue.hold(claimed, `It may have been sent. ${reason}`);
    return 'held';
  }
  await lane.giveUp(claimed, reason);
  return 'withdrawn';
}

/** What became of earlier tries; absent, too, while sending again cannot make a second post. */
async function findEarlier(
  { unsureSinceMs = 0 }: ClaimedItem,
  post: ChannelPost,
  sender: ChannelSender,
  nowMs: number,
): Promise<Earlier> {
  if (nowMs - unsureSinceMs < (await sender.repeatableForMs(post.channelId))) {
    return { kind: 'absent', isRepeatable: true };
  }
  const found = await sender.findSent(post, unsureSinceMs);
  return found.kind === 'absent' ? absent : found;
}

async function send(
  post: ChannelPost,
  confirm: ConfirmClaim,
  progress: Progress,
  { sender, parts: { metrics } }: Pick<DeliveryWay<never>, 'sender' | 'parts'>,
): Promise<string> {
  const { platform } = sender;
  // A look that took long comes before this.
  await confirm();
  progress.isOnTheWire = true;
  try {
    const messageId = await sender.send(post, confirm);
    metrics.countDelivery({ platform, result: 'sent' });
    return messageId;
  } catch (error) {
    if (!progress.isLost) {
      metrics.countDelivery({ platform, result: error instanceof DeliveryError ? error.reason : 'fault' });
    }
    throw error;
  }
}

/**
 * Makes sure, whenever it is called, that the post may leave now. A machine that slept, or a process that was frozen, has
 * lost what another one took over meanwhile; and one that is told to stop begins nothing.
 */
function confirmFrom<Item extends ClaimedItem>(
  claimed: Item,
  claimedMs: number,
  progress: Progress,
  { lane: { queue }, parts: { now, signal } }: DeliveryWay<Item>,
): ConfirmClaim {
  let heldMs = claimedMs;
  return async () => {
    // Again when the answer of the store was long in coming: it may have been just then.
    while (Math.abs(now() - heldMs) > FRESH_MS) {
      const askedMs = now();
      if (!(await queue.extendLease(claimed, askedMs + POST_LEASE_MS))) {
        progress.isLost = true;
        throw new Error('Another process has the post by now.');
      }
      heldMs = askedMs;
    }
    if (signal.aborted)
      throw new DeliveryError('try-later', 'It was not begun: the process stops, or its turn is over.');
  };
}

interface Failure<Item> {
  readonly claimed: Item;
  readonly about: Readonly<Record<string, unknown>>;
  readonly progress: Progress;
}

async function settleFailure<Item extends ClaimedItem>(
  error: unknown,
  { claimed, about, progress }: Failure<Item>,
  way: DeliveryWay<Item>,
): Promise<DeliveryResult> {
  const { lane } = way;
  const { log, now, random } = way.parts;
  const failure = error instanceof DeliveryError ? error : undefined;
  const message = error instanceof Error ? error.message : String(error);
  // An error that is none of the platform's says nothing of what is on the wire.
  const messageId = failure?.sentAs ?? claimed.messageId;
  const isThere = messageId !== undefined;
  const mayHaveArrived = isThere || progress.isDoubtful || (progress.isOnTheWire && (failure?.mayHaveArrived ?? true));
  try {
    if (failure?.reason === 'destination-gone') {
      await withdraw(claimed, message, { isDoubtful: mayHaveArrived }, way);
      const isTold = await lane.closeDestination(claimed, message);
      if (isTold) log.warn(lane.words.closed, { ...about, reason: message });
      return 'paused';
    }
    const reason = failure?.reason ?? 'try-later';
    const { attempts } = claimed;
    const delayMs = chooseRetryDelay({
      attempts,
      reason,
      retryAfterMs: failure?.retryAfterMs,
      mayHaveArrived,
      random: random(),
    });
    const details = { ...about, reason: message, delayMs, ...(failure === undefined ? { error } : {}) };
    if (isThere) log.warn('A post stands, but is not finished; it is tried again.', details);
    else if (reason === 'rejected') log.error('A platform refuses a post; it is tried again later.', details);
    else log.warn('A post was not sent; it is tried again.', details);
    await lane.queue.retryLater(claimed, { nextTryMs: now() + delayMs, reason: message, mayHaveArrived, messageId });
    return reason === 'rejected' ? 'refused' : 'later';
  } catch (storeError) {
    // The claim runs out by itself, and whoever takes the post over looks first.
    log.error('What became of a post could not be stored.', { ...about, error: storeError });
    return 'unknown';
  }
}
