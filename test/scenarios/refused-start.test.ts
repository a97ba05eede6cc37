import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtempDisposable } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { startDiscordServer } from '../../local/discord-server/start-discord-server.ts';
import { seeLine, startProgram } from './terminal-processes.ts';

/** Less than any wait of the start that could keep it alive, and more than a slow machine takes to end. */
const endWithinMs = 20_000;

for (const [what, token, code] of [
  ['at its first try', 'MTIzNDU2Nzg5MDEyMzQ1Njc4.wrong.secret', undefined],
  ['soon after the start', undefined, 4004],
  ['for its intents', undefined, 4014],
] as const) {
  test(`refused by its only platform ${what}, it ends with 1, and nothing keeps it waiting`, async (t) => {
    await using folder = await mkdtempDisposable(join(tmpdir(), 'refused-'));
    await using discord = await startDiscordServer();
    const startedMs = performance.now();
    const program = startProgram(['start'], {
      DISCORD_TOKEN: token ?? discord.token,
      DISCORD_API_URL: discord.apiUrl,
      DATABASE_URL: `sqlite:${join(folder.path, 'bot.sqlite')}`,
    });
    t.after(() => program.kill('SIGKILL'));
    const refused = seeLine(program.stderr, 'A platform refuses the bot.');
    if (code !== undefined) {
      await discord.waitFor(() => discord.gateway.connectedShards.length > 0);
      discord.gateway.kill(code);
    }
    const ended = once(program, 'exit');
    await refused;
    const refusedMs = performance.now();
    const [exitCode] = await ended;
    assert.equal(exitCode, 1);
    // Where a machine is so busy that this is no measure, its start has told.
    assert.ok(performance.now() - refusedMs < Math.max(endWithinMs, refusedMs - startedMs));
  });
}
