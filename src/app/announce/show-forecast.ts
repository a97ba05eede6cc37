import type { ConfiguredChannel } from '#announcing/channels/configured-channel.ts';
import { listToCome, subscribeConfigured } from '#announcing/channels/configured-subscriber.ts';
import { unsubscribedReason } from '#announcing/channels/subscription-desk.ts';
import { composeDigest } from '#announcing/digest/compose-digest.ts';
import type { OutboxPost } from '#announcing/outbox.ts';
import { forecastChannel, forecastIssue } from '#announcing/planning/forecast-channel.ts';
import { listHeldBack } from '#announcing/planning/list-held-back.ts';
import type { Subscription } from '#announcing/subscription.ts';
import { eachSubscription } from '#announcing/subscription-registry.ts';
import { findPlatformStates } from '#app/connecting/find-platform-states.ts';
import { explainSubscribing } from '#app/doctor/examine-announcements.ts';
import { examineChannels } from '#app/doctor/examine-channels.ts';
import { nothingStored } from '#app/opening/nothing-stored.ts';
import { quietTools } from '#app/process/tools.ts';
import { printable } from '#archive/build-content-report.ts';
import { replyToText } from '#conversation/wording/reply-to-text.ts';
import type { Issue } from '#newsletter/issue.ts';
import type { Store } from '#storage/store.ts';
import { composeForecast, composeHeldBack } from './compose-report.ts';
import type { ForecastParts } from './forecast-parts.ts';
import { showCorrections } from './show-corrections.ts';

/** The tongue of a channel's history is long; its latest posts tell. */
const POSTS_OF_CHANNEL = 50;
const MAX_TEXT_CHARACTERS = 10_000;
const MAX_HELD_BACK = 2;

/**
 * For each channel its next post with the date, or why there is none, whether a start has subscribed it yet or not; then the
 * state of the platforms, and the posts as they would read. Resolves to the exit code.
 */
export async function showForecast(
  { platform, issueId }: { readonly platform: string | undefined; readonly issueId: string | undefined },
  parts: ForecastParts,
): Promise<number> {
  const { settings, archive, store, write } = parts;
  const { issues } = archive.current;
  const asked = issueId?.toLowerCase() ?? '';
  const issue =
    issues.find(({ id }) => id.toLowerCase() === asked) ??
    issues.findLast(({ id, date }) => asked !== '' && (id.startsWith(`${asked}-`) || date.day === asked));
  if (issueId !== undefined && issue === undefined) {
    write([`There is no issue "${issueId}"; the newest is ${issues.at(-1)?.id ?? 'none'}.`]);
    return 1;
  }
  const posted = new Map<string, readonly string[]>(issue ? [[issue.id, []]] : []);
  const isAsked = (channel: { readonly platform: string }) => platform === undefined || channel.platform === platform;
  const show = async (subscription: Subscription) => {
    const forecast = await forecastOne(subscription, issue, parts);
    if (forecast.kind === 'post') posted.set(forecast.issueId, forecast.earlierIssueIds);
    write([composeForecast(subscription, forecast)]);
    // Whoever follows one issue is told of that one.
    const isPlain = forecast.kind === 'post' || forecast.kind === 'nothing-new';
    if (issue === undefined && isPlain) {
      write(composeHeldBack(listHeldBack(subscription, issues, forecast, MAX_HELD_BACK)));
    }
  };
  const known: Subscription[] = [];
  for await (const subscription of store ? eachSubscription(store.subscriptions) : []) {
    known.push(subscription);
    if (isAsked(subscription) && subscription.pausedReason !== unsubscribedReason) await show(subscription);
  }
  const toCome = listToCome(settings.announce.channels, known).filter(isAsked);
  for (const channel of toCome) {
    await show(subscribeConfigured(channel, { known: undefined, workspaceId: '', issues, nowMs: Date.now() }));
    write(['  subscribed when the bot starts (ANNOUNCE_CHANNELS)', ...(await explainChannel(channel, parts))]);
  }
  if (known.length + toCome.length === 0) write([`No channel gets new issues. ${explainSubscribing(settings.known)}`]);
  await showPlatforms([...known, ...toCome].filter(isAsked), parts);
  for (const [id, earlierIds] of posted) writePost(id, earlierIds, parts);
  await showCorrections(isAsked, parts);
  return 0;
}

async function forecastOne(
  subscription: Subscription,
  issue: Issue | undefined,
  { settings, archive, store }: ForecastParts,
) {
  const { catchUpDays } = settings.announce;
  const due = { subscription, issues: archive.current.issues, nowMs: Date.now(), catchUpDays };
  if (issue === undefined) return forecastChannel(due);
  return forecastIssue(due, issue, store && (await findPost(store, subscription, issue.id)));
}

async function findPost(store: Store, channel: Subscription, issueId: string): Promise<OutboxPost | undefined> {
  const posts = await store.outbox.list({ channel, limit: POSTS_OF_CHANNEL });
  return posts.find((post) => post.issueId === issueId);
}

/** What its platform has against posting in a channel. One without a token is told below, once. */
async function explainChannel(channel: ConfiguredChannel, parts: ForecastParts): Promise<string[]> {
  const { settings, store } = parts;
  if (!settings.platforms.some(({ name }) => name === channel.platform)) return [];
  const lines: string[] = [];
  const looking = { settings, store: store ?? nothingStored, tools: quietTools };
  for await (const { level, statement, remedy = '' } of examineChannels([channel], looking)) {
    if (level !== 'ok') lines.push(printable(`  ${statement} ${remedy}`.trimEnd()));
  }
  return lines;
}

/** Of each platform that is set up, or that a channel is on. */
async function showPlatforms(
  channels: readonly { readonly platform: string }[],
  { settings, write }: ForecastParts,
): Promise<void> {
  const names = [...settings.platforms.map(({ name }) => name), ...channels.map(({ platform }) => platform)];
  const states = await findPlatformStates(names, settings, quietTools);
  write(states.map(({ name, sentence }) => printable(`${name}: ${sentence}`)));
}

function writePost(id: string, earlierIds: readonly string[], { archive, write }: ForecastParts): void {
  const { issues, factsOf } = archive.current;
  const full = issues.find((one) => one.id === id);
  const earlier = earlierIds.flatMap((earlierId) => issues.find((one) => one.id === earlierId) ?? []);
  if (full === undefined) return;
  const text = replyToText(composeDigest(full, earlier, factsOf(id)), MAX_TEXT_CHARACTERS);
  write(['', ...text.split('\n').map((line) => `  | ${printable(line)}`)]);
}
