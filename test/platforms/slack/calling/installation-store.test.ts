import assert from 'node:assert/strict';
import { mkdtempDisposable } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { createSealer } from '#app/settings/secret-key.ts';
import { createInstallationStore, resealInstallations } from '#platforms/slack/calling/installation-store.ts';
import { openStore } from '#storage/opening/open-store.ts';
import { keepLog } from '../../../fixtures/kept-log.ts';

const nowMs = Date.UTC(2031, 1, 21);
const now = () => nowMs;
const organisation = { isEnterpriseInstall: true, enterpriseId: 'E0MILL', teamId: 'T0MILL' } as const;
const workspace = { ...organisation, isEnterpriseInstall: false } as const;
const granted = (isEnterpriseInstall: boolean, token: string, ids: object) =>
  ({ isEnterpriseInstall, bot: { token }, enterprise: { id: 'E0MILL' }, team: { id: 'T0MILL' }, ...ids }) as never;

async function open() {
  const folder = await mkdtempDisposable(join(tmpdir(), 'slack-installations-'));
  const path = join(folder.path, 'bot.sqlite');
  const store = await openStore({ engine: 'sqlite', path, place: 'here' }, { log: keepLog(), now });
  return {
    installations: store.installations,
    kept: createInstallationStore(store.installations, createSealer(['k'.repeat(32)]), now),
    async [Symbol.asyncDispose]() {
      await store[Symbol.asyncDispose]();
      await folder[Symbol.asyncDispose]();
    },
  };
}

test('what an organisation and one of its workspaces have granted is kept apart, each with its moment', async () => {
  await using opened = await open();
  const { kept } = opened;
  await kept.storeInstallation(granted(true, 'xoxb-all', {}));
  await assert.rejects(kept.fetchInstallation(workspace, {} as never), /not installed in this workspace/);
  await kept.storeInstallation(granted(false, 'xoxb-one', {}));
  for (const [query, token] of [
    [organisation, 'xoxb-all'],
    [workspace, 'xoxb-one'],
  ] as const)
    assert.equal((await kept.fetchInstallation(query, {} as never)).bot?.token, token);
  assert.equal((await kept.find('T0MILL'))?.open().installedMs, nowMs);
  await kept.deleteInstallation(organisation);
  assert.equal(await kept.find('E0MILL'), undefined);
  assert.ok(await kept.find('T0MILL'));
});

test('without an id nothing is kept and nothing is found', async () => {
  await using opened = await open();
  const { kept, installations } = opened;
  await assert.rejects(kept.storeInstallation(granted(true, 'xoxb-1', { enterprise: undefined })), /without the id/);
  await assert.rejects(kept.storeInstallation(granted(false, 'xoxb-1', { team: undefined })), /without the id/);
  assert.deepEqual(await installations.list('slack'), []);
  await assert.rejects(kept.fetchInstallation({ ...workspace, teamId: undefined }, {} as never), /without the id/);
});

test('what one workspace has granted opens no other one', async () => {
  await using opened = await open();
  const { kept, installations } = opened;
  await kept.storeInstallation(granted(false, 'xoxb-1', {}));
  const { sealed } = (await kept.find('T0MILL')) ?? assert.fail('nothing is kept');
  await installations.save('slack', 'T0OTHER', sealed, nowMs);
  await assert.rejects(async () => kept.fetchInstallation({ ...workspace, teamId: 'T0OTHER' }, {} as never));
});

test('only the very installation that is meant is removed, not the one that took its place', async () => {
  await using opened = await open();
  const { kept } = opened;
  await kept.storeInstallation(granted(false, 'xoxb-1', {}));
  const first = (await kept.find('T0MILL')) ?? assert.fail('nothing is kept');
  await kept.storeInstallation(granted(false, 'xoxb-2', {}));
  await kept.removeOnly('T0MILL', first);
  const second = (await kept.find('T0MILL')) ?? assert.fail('the newer one is gone');
  await kept.removeOnly('T0MILL', second);
  assert.equal(await kept.find('T0MILL'), undefined);
});

test('a workspace whose new seal cannot be kept is told with its reason, and the others are sealed anew', async () => {
  await using opened = await open();
  const { kept, installations } = opened;
  const [old, fresh] = ['k', 'n'].map((letter) => letter.repeat(32)) as [string, string];
  await kept.storeInstallation(granted(true, 'xoxb-all', {}));
  await kept.storeInstallation(granted(false, 'xoxb-one', {}));
  const away = new Error('the store is away');
  const failing: typeof installations = {
    ...installations,
    replace: async (platform, id, change) => {
      await setImmediate();
      if (id === 'T0MILL') throw away;
      return installations.replace(platform, id, change);
    },
  };
  assert.deepEqual(await resealInstallations(failing, createSealer([fresh, old])), {
    sealed: 1,
    failed: [{ workspaceId: 'T0MILL', error: away }],
  });
  const withNewest = createInstallationStore(installations, createSealer([fresh]), now);
  assert.equal((await withNewest.fetchInstallation(organisation, {} as never)).bot?.token, 'xoxb-all');
});
