import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { createSealer } from '#app/settings/secret-key.ts';
import { DeliveryError } from '#conversation/ports/delivery-error.ts';
import { createSlackClients } from '#platforms/slack/calling/clients.ts';
import { createInstallationStore } from '#platforms/slack/calling/installation-store.ts';
import type { SlackSettings } from '#platforms/slack/calling/settings.ts';
import { openStore } from '#storage/opening/open-store.ts';
import { startSlackServer } from '../../../../local/slack-server/start-slack-server.ts';
import { keepLog } from '../../../fixtures/kept-log.ts';

const connection: SlackSettings['connection'] = { kind: 'socket', appToken: 'xapp-1' };
const now = () => 1_700_000_000_000;

test('with one token there is one workspace, and Slack says which', async () => {
  await using server = await startSlackServer();
  const identity = { kind: 'one-workspace', botToken: server.botToken } as const;
  const settings = { connection, identity, apiUrl: server.apiUrl, canLookBack: false };
  const clients = createSlackClients({ settings, log: keepLog(), now });
  assert.equal(await clients.findOwnWorkspaceId(), 'T0LOCAL');
  assert.equal(await clients.findOwnWorkspaceId(), 'T0LOCAL');
  assert.equal(server.calls.length, 1);
  assert.equal(await clients.get('T0LOCAL'), await clients.get('T0LOCAL'));
});

test('with several workspaces each is called with its own token, until the app is removed there', async () => {
  await using server = await startSlackServer({ workspaces: [{ id: 'T0KITCHEN' }, { id: 'T0GARDEN' }] });
  const folder = await mkdtemp(join(tmpdir(), 'slack-clients-'));
  const log = keepLog();
  await using store = await openStore(
    { engine: 'sqlite', path: join(folder, 'bot.sqlite'), place: 'here' },
    { log, now },
  );
  const workspaces = { installations: store.installations, sealer: createSealer(['k'.repeat(32)]) };
  const kept = createInstallationStore(workspaces.installations, workspaces.sealer, now);
  for (const { id, botToken } of server.state.world.workspaces.values()) {
    await kept.storeInstallation({ team: { id }, isEnterpriseInstall: false, bot: { token: botToken } } as never);
  }
  const identity = { kind: 'many-workspaces', clientId: '1', clientSecret: '2', stateSecret: '3' } as const;
  const settings = { connection, identity, apiUrl: server.apiUrl, canLookBack: false };
  const clients = createSlackClients({ settings, workspaces, log, now });
  assert.equal(await clients.findOwnWorkspaceId(), undefined);
  for (const id of ['T0KITCHEN', 'T0GARDEN']) {
    assert.equal((await (await clients.get(id)).auth.test()).team_id, id);
  }
  await kept.deleteInstallation({ teamId: 'T0GARDEN', enterpriseId: undefined, isEnterpriseInstall: false });
  await assert.rejects(
    clients.get('T0GARDEN'),
    (error) => error instanceof DeliveryError && error.reason === 'destination-gone',
  );
  await rm(folder, { recursive: true });
});
