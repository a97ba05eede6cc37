import assert from 'node:assert/strict';
import { test } from 'node:test';
import { killAtEachStep, killSteps } from '../delivery/kill-at-each-step.ts';
import { type Engine, openWatchedDatabase } from '../delivery/watched-database.ts';
import { type WatchedPlatform, watchDiscord, watchSlack } from '../delivery/watched-platform.ts';
import { makeFolder } from '../storage/store-address.ts';

const rounds = Number(process.env.ENDURANCE_ROUNDS ?? 25);
const count = rounds * killSteps.length;
const platforms: Readonly<Record<string, () => Promise<WatchedPlatform>>> = {
  Discord: () => watchDiscord(count),
  Slack: () => watchSlack(count, { canLookBack: true }),
};
const engines: readonly Engine[] = ['sqlite', 'postgres'];

for (const [name, watch] of Object.entries(platforms)) {
  for (const engine of engines) {
    test(`${name} on ${engine}: killed at each of ${killSteps.length} steps, ${rounds} times each, every channel has its post once`, async (t) => {
      await using platform = await watch();
      await using database = await openWatchedDatabase(engine, makeFolder(t));
      const posts = await killAtEachStep({ database, platform });
      const counts = platform.channels.map(({ channelId }) => platform.countPosts(channelId));
      assert.deepEqual(counts, Array(count).fill(1));
      assert.deepEqual(
        posts.filter(({ state }) => state !== 'sent'),
        [],
      );
      assert.deepEqual(platform.problems(), []);
      t.diagnostic(`${count} kills, ${count} channels, one post in each`);
    });
  }
}
