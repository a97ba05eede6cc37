import assert from 'node:assert/strict';
import { mkdtempDisposable } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { startDiscordServer } from '../../../local/discord-server/start-discord-server.ts';
import { askDoctor } from '../../fixtures/ask-doctor.ts';

test('the doctor asks Discord under the name that Discord wants its clients to have, for the time, too', async () => {
  await using folder = await mkdtempDisposable(join(tmpdir(), 'doctor-'));
  await using server = await startDiscordServer();
  const environment = { DISCORD_TOKEN: server.token, DISCORD_API_URL: server.apiUrl };
  const { output } = await askDoctor(environment, { workingFolder: folder.path });
  assert.match(output, /This machine and 127\.0\.0\.1:\d+ agree within a minute/);
  assert.ok(server.requests.some(({ method, path }) => method === 'HEAD' && path === '/gateway'));
  assert.deepEqual(
    server.requests.filter(({ status }) => status === 403),
    [],
  );
});
