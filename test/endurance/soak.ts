import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempDisposable } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setInterval as every } from 'node:timers/promises';
import { openStore } from '#storage/opening/open-store.ts';
import { makeRandom } from '../../bench/seeded-random.ts';
import { type DiscordServer, startDiscordServer } from '../../local/discord-server/start-discord-server.ts';
import { type SlackServer, startSlackServer } from '../../local/slack-server/start-slack-server.ts';
import { makeSubscription } from '../contracts/make-subscription.ts';
import { keepLog } from '../fixtures/kept-log.ts';
import { fridayNoon, inventWeek } from './invent-week.ts';
import type { SoakMeasure, SoakOrder, SoakSettings } from './soak-bot.ts';

/** How long, how dense, and by which dice. */
export interface SoakPlan {
  readonly seconds: number;
  readonly questionEveryMs: number;
  /** How often something goes wrong, on average. */
  readonly faultEveryMs: number;
  /** A week of the announcer's clock. */
  readonly weekEveryMs: number;
  readonly measureEveryMs: number;
  readonly seed: number;
  readonly tell: (line: string) => void;
}

/** What came of it. */
export interface SoakResult {
  readonly asked: number;
  /** Questions that surely reached the bot and have not exactly one answer. */
  readonly wronglyAnswered: readonly string[];
  readonly faults: number;
  readonly weeks: number;
  /** Issues that stand in a channel not exactly once. */
  readonly wronglyPosted: readonly string[];
  readonly measures: readonly (SoakMeasure & { readonly atMs: number })[];
}

const question = 'does kettlectl run on arm64?';
const slackScopes = [
  'commands',
  'app_mentions:read',
  'chat:write',
  'im:history',
  'assistant:write',
  'channels:history',
  'groups:history',
  'metadata.message:read',
];
const slackRetries = [0, 50, 100, 200, 400, 800, 1_600, 3_200, 6_400];
const settleMs = 90_000;
/** The announcer's clock at the start: the first post is due. */
const startMs = fridayNoon(1) + 30_000;
const unlimited = { limit: 1_000_000, perMs: 1000 };

