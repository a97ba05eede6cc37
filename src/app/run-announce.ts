import { existsSync } from 'node:fs';
import { composeDigest } from '#announcing/compose-digest.ts';
import { forecastChannel, forecastIssue } from '#announcing/forecast-channel.ts';
import { type OutboxPost, type OutboxState, outboxStates } from '#announcing/outbox.ts';
import { nameChannel, type Subscription } from '#announcing/subscription.ts';
import { unsubscribedReason } from '#announcing/subscription-desk.ts';
import type { Subscriptions } from '#announcing/subscriptions.ts';
import { printable } from '#archive/build-content-report.ts';
import { type Archive, openArchive } from '#archive/open-archive.ts';
import { replyToText } from '#conversation/reply-to-text.ts';
import { openStore } from '#storage/open-store.ts';
import type { Store } from '#storage/store.ts';
import { announceNow } from './announce-now.ts';
import { composeForecast, composeOutboxReport } from './compose-announce-report.ts';
import { checkPlatformSettings, type PlatformSettings } from './platform-settings.ts';
import type { Surroundings } from './surroundings.ts';
import { createTextLog } from './text-log.ts';

/** What is asked of the announcements. */
export interface AnnounceRequest {
  readonly mode: 'dry-run' | 'now' | 'status';
  readonly platform: string | undefined;
  readonly issueId: string | undefined;
  readonly contentFolder: string;
}

const page = 500;
const postsShown = 20;
/** The tongue of a channel's history is long; its latest posts tell. */
const postsOfChannel = 50;
const maxTextCharacters = 10_000;

/** Shows or runs announcements from the command line; resolves to the exit code. */
export async function runAnnounce(request: AnnounceRequest, surroundings: Surroundings): Promise<number> {
  const { environment, workingFolder, streams } = surroundings;
  const { settings, problems = [] } = checkPlatformSettings(environment, workingFolder);
  if (settings === undefined) {
    streams.errors.write(`${problems.join('\n')}\n`);
    return 1;
  }
  const log = createTextLog(streams.errors);
  await using archive = await openArchive({ dir: request.contentFolder, log });
  if (request.mode === 'now') return await announceNow({ platform: request.platform, settings, archive }, surroundings);
  const { database } = settings;
  // Looking must not make the store of a bot that has never run.
  const isThere = database.engine !== 'sqlite' || existsSync(database.path);
  await using store = isThere ? await openStore(database, { log, now: Date.now }) : undefined;
  const write = (lines: readonly string[]) => streams.output.write(lines.map((line) => `${line}\n`).join(''));
  if (request.mode === 'dry-run') return await showForecast(request, { settings, archive, store, write });
  if (store === undefined) {
    write([`There is no ${database.place}: nothing was ever planned.`]);
    return 0;
  }
  write(await reportOutbox(store));
  return 0;
}

interface ForecastParts {
  readonly settings: PlatformSettings;
  readonly archive: Archive;
  readonly store: Store | undefined;
  readonly write: (lines: readonly string[]) => void;
}

/** Each channel's next post with its date, or why there is none; then the posts as they would read. */
async function showForecast(
  { platform, issueId }: AnnounceRequest,
  { settings, archive, store, write }: ForecastParts,
): Promise<number> {
  const { issues } = archive.current;
  const asked = issueId?.toLowerCase() ?? '';
  const issue =
    issues.find(({ id }) => id.toLowerCase() === asked) ??
    issues.findLast(({ id, date }) => asked !== '' && (id.startsWith(`${asked}-`) || date.day === asked));
  if (issueId !== undefined && issue === undefined) {
    write([`There is no issue "${issueId}"; the newest is ${issues.at(-1)?.id ?? 'none'}.`]);
    return 1;
  }
  const { catchUpDays, channels } = settings.announce;
  const posted = new Map<string, readonly string[]>(issue ? [[issue.id, []]] : []);
  const known = new Set<string>();
  for await (const subscription of store ? eachSubscription(store.subscriptions) : []) {
    known.add(nameChannel(subscription));
    if (platform !== undefined && subscription.platform !== platform) continue;
    if (subscription.pausedReason === unsubscribedReason) continue;
    const due = { subscription, issues, nowMs: Date.now(), catchUpDays };
    const forecast =
      issue && store ? forecastIssue(due, issue, await findPost(store, subscription, issue.id)) : forecastChannel(due);
    if (forecast.kind === 'post') posted.set(forecast.issueId, forecast.earlierIssueIds);
    write([composeForecast(subscription, forecast)]);
  }
  const toCome = channels.map(nameChannel).filter((name) => !known.has(name));
  write(toCome.map((name) => `${name}: subscribed when the bot starts (ANNOUNCE_CHANNELS)`));
  if (known.size + toCome.length === 0) write(['No channel is subscribed.']);
  for (const [id, earlierIds] of posted) {
    const full = issues.find((one) => one.id === id);
    const earlier = earlierIds.flatMap((earlierId) => issues.find((one) => one.id === earlierId) ?? []);
    if (full === undefined) continue;
    const text = replyToText(
      composeDigest(full, earlier, archive.current.factsByIssue.get(id) ?? []),
      maxTextCharacters,
    );
    write(['', ...text.split('\n').map((line) => `  | ${printable(line)}`)]);
  }
  return 0;
}

async function* eachSubscription(subscriptions: Subscriptions): AsyncGenerator<Subscription> {
  let last: Subscription | undefined;
  do {
    const some = await subscriptions.listAll(last, page);
    yield* some;
    last = some.length < page ? undefined : some.at(-1);
  } while (last);
}

async function findPost(store: Store, channel: Subscription, issueId: string): Promise<OutboxPost | undefined> {
  const posts = await store.outbox.list({ channel, limit: postsOfChannel });
  return posts.find((post) => post.issueId === issueId);
}

async function reportOutbox(store: Store): Promise<string[]> {
  const counts = await store.outbox.countByState();
  const posts = new Map<OutboxState, readonly OutboxPost[]>();
  for (const state of outboxStates) {
    // Each that is held is for a person to look after: none is left out.
    const limit = state === 'held' ? Math.max(1, counts.held) : postsShown;
    posts.set(state, await store.outbox.list({ states: [state], limit }));
  }
  const paused: Subscription[] = [];
  for await (const subscription of eachSubscription(store.subscriptions)) {
    const { pausedReason } = subscription;
    if (pausedReason !== undefined && pausedReason !== unsubscribedReason) paused.push(subscription);
  }
  return composeOutboxReport(counts, posts, paused);
}
