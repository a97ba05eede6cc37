// Freezes a replica that is posting until another one has done the rest, and thaws it. About 5 minutes.
import assert from 'node:assert/strict';
import process from 'node:process';
import { test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import pg from 'pg';
import { openWatchedDatabase } from '../delivery/watched-database.ts';
import { watchDiscord } from '../delivery/watched-platform.ts';
import { runBot } from '../fixtures/run-bot.ts';
import { week41Folder } from '../fixtures/week-41-folder.ts';
import { makeFolder } from '../storage/store-address.ts';

const count = 200;
const postedBefore = 60;
/** Longer than Discord knows a message by its nonce. */
const frozenMs = 100_000;

test(`a replica that is frozen while it posts to ${count} Discord channels, and thaws when another one has done the rest, posts nothing again`, async (t) => {
  await using platform = await watchDiscord(count, { nonceLifeMs: 60_000 });
  await using database = await openWatchedDatabase('postgres', makeFolder(t));
  const settings = { ...platform.settings, DATABASE_URL: database.url, CONTENT_DIR: week41Folder };
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  t.after(() => client.end());
  const listSessions = async () => {
    const { rows } = await client.query('select pid from pg_stat_activity where datname = current_database()');
    return rows.map(({ pid }) => Number(pid));
  };
  for (const channel of platform.channels) await database.subscribe(channel, Date.now());
  const countPosts = () => platform.channels.map(({ channelId }) => platform.countPosts(channelId));
  const own = await listSessions();

  const frozen = runBot(settings);
  t.after(() => frozen.kill());
  while (countPosts().filter((posts) => posts > 0).length < postedBefore) await setTimeout(5);
  process.kill(frozen.pid ?? 0, 'SIGSTOP');
  const frozenAtMs = Date.now();
  // As the server does by its keepalives when a machine is gone.
  for (const pid of await listSessions()) {
    if (!own.includes(pid)) await client.query('select pg_terminate_backend($1)', [pid]);
  }
  const other = runBot(settings);
  t.after(() => other.kill());
  const isAllSent = async () => (await database.list()).every(({ state }) => state === 'sent');
  while (!(await isAllSent()) || Date.now() < frozenAtMs + frozenMs) await setTimeout(500);
  assert.deepEqual(countPosts(), Array(count).fill(1));

  process.kill(frozen.pid ?? 0, 'SIGCONT');
  t.diagnostic(`thawed after ${Math.round((Date.now() - frozenAtMs) / 1000)} s`);
  await frozen.sees(/A post was taken over by another process/);
  // Stopping finishes what it has in hand.
  assert.equal(await frozen.stop(), 0);
  assert.deepEqual(countPosts(), Array(count).fill(1));
});