/** Runs the bot in a process of its own against both local servers, with traffic and random faults, for so many seconds. */
export async function soak({
  seconds,
  questionEveryMs,
  faultEveryMs,
  weekEveryMs,
  measureEveryMs,
  seed,
  tell,
}: SoakPlan) {
  const random = makeRandom(seed);
  await using folder = await mkdtempDisposable(join(tmpdir(), 'soak-'));
  const databasePath = join(folder.path, 'bot.sqlite');
  // Slack's clock goes with the announcer's, since a look back goes by it; Discord knows a post by its nonce.
  let aheadMs = startMs - Date.now();
  await using slack = await startSlackServer({
    now: () => Date.now() + aheadMs,
    workspaces: [{ id: 'T0LOCAL', scopes: slackScopes, channels: [{ id: 'C0GENERAL' }, { id: 'C0NEWS' }] }],
    socket: { acknowledgeWithinMs: 1_000, retryAfterMs: slackRetries, withoutConnection: 'hold', pingEveryMs: 1_000 },
  });
  await using discord = await startDiscordServer({
    limits: { global: 1_000_000, routes: { 'POST /channels/:channelId/messages': unlimited } },
    gateway: { heartbeatIntervalMs: 1_000 },
  });
  const weeks = Math.floor((seconds * 1000) / weekEveryMs);
  await subscribe(databasePath, slack, discord);
  const bot = await startBot({ slack, discord, databasePath, weeks: weeks + 1 });

  const asked = { slack: [] as string[], discord: [] as string[] };
  const measures: (SoakMeasure & { atMs: number })[] = [];
  const beganMs = performance.now();
  const elapsedMs = () => performance.now() - beganMs;
  let faults = 0;
  let week = 1;
  for await (const _ of every(questionEveryMs)) {
    ask(asked, slack, discord);
    if (random() < questionEveryMs / faultEveryMs) {
      faults++;
      breakSomething(random, slack, discord);
    }
    if (elapsedMs() >= (measures.length + 1) * measureEveryMs) {
      const measure = { ...(await bot.measure()), atMs: elapsedMs() };
      measures.push(measure);
      tell(describe(measure, asked, faults, week));
    }
    // The next week comes when this one's issue stands everywhere: a clock that is turned lets claims run out.
    const isPosted = countPosts(slack, discord, week).every((times) => times > 0);
    if (week < weeks && elapsedMs() >= week * weekEveryMs && isPosted) {
      week++;
      const byMs = fridayNoon(week) - fridayNoon(week - 1);
      aheadMs += byMs;
      bot.order({ kind: 'turn-clock', byMs });
      // Every other post is one of which the bot does not hear whether it arrived.
      if (week % 2 === 0) slack.faults.add({ method: 'chat.postMessage', kind: 'drop-after', when: isPost });
    }
    if (elapsedMs() >= seconds * 1000) break;
  }
  const shown = () => {
    const answers = { slack: countSlackAnswers(slack), discord: countDiscordAnswers(discord) };
    return [
      ...asked.slack.filter((ts) => answers.slack.get(ts) !== 1).map((ts) => `slack ${ts}`),
      ...asked.discord
        .filter((id) => discord.gateway.deliveryOf(id) !== 'waiting')
        .filter((id) => (answers.discord.get(id) ?? 0) !== 1)
        .filter((id) => discord.gateway.deliveryOf(id) === 'confirmed' || (answers.discord.get(id) ?? 0) > 1)
        .map((id) => `discord ${id}`),
    ];
  };
  const isDone = () => shown().length === 0 && countPosts(slack, discord, week).every((times) => times === 1);
  // Each server looks again at every change of its own; who is not done by then shows in the result.
  await Promise.any([slack.waitFor(isDone, settleMs), discord.waitFor(isDone, settleMs)]).catch(() => {});
  await bot.stop();
  const wronglyPosted = Array.from({ length: week }, (_, index) => index + 1)
    .filter((number) => countPosts(slack, discord, number).some((times) => times !== 1))
    .map((number) => `week ${number}: ${countPosts(slack, discord, number)}`);
  return {
    asked: asked.slack.length + asked.discord.length,
    wronglyAnswered: shown(),
    faults,
    weeks: week,
    wronglyPosted,
    measures,
  } satisfies SoakResult;
}

function ask(asked: { slack: string[]; discord: string[] }, slack: SlackServer, discord: DiscordServer): void {
  if (asked.slack.length <= asked.discord.length) {
    asked.slack.push(slack.person('U0ANN').post('C0GENERAL', `@bot ${question}`).ts);
  } else {
    asked.discord.push(
      discord.people.postMessage({ by: 'ada', in: 'general', text: `${discord.mention} ${question}` }).id,
    );
  }
}

const isPost = ({ channel }: { readonly channel?: unknown }) => channel === 'C0NEWS';
const send = 'POST /channels/:channelId/messages';

/** What happens to connections and calls in a year. After none of these may an answer be missing or come twice. */
const mishaps: readonly ((slack: SlackServer, discord: DiscordServer) => void)[] = [
  ({ sockets }) => sockets.drop(),
  ({ sockets }) => sockets.rotate('warning'),
  ({ sockets }) => sockets.rotate('refresh_requested'),
  ({ sockets }) => sockets.loseAcks(2),
  ({ sockets }) => {
    sockets.refuse(2);
    sockets.drop();
  },
  ({ faults }) => faults.add({ method: 'chat.postMessage', kind: 'rate-limit', retryAfterSeconds: 1 }),
  ({ faults }) => faults.add({ method: 'chat.postMessage', kind: 'drop-after' }),
  ({ faults }) => faults.add({ method: 'chat.postMessage', kind: 'server-error-after' }),
  ({ faults }) => faults.add({ method: 'chat.postMessage', kind: 'slow', delayMs: 1_500 }),
  ({ faults }) => faults.add({ method: 'apps.connections.open', kind: 'server-error' }),
  (_, { gateway }) => gateway.kill(),
  (_, { gateway }) => gateway.kill(4000),
  (_, { gateway }) => gateway.askToReconnect(),
  (_, { gateway }) => gateway.invalidateSessions(true),
  (_, { faults }) => faults.add({ route: send, how: 'drop', when: 'after' }),
  (_, { faults }) => faults.add({ route: send, how: 'status', status: 502 }),
  (_, { faults }) => faults.add({ route: send, how: 'rate-limit', retryAfterMs: 500, scope: 'user' }),
  (_, { faults }) => faults.add({ route: send, how: 'delay', delayMs: 1_500 }),
];

