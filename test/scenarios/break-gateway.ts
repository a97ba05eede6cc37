import assert from 'node:assert/strict';
import { makeRandom } from '../../bench/seeded-random.ts';
import { type DiscordServer, startDiscordServer } from '../../local/discord-server/start-discord-server.ts';
import { startDiscordBot } from '../fixtures/discord-bot.ts';

const boundless = { perUser: 1_000_000, perChannel: 1_000_000, windowMs: 60_000 };
/** A new session has to wait for up to 6.5 seconds after the last one (discord.js), and so does a test. */
const patienceMs = 120_000;

/** What happens to connections; after the last two a resume is not possible. */
const breaks: readonly ((server: DiscordServer) => void)[] = [
  ({ gateway }) => gateway.kill(),
  ({ gateway }) => gateway.kill(4000),
  ({ gateway }) => gateway.askToReconnect(),
  ({ gateway }) => gateway.invalidateSessions(true),
  ({ gateway }) => gateway.invalidateSessions(false),
  ({ gateway }) => {
    gateway.kill();
    gateway.forgetSessions();
  },
];

/**
 * Asks so many mentions while the gateway breaks at random moments, and looks at what became of each: whatever surely
 * reached the bot has exactly one answer, and nothing has two.
 */
export async function askWhileGatewayBreaks(mentions: number, breakCount: number, seed: number) {
  const random = makeRandom(seed);
  const perSecond = { limit: 1000, perMs: 1000 };
  await using server = await startDiscordServer({
    limits: { global: 10_000, routes: { 'POST /channels/:channelId/messages': perSecond } },
    gateway: { heartbeatIntervalMs: 1000 },
  });
  await using bot = await startDiscordBot(server, { budget: boundless });
  const isConnected = () => server.gateway.connectedShards.length > 0;
  const breaksAt = new Set(Array.from({ length: breakCount }, () => Math.floor(random() * mentions)));
  const asked: string[] = [];
  let deck: ((server: DiscordServer) => void)[] = [];
  for (let i = 0; i < mentions; i++) {
    const text = `${server.mention} does kettlectl run on arm64?`;
    asked.push(server.people.postMessage({ by: 'ada', in: 'general', text }).id);
    if (breaksAt.has(i)) {
      await server.waitFor(isConnected, patienceMs, 'the bot to connect again');
      if (deck.length === 0) deck = shuffle(breaks, random);
      deck.pop()?.(server);
      // A few more are asked while nobody listens; without end, all would be.
      continue;
    }
    if (!isConnected() && random() < 0.2) await server.waitFor(isConnected, patienceMs, 'the bot to connect again');
    // Gives way, so that answers and questions mix as they do in life.
    if (i % 5 === 0) await new Promise((resolve) => setImmediate(resolve));
  }
  await server.waitFor(isConnected, patienceMs, 'the bot to connect again');
  const answers = () => Map.groupBy(server.messages('general'), ({ reference }) => reference?.messageId ?? '');
  const isSettled = () =>
    asked.every((id) => server.gateway.deliveryOf(id) !== 'waiting') &&
    asked.filter((id) => server.gateway.deliveryOf(id) === 'confirmed').every((id) => answers().has(id));
  // The next heartbeat confirms what the living session was told.
  const { heartbeats } = server.gateway.counts;
  await server.waitFor(() => server.gateway.counts.heartbeats >= heartbeats + 2, patienceMs, 'a heartbeat');
  await server.waitFor(isSettled, patienceMs, 'the answers to all that was delivered');

  const found = answers();
  const outcomes = asked.map((id) => ({
    delivery: server.gateway.deliveryOf(id),
    answers: found.get(id)?.length ?? 0,
  }));
  assert.deepEqual(
    outcomes.filter(({ delivery, answers }) => answers > 1 || (delivery === 'confirmed' && answers !== 1)),
    [],
  );
  assert.ok(bot.isConnected());
  const { resumes, identifies } = server.gateway.counts;
  return {
    resumes,
    identifies,
    confirmed: outcomes.filter(({ delivery }) => delivery === 'confirmed').length,
    answered: outcomes.filter(({ answers }) => answers === 1).length,
  };
}

function shuffle<Thing>(things: readonly Thing[], random: () => number): Thing[] {
  return things
    .map((thing) => ({ thing, place: random() }))
    .sort((a, b) => a.place - b.place)
    .map(({ thing }) => thing);
}
