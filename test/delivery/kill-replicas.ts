import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { makeRandom } from '../../bench/seeded-random.ts';
import { type RunningBot, runBot } from '../fixtures/run-bot.ts';
import { week41Folder } from '../fixtures/week-41-folder.ts';
import { makeFolder } from '../storage/store-address.ts';
import { openWatchedDatabase } from './watched-database.ts';
import type { WatchedPlatform } from './watched-platform.ts';

/** What is tried. */
export interface ReplicaCase {
  readonly replicas: number;
  readonly platform: WatchedPlatform;
  readonly killEveryMs: number;
  readonly seed: number;
  /** The last replica comes back so much later, by its clock: what the dead had in hand has run out then. */
  readonly lastShiftMs: number;
}

/**
 * Several replicas post on one Postgres while one after the other is killed and started again, until nothing waits any
 * more; then what was in the hands of the dead is cleared up. Every channel has its post exactly once.
 */
export async function promiseOnePostAmongReplicas(t: TestContext, tried: ReplicaCase): Promise<void> {
  const { replicas, platform, killEveryMs, seed, lastShiftMs } = tried;
  await using database = await openWatchedDatabase('postgres', makeFolder(t));
  const settings = { ...platform.settings, DATABASE_URL: database.url, CONTENT_DIR: week41Folder };
  const nowMs = Date.now();
  for (const channel of platform.channels) await database.subscribe(channel, nowMs);
  const random = makeRandom(seed);
  const running: RunningBot[] = Array.from({ length: replicas }, () => runBot(settings));
  t.after(() => Promise.all(running.map((bot) => bot.kill())));
  let kills = 0;
  const isAnyWaiting = async () => {
    const posts = await database.list();
    return posts.length < platform.channels.length || posts.some(({ state }) => state === 'waiting');
  };
  while (await isAnyWaiting()) {
    const victim = Math.floor(random() * replicas);
    // One that is killed before it has begun would show nothing.
    await running[victim]?.sees(/The archive is read/);
    await setTimeout(killEveryMs);
    await running[victim]?.kill();
    running[victim] = runBot(settings);
    kills++;
  }
  if (lastShiftMs > 0) {
    await Promise.all(running.map((bot) => bot.kill()));
    platform.advance(lastShiftMs);
    running.splice(0, replicas, runBot(settings, ['start'], lastShiftMs));
  }
  for (const channel of platform.channels) await database.waitFor(channel, ({ state }) => state === 'sent');
  const counts = platform.channels.map(({ channelId }) => platform.countPosts(channelId));
  assert.deepEqual(counts, Array(counts.length).fill(1));
  assert.ok(kills > 0, 'nothing was killed');
  const retried = (await database.list()).filter(({ attempts }) => attempts > 1).length;
  t.diagnostic(
    `${replicas} replicas, ${kills} kills, ${counts.length} channels, one post in each; ${retried} took more than one try`,
  );
}
