import { type OutboxPost, type OutboxState, outboxStates } from '#announcing/outbox.ts';
import type { ChannelForecast, IssueForecast } from '#announcing/planning/forecast-channel.ts';
import type { HeldBack } from '#announcing/planning/list-held-back.ts';
import { describeDue, describeSchedule } from '#announcing/schedule/describe-schedule.ts';
import { nameChannel, type Subscription } from '#announcing/subscription.ts';
import { printable } from '#archive/build-content-report.ts';
import type { StuckNotices } from '#watching/notice.ts';

/** "slack:C0123, every Friday at 12:00 (UTC): …", one line a channel. */
export function composeForecast(subscription: Subscription, forecast: ChannelForecast | IssueForecast): string {
  const { schedule } = subscription;
  return printable(
    `${nameChannel(subscription)}, ${describeSchedule(schedule)}: ${describeForecast(forecast, schedule.timeZone)}`,
  );
}

/** "not 2017-W43: it is a draft", a line for each. */
export function composeHeldBack(held: readonly HeldBack[]): string[] {
  const reasons = {
    draft: () => 'it is a draft',
    later: (day: string) => `it is dated ${day}`,
    seen: () => 'the channel has seen it, or began after it: a new channel starts with the next issue',
  } satisfies Record<HeldBack['why'], (day: string) => string>;
  return held.map(({ issueId, why, day }) => `  not ${issueId}: ${reasons[why](day)}`);
}

function describeForecast(forecast: ChannelForecast | IssueForecast, timeZone: string): string {
  switch (forecast.kind) {
    case 'post': {
      const { earlierIssueIds: earlier } = forecast;
      const lines = earlier.length === 0 ? '' : `, with a line for ${earlier.join(', ')}`;
      return `${forecast.issueId} on ${describeDue(forecast.atMs, timeZone)}${lines}`;
    }
    case 'nothing-new':
      return `nothing new by ${describeDue(forecast.atMs, timeZone)}`;
    case 'paused':
      return `nothing while it is paused. ${forecast.reason}`;
    case 'draft':
      return 'not while it is a draft';
    case 'seen':
      return `not there: the channel has seen ${forecast.seenIssueId}, or was subscribed after it`;
    case 'ended':
      return `not any more: its front matter ends it on ${forecast.day}`;
    case 'far-off':
      return `not for a year: it is dated ${forecast.day}`;
    case 'planned-before':
      return describePost(forecast.post, timeZone);
  }
}

function describePost({ state, sentMs, reason = '', nextTryMs }: OutboxPost, timeZone: string): string {
  switch (state) {
    case 'sent':
      return `posted on ${describeDue(sentMs ?? 0, timeZone)}`;
    case 'waiting':
      return `waits, to be tried from ${describeDue(nextTryMs ?? 0, timeZone)} on. ${reason}`.trimEnd();
    case 'claimed':
      return 'on its way';
    default:
      return `${state}. ${reason}`;
  }
}

const stateHelp = {
  waiting: 'Waiting to be sent:',
  claimed: 'On their way:',
  held:
    'Held: each may have arrived, and nobody can find out but you. Look into the channel; where it is missing, say "latest"' +
    ' there, and everybody sees the issue. A held post is never sent again:',
  skipped: 'Left out:',
  sent: 'Sent last:',
} satisfies Record<OutboxState, string>;

/** In the order of interest: what needs a person comes first. */
const stateOrder = ['held', 'waiting', 'claimed', 'skipped', 'sent'] as const satisfies readonly OutboxState[];

/** How the outbox stands: counts, then the latest posts by state with their reasons, then what is paused. */
export function composeOutboxReport(
  counts: Readonly<Record<OutboxState, number>>,
  posts: ReadonlyMap<OutboxState, readonly OutboxPost[]>,
  paused: readonly Subscription[],
): string[] {
  const lines = [`Posts: ${describeCounts(counts)}.`];
  for (const state of stateOrder) {
    const listed = posts.get(state) ?? [];
    if (listed.length === 0) continue;
    lines.push('', stateHelp[state], ...listed.map(composePostLine));
    const left = counts[state] - listed.length;
    if (left > 0) lines.push(`  and ${left} more`);
  }
  if (paused.length > 0) {
    lines.push('', 'Paused channels, until somebody there says "subscribe":');
    lines.push(...paused.map((subscription) => `  ${nameChannel(subscription)}: ${subscription.pausedReason}`));
  }
  return lines.map(printable);
}

function composePostLine(post: OutboxPost): string {
  const attempts = post.attempts > 1 ? `, tried ${post.attempts} times` : '';
  const at = describeDue(post.sentMs ?? post.plannedMs, 'UTC');
  return `  ${nameChannel(post)} ${post.issueId}: ${post.sentMs === undefined ? 'planned' : 'sent'} ${at} UTC${attempts}${post.reason ? `. ${post.reason}` : ''}`;
}

const newsHelp = {
  held:
    'Held: each may have arrived, and nobody can find out but whom it is for. It is never sent again; what the issue says is' +
    ' answered to whoever asks. The reason says how the bot could look the next time:',
  waiting: 'Tried in vain; tried again, for a week:',
  skipped: 'Not told; who takes no messages hears of it in their next answer:',
} satisfies Record<StuckNotices['state'], string>;

/** How news to watchers stands: counts, then what is stuck, alike ones together, with their reasons. No person is named. */
export function composeNewsReport(
  counts: Readonly<Record<OutboxState, number>>,
  stuck: readonly StuckNotices[],
): string[] {
  const lines = [`News to watchers: ${describeCounts(counts)}.`];
  for (const state of ['held', 'waiting', 'skipped'] as const) {
    const listed = stuck.filter((one) => one.state === state);
    if (listed.length > 0) lines.push('', newsHelp[state], ...listed.map(composeNewsLine));
  }
  return lines.map(printable);
}

function composeNewsLine({ platform, channelId, issueId, reason, messages }: StuckNotices): string {
  const persons = `${platform}, ${messages} ${messages === 1 ? 'person' : 'persons'}`;
  const to = channelId === undefined ? persons : nameChannel({ platform, channelId });
  return `  ${to}, ${issueId === '' ? 'the end of a watch' : issueId}: ${reason}`;
}

function describeCounts(counts: Readonly<Record<OutboxState, number>>): string {
  return outboxStates.map((state) => `${counts[state]} ${state}`).join(', ');
}
