import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startDiscordServer } from '../../../../local/discord-server/start-discord-server.ts';
import { runBot } from '../../../fixtures/run-bot.ts';
import { startPostgres } from '../../../fixtures/start-postgres.ts';
import { week41Folder } from '../../../fixtures/week-41-folder.ts';

/** What is promised, on a machine that starts two replicas in less; the test itself needs a third of it. */
const takeoverMs = 30_000;

test('replicas share Discord’s shards evenly, one holder each; the shards of one that dies are taken over', async (t) => {
  const postgres = await startPostgres();
  await using server = await startDiscordServer({
    world: {
      users: [{ name: 'ada' }],
      guilds: Array.from({ length: 8 }, (_, i) => ({ name: `Guild ${i}`, channels: [{ name: `room ${i}` }] })),
    },
    gateway: { recommendedShards: 4, maxConcurrency: 4 },
  });
  const settings = {
    DISCORD_TOKEN: server.token,
    DISCORD_API_URL: server.apiUrl,
    DATABASE_URL: await postgres.createDatabase(),
    CONTENT_DIR: week41Folder,
  };
  const startedMs = performance.now();
  const shards = () => server.gateway.connectedShards.toSorted().join();
  const replicas = [runBot(settings), runBot(settings)];
  t.after(() => Promise.all(replicas.map((replica) => replica.kill())));
  await server.waitFor(() => shards() === '0,1,2,3');
  for (const replica of replicas) await replica.sees(/(?:A shard is held[\s\S]*){2}/);

  const startMs = performance.now() - startedMs;
  const [first, second] = replicas;
  await first?.kill();
  const diedMs = performance.now();
  await server.waitFor(() => shards() === '0,1,2,3' && server.gateway.counts.identifies === 6);
  const tookMs = performance.now() - diedMs;
  t.diagnostic(`taken over after ${Math.round(tookMs)} ms`);
  assert.ok(tookMs < Math.max(takeoverMs, 2 * startMs), `${tookMs} ms, after a start of ${startMs} ms`);

  for (let i = 0; i < 8; i++) {
    const asked = server.people.postMessage({ by: 'ada', in: `room ${i}`, text: `${server.mention} help` });
    await server.waitFor(() => server.messages(`room ${i}`).find(({ reference }) => reference?.messageId === asked.id));
  }
  assert.equal(await second?.stop(), 0);
});
