import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AccessError } from '#conversation/ports/access-error.ts';
import { closeCodes } from '#platforms/discord/calling/codes.ts';
import { type DiscordServer, startDiscordServer } from '../../local/discord-server/start-discord-server.ts';
import { startDiscordBot } from '../fixtures/discord-bot.ts';

/** A new session has to wait for five seconds after the last one (events/gateway.mdx), and so does a test. */
const patienceMs = 120_000;

/** Discord's own table (topics/opcodes-and-status-codes.mdx): whether to connect again after a close code. */
const documented: readonly (readonly [code: number, reconnect: boolean])[] = [
  [4000, true],
  [4001, true],
  [4002, true],
  [4003, true],
  [4004, false],
  [4005, true],
  [4007, true],
  [4008, true],
  [4009, true],
  [4010, false],
  [4011, false],
  [4012, false],
  [4013, false],
  [4014, false],
];
/** WebSocket's own (RFC 6455), and some that nobody has documented. */
const undocumented = [1000, 1001, 1003, 1008, 1011, 1012, 1013, 3000, 4006, 4099, 4999];
const passing = [...documented.filter(([, reconnect]) => reconnect).map(([code]) => code), ...undocumented];
const final = documented.filter(([, reconnect]) => !reconnect).map(([code]) => code);

async function assertAnswered(server: DiscordServer): Promise<void> {
  const asked = server.people.postMessage({ by: 'ada', in: 'general', text: `${server.mention} help` });
  const answer = () => server.messages('general').find(({ reference }) => reference?.messageId === asked.id);
  await server.waitFor(answer, patienceMs);
}

const isConnected = (server: DiscordServer) => server.gateway.connectedShards.length > 0;

test('the bot’s table of close codes is Discord’s', () => {
  const known = Object.entries(closeCodes).map(([code, remedy]) => [Number(code), remedy === undefined] as const);
  assert.deepEqual(known, documented);
});

test('closed with a code after which Discord takes it again, the bot connects again and answers', {
  concurrency: true,
}, async (t) => {
  const cases = [undefined, ...passing].map((code) =>
    t.test(`${code ?? 'cut off'}`, async () => {
      await using server = await startDiscordServer();
      await using bot = await startDiscordBot(server);
      const { connections } = server.gateway.counts;
      server.gateway.kill(code);
      await server.waitFor(() => server.gateway.counts.connections > connections && isConnected(server), patienceMs);
      await assertAnswered(server);
      assert.ok(bot.isConnected());
      assert.deepEqual(bot.log.above('info'), []);
    }),
  );
  await Promise.all(cases);
});

test('closed with such a code while it starts, the bot starts all the same', { concurrency: true }, async (t) => {
  const cases = [undefined, ...passing].map((code) =>
    t.test(`${code ?? 'cut off'}`, async () => {
      await using server = await startDiscordServer();
      const starting = startDiscordBot(server);
      await server.waitFor(() => server.gateway.counts.connections > 0, patienceMs);
      server.gateway.kill(code);
      await using _bot = await starting;
      await assertAnswered(server);
    }),
  );
  await Promise.all(cases);
});

test('closed with a code that Discord calls final, it ends with what to do, at the start or later', async (t) => {
  for (const code of final) {
    await t.test(`${code}`, async () => {
      await using server = await startDiscordServer();
      const isExplained = (error: unknown) => error instanceof AccessError && error.message === closeCodes[code];
      {
        await using bot = await startDiscordBot(server);
        server.gateway.kill(code);
        assert.ok(isExplained(await bot.whenOver));
      }
      const { connections } = server.gateway.counts;
      const starting = startDiscordBot(server);
      await Promise.all([
        assert.rejects(starting, isExplained),
        server.waitFor(() => server.gateway.counts.connections > connections).then(() => server.gateway.kill(code)),
      ]);
    });
  }
});
