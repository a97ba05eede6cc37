import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import { runProgram } from '../scenarios/terminal-processes.ts';
import { makeFolder } from '../storage/store-address.ts';
import { killAtEachStep, killGroups, killSteps } from './kill-at-each-step.ts';
import { type Engine, openWatchedDatabase, type WatchedDatabase } from './watched-database.ts';
import type { WatchedPlatform } from './watched-platform.ts';

/** What is tried: with that many channels for each step. */
export interface KillMatrixCase {
  readonly engine: Engine;
  readonly rounds: number;
  readonly watch: (count: number) => Promise<WatchedPlatform>;
  /** Posts in channels, unless it looks at something else. */
  readonly open?: (engine: Engine, folder: string) => Promise<WatchedDatabase>;
}

/** However it was killed, each channel has its post exactly once. */
export async function promiseOnePost(t: TestContext, given: KillMatrixCase): Promise<void> {
  const { engine, rounds, watch, open = openWatchedDatabase } = given;
  const count = rounds * killSteps.length;
  await using platform = await watch(count);
  await using database = await open(engine, makeFolder(t));
  const posts = await killAtEachStep({ database, platform });
  assert.deepEqual(
    platform.channels.map(({ channelId }) => platform.countPosts(channelId)),
    Array(count).fill(1),
  );
  assert.deepEqual([...new Set(posts.map(({ state }) => state))], ['sent']);
  assert.equal(posts.length, count);
  assert.deepEqual(platform.problems(), []);
  t.diagnostic(`${describeKills(rounds)}: ${count} channels, one post in each`);
}

function describeKills(rounds: number): string {
  return `${killSteps.length} steps, ${rounds} times each, by ${killGroups.length * rounds} kills`;
}

/** Where the bot may not look, a post may be missing and is listed then; none is ever there twice. */
export async function promiseNeverTwo(t: TestContext, given: KillMatrixCase): Promise<void> {
  const { engine, rounds, watch, open = openWatchedDatabase } = given;
  const count = rounds * killSteps.length;
  await using platform = await watch(count);
  await using database = await open(engine, makeFolder(t));
  const posts = await killAtEachStep({ database, platform });
  const held = posts.filter(({ state }) => state === 'held');
  const heldIds = new Set(held.map(({ channelId }) => channelId));
  for (const { channelId } of platform.channels) {
    const posted = platform.countPosts(channelId);
    assert.ok(posted === 1 || (posted === 0 && heldIds.has(channelId)), `${channelId}: ${posted} posts`);
  }
  // On the wire, accepted but unanswered, answered but unmarked: of all these nobody can know.
  assert.ok(held.length >= 3 * rounds, `${held.length} of ${count} are held`);
  t.diagnostic(`${describeKills(rounds)}: ${count} channels, ${held.length} held and listed, none twice`);
  const { output, exitCode } = await runProgram(['announce', '--status'], '', {
    ...platform.settings,
    DATABASE_URL: database.url,
  });
  assert.equal(exitCode, 0);
  // Whom a person's message did not reach for sure, is not shown by name.
  if (open !== openWatchedDatabase) {
    assert.match(output, new RegExp(`News to watchers: .*, ${held.length} held`));
    assert.match(output, /^Held: each may have arrived/m);
    return;
  }
  for (const channelId of heldIds) assert.ok(output.includes(channelId), `${channelId} is not listed:\n${output}`);
}
