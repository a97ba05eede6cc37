import { listToCome } from '#announcing/channels/configured-subscriber.ts';
import { describeDue, describeSchedule } from '#announcing/schedule/describe-schedule.ts';
import { nextDue } from '#announcing/schedule/next-due.ts';
import type { Subscription } from '#announcing/subscription.ts';
import { nameTokenPlatforms } from '#app/settings/name-platforms.ts';
import type { PlatformSettings } from '#app/settings/platforms.ts';
import type { Finding } from '#conversation/ports/finding.ts';
import type { ChatPlatform } from '#platforms/chat-platform.ts';
import type { Store } from '#storage/store.ts';

const subject = 'Announcements';
/** A due date is served within a minute or two while the bot runs. */
const OVERDUE_AFTER_MS = 10 * 60_000;
const MAX_NAMED = 3;
/** Where a bot announces nothing, on purpose or not. */
export function explainSubscribing(known: readonly ChatPlatform[]): string {
  const where = nameTokenPlatforms(known);
  return `Type "subscribe" in a channel of ${where} where the bot is, or set ANNOUNCE_CHANNELS (.env.example shows how).`;
}

/** Which channels are served next and which are not, as the store has them. */
export function* examineAnnouncements(
  subscriptions: readonly Subscription[],
  { announce: { channels: configured }, known }: Pick<PlatformSettings, 'announce' | 'known'>,
  nowMs: number,
): Generator<Finding> {
  const toCome = listToCome(configured, subscriptions);
  if (configured.length > 0) {
    const statement = `ANNOUNCE_CHANNELS names ${count(configured.length)}; subscribed so far: ${configured.length - toCome.length}.`;
    yield { subject, level: 'ok', statement };
  }
  for (const { platform, channelId, schedule } of toCome) {
    const next = describeDue(nextDue(schedule, nowMs), schedule.timeZone);
    const when = `${describeSchedule(schedule)}, the first time on ${next}`;
    const statement = `${platform} ${channelId} is not subscribed yet: a start of the bot does that; ${when}.`;
    yield { subject, level: 'ok', statement };
  }
  if (subscriptions.length === 0) {
    if (toCome.length === 0)
      yield { subject, level: 'ok', statement: `No channel gets new issues. ${explainSubscribing(known)}` };
    return;
  }
  const active = subscriptions.filter(({ pausedReason }) => pausedReason === undefined);
  const overdue = active.filter(({ nextDueMs }) => nextDueMs < nowMs - OVERDUE_AFTER_MS);
  const next = active.filter(({ nextDueMs }) => nextDueMs >= nowMs).sort((a, b) => a.nextDueMs - b.nextDueMs)[0];
  const when = next && `next ${new Date(next.nextDueMs).toISOString()} in ${nameOf(next)}`;
  yield { subject, level: 'ok', statement: `${count(active.length)} subscribed; ${when ?? 'none is due later'}.` };
  if (overdue.length > 0) {
    const statement = `${count(overdue.length)} should have been served already, such as ${nameOf(overdue[0])}.`;
    yield { subject, level: 'fault', statement, remedy: 'Start the bot, or look into its log for what holds it.' };
  }
  const paused = subscriptions.filter(({ pausedReason }) => pausedReason !== undefined);
  for (const subscription of paused.slice(0, MAX_NAMED)) {
    const statement = `Nothing is posted in ${nameOf(subscription)}: ${subscription.pausedReason}`;
    yield { subject, level: 'warning', statement, remedy: 'Mend that, then subscribe in the channel again.' };
  }
  if (paused.length > MAX_NAMED) {
    const statement = `${count(paused.length - MAX_NAMED)} more are paused.`;
    yield { subject, level: 'warning', statement, remedy: 'Mend those above first; the reasons are often the same.' };
  }
}

/** Posts that nobody sends any more, and somebody may have to look at. */
export async function* examineOutbox({ outbox }: Pick<Store, 'outbox'>): AsyncGenerator<Finding> {
  const counts = await outbox.countByState();
  const open = counts.waiting + counts.claimed;
  const statement = `${counts.sent} posts sent, ${open} on their way, ${counts.held} in doubt.`;
  yield { subject: 'Outbox', level: 'ok', statement };
  for (const { issueId, platform, channelId, reason } of await outbox.list({ states: ['held'], limit: MAX_NAMED })) {
    yield {
      subject: 'Outbox',
      level: 'warning',
      statement: `It is in doubt whether ${issueId} was posted in ${platform} ${channelId}: ${reason}`,
      remedy: 'Look into the channel; if the issue is not there, post it with the command "post".',
    };
  }
}

/** News that is in doubt; whom it is for is told to nobody. */
export async function* examineNews({ notices }: Pick<Store, 'notices'>): AsyncGenerator<Finding> {
  const { sent, waiting, claimed, held } = await notices.countByState();
  const statement = `${sent} messages to watchers sent, ${waiting + claimed} on their way, ${held} in doubt.`;
  const remedy = 'The reasons: npm run -s announce -- --status';
  yield { subject: 'News', ...(held === 0 ? { level: 'ok', statement } : { level: 'warning', statement, remedy }) };
}

function nameOf(subscription: Subscription | undefined): string {
  return `${subscription?.platform} ${subscription?.channelId}`;
}

function count(channels: number): string {
  return channels === 1 ? '1 channel' : `${channels} channels`;
}