function breakSomething(random: () => number, slack: SlackServer, discord: DiscordServer): void {
  mishaps[Math.floor(random() * mishaps.length)]?.(slack, discord);
}

function countSlackAnswers(slack: SlackServer): Map<string, number> {
  return count(
    slack.messages('C0GENERAL').flatMap(({ via, thread_ts }) => (via === 'person' ? [] : (thread_ts ?? []))),
  );
}

function countDiscordAnswers(discord: DiscordServer): Map<string, number> {
  return count(discord.messages('general').flatMap(({ reference }) => reference?.messageId ?? []));
}

function count(keys: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

/** How often the issue of a week stands in each of the subscribed channels. */
function countPosts(slack: SlackServer, discord: DiscordServer, week: number): number[] {
  const { title } = inventWeek(week).issue;
  return [slack.messages('C0NEWS'), discord.messages('hardware')].map(
    (messages) => messages.filter((message) => JSON.stringify(message).includes(title)).length,
  );
}

async function subscribe(path: string, slack: SlackServer, discord: DiscordServer): Promise<void> {
  await using store = await openStore({ engine: 'sqlite', path, place: path }, { log: keepLog(), now: Date.now });
  const shared = {
    schedule: { dayOfWeek: 5, minuteOfDay: 720, timeZone: 'UTC' },
    nextDueMs: fridayNoon(1),
    seenIssueId: undefined,
  };
  for (const channel of [
    { platform: 'slack', channelId: 'C0NEWS', workspaceId: slack.workspace.id },
    { platform: 'discord', channelId: discord.channelId('hardware'), workspaceId: discord.guildId('Workshop') },
  ]) {
    await store.subscriptions.save(makeSubscription({ ...shared, ...channel }));
  }
}

async function startBot({
  slack,
  discord,
  ...rest
}: { slack: SlackServer; discord: DiscordServer } & Pick<SoakSettings, 'databasePath' | 'weeks'>) {
  const settings: SoakSettings = {
    slack: {
      connection: { kind: 'socket', appToken: slack.app.appToken },
      identity: { kind: 'one-workspace', botToken: slack.botToken },
      apiUrl: slack.apiUrl,
      canLookBack: true,
    },
    discord: { token: discord.token, apiUrl: discord.apiUrl, guildId: undefined, shards: { kind: 'auto' } },
    startMs,
    ...rest,
  };
  const path = join(import.meta.dirname, 'soak-bot.ts');
  const execArgv = ['--expose-gc', '--semi-space-growth-factor=1', '--heap-growing-percent=30'];
  const child = fork(path, [JSON.stringify(settings)], { execArgv });
  const order = (what: SoakOrder) => void child.send(what);
  const ended = once(child, 'exit');
  const started = await Promise.race([once(child, 'message'), ended]);
  if (started[0] !== 'started') throw new Error(`the bot ended with ${started[0]} before it had started`);
  return {
    order,
    async measure(): Promise<SoakMeasure> {
      const answer = once(child, 'message');
      order({ kind: 'measure' });
      return (await answer)[0] as SoakMeasure;
    },
    async stop() {
      order({ kind: 'stop' });
      const [code] = await ended;
      if (code !== 0) throw new Error(`the bot ended with ${code}`);
    },
  };
}

function describe(
  { atMs, heapBytes, residentBytes, resources }: SoakMeasure & { atMs: number },
  asked: { slack: readonly string[]; discord: readonly string[] },
  faults: number,
  week: number,
): string {
  const megabytes = (bytes: number) => (bytes / 1024 ** 2).toFixed(1);
  const held = Object.entries(resources)
    .map(([kind, number]) => `${number} ${kind}`)
    .join(', ');
  return (
    `${(atMs / 60_000).toFixed(1)} min: ${asked.slack.length + asked.discord.length} questions, ${faults} faults, ` +
    `${week} weeks; heap ${megabytes(heapBytes)} MB, resident ${megabytes(residentBytes)} MB; ${held}`
  );
}
