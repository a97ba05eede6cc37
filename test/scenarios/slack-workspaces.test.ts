import assert from 'node:assert/strict';
import { mkdtempDisposable, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { type SlackServer, startSlackServer } from '../../local/slack-server/start-slack-server.ts';
import { startSlackBot } from '../fixtures/slack-bot.ts';

const firstKey = 'the first key, of more than 32 characters';
const secondKey = 'the second key, of more than 32 characters';
const question = '@bot does kettlectl run on arm64?';
const workspaces = [
  { id: 'T0ONE', isInstalled: false, scopes: [], channels: [{ id: 'C0ONE' }] },
  { id: 'T0TWO', isInstalled: false, scopes: [], channels: [{ id: 'C0TWO' }] },
];
const wholeManifest = ['app_mentions:read', 'assistant:write', 'chat:write', 'commands', 'im:history'];

/** The app as its operator runs it for several workspaces. */
function startForMany(server: SlackServer, databasePath: string, secretKeys: readonly string[]) {
  const { clientId, clientSecret } = server.app;
  const identity = { kind: 'many-workspaces', clientId, clientSecret, stateSecret: 'state of the tests' } as const;
  return startSlackBot(server, { mode: 'http', databasePath, secretKeys, settings: { identity } });
}

/** What an owner does in the browser: opens the page, consents, comes back. `tamper` changes the way back. */
async function install(publicUrl: string, tamper = (url: URL) => url): Promise<Response> {
  const begun = await fetch(`${publicUrl}/slack/install`, { redirect: 'manual' });
  const cookie = begun.headers.get('set-cookie')?.split(';')[0] ?? '';
  const consent = new URL(begun.headers.get('location') ?? '');
  assert.equal(consent.searchParams.get('scope'), wholeManifest.join(','));
  const back = await fetch(consent, { redirect: 'manual' });
  return fetch(tamper(new URL(back.headers.get('location') ?? '')), { headers: { cookie } });
}

/** As the manifest says it, made with the bot's own address. */
function allowReturnTo(server: SlackServer, publicUrl: string): void {
  server.app.redirectUrls.splice(0, Number.POSITIVE_INFINITY, `${publicUrl}/slack/oauth_redirect`);
}

async function installInto(server: SlackServer, publicUrl: string, team: string): Promise<void> {
  allowReturnTo(server, publicUrl);
  server.setConsent({ team });
  assert.equal((await install(publicUrl)).status, 200);
}

async function ask(server: SlackServer, team: string, channel: string): Promise<string> {
  const { ts } = server.person('U0ANN', team).post(channel, question);
  const find = () => server.messages(channel).find(({ thread_ts, via }) => thread_ts === ts && via !== 'person');
  return (await server.waitFor(find)).text;
}

test('each workspace installs the app by itself, is answered with its own token, and is forgotten when it removes the app', async () => {
  await using folder = await mkdtempDisposable(join(tmpdir(), 'workspaces-'));
  const databasePath = join(folder.path, 'bot.sqlite');
  await using server = await startSlackServer({ workspaces });
  {
    await using bot = await startForMany(server, databasePath, [firstKey]);
    await installInto(server, bot.publicUrl, 'T0ONE');
    await installInto(server, bot.publicUrl, 'T0TWO');
    assert.deepEqual((await bot.store.installations.list('slack')).toSorted(), ['T0ONE', 'T0TWO']);
    assert.match(await ask(server, 'T0ONE', 'C0ONE'), /^Yes\b.*: Kettlectl 1\.0 runs on/);
    assert.match(await ask(server, 'T0TWO', 'C0TWO'), /^Yes\b.*: Kettlectl 1\.0 runs on/);

    server.uninstall('T0TWO');
    await server.waitFor(
      () => server.deliveries.filter(({ kind, delayMs }) => kind === 'events_api' && delayMs !== undefined).length >= 4,
    );
    assert.deepEqual(await bot.store.installations.list('slack'), ['T0ONE']);
    assert.deepEqual(bot.log.above('info'), []);
  }
  // What is on the disk is no use to whoever takes the disk.
  const stored = (await readFile(databasePath)).toString('latin1');
  assert.ok(!stored.includes('xoxb-') && !stored.includes('Workspace T0ONE'));
  await using bot = await startForMany(server, databasePath, [firstKey]);
  assert.match(await ask(server, 'T0ONE', 'C0ONE'), /^Yes\b.*: Kettlectl 1\.0 runs on/);
  await installInto(server, bot.publicUrl, 'T0TWO');
  assert.match(await ask(server, 'T0TWO', 'C0TWO'), /^Yes\b.*: Kettlectl 1\.0 runs on/);
});

test('who comes back from Slack with another state, or without consent, installs nothing', async () => {
  await using folder = await mkdtempDisposable(join(tmpdir(), 'workspaces-'));
  await using server = await startSlackServer({ workspaces });
  await using bot = await startForMany(server, join(folder.path, 'bot.sqlite'), [firstKey]);
  allowReturnTo(server, bot.publicUrl);
  server.setConsent({ team: 'T0ONE' });
  const withState = (state: string) => (url: URL) => {
    url.searchParams.set('state', state);
    return url;
  };
  assert.equal((await install(bot.publicUrl, withState('made.up.state'))).status, 400);
  const withoutCode = (url: URL) => {
    url.searchParams.delete('code');
    return url;
  };
  assert.notEqual((await install(bot.publicUrl, withoutCode)).status, 200);
  server.setConsent({ isGranted: false });
  const cancelled = await install(bot.publicUrl);
  assert.equal(cancelled.status, 403);
  assert.match(await cancelled.text(), /The installation was cancelled at Slack\. Nothing was stored\..*Begin anew/);
  assert.deepEqual(await bot.store.installations.list('slack'), []);
});

test('a removal that comes late, or is of a person’s own token, does not take the installation with it', async () => {
  await using folder = await mkdtempDisposable(join(tmpdir(), 'workspaces-'));
  await using server = await startSlackServer({ workspaces });
  await using bot = await startForMany(server, join(folder.path, 'bot.sqlite'), [firstKey]);
  await installInto(server, bot.publicUrl, 'T0ONE');
  const tellRemoval = async (event: object, minutesAgo: number) => {
    const payload = {
      ...{ type: 'event_callback', team_id: 'T0ONE', api_app_id: server.app.id, event_id: `Ev${Math.random()}` },
      event_time: Math.floor(Date.now() / 1000) - minutesAgo * 60,
      event,
    };
    const outcome = await server.state.deliver({ kind: 'events_api', acceptsResponse: false, payload });
    assert.ok(outcome.isAcknowledged);
  };
  const removals = [{ type: 'tokens_revoked', tokens: { oauth: [], bot: ['U0BOT'] } }, { type: 'app_uninstalled' }];
  for (const event of removals) await tellRemoval(event, 10);
  for (const tokens of [{ oauth: ['U0ANN'] }, { oauth: ['U0ANN'], bot: [] }])
    await tellRemoval({ type: 'tokens_revoked', tokens }, -10);
  assert.deepEqual(await bot.store.installations.list('slack'), ['T0ONE']);
  assert.match(await ask(server, 'T0ONE', 'C0ONE'), /^Yes\b.*: Kettlectl 1\.0 runs on/);
  // Slack's clock is behind ours: it looks late, and is not.
  const token = server.state.world.workspaces.get('T0ONE')?.botToken ?? '';
  server.setTokenState(token, 'account_inactive');
  for (const event of removals) await tellRemoval(event, 10);
  assert.deepEqual(await bot.store.installations.list('slack'), []);
});

test('a seal that no key opens keeps no other workspace from being sealed anew', async () => {
  await using folder = await mkdtempDisposable(join(tmpdir(), 'workspaces-'));
  const databasePath = join(folder.path, 'bot.sqlite');
  await using server = await startSlackServer({ workspaces });
  {
    await using bot = await startForMany(server, databasePath, [firstKey]);
    for (const team of ['T0ONE', 'T0TWO']) await installInto(server, bot.publicUrl, team);
    await bot.store.installations.save('slack', 'T0AHEAD', Uint8Array.of(1, 2, 3), 1);
    await bot.store.installations.save('slack', 'T0BEHIND', Uint8Array.of(1, 2, 3), 1);
  }
  {
    await using bot = await startForMany(server, databasePath, [secondKey, firstKey]);
    const told = await bot.log.told('The stored tokens are sealed');
    assert.deepEqual(told.fields, { workspaces: 2 });
    assert.equal(
      bot.log.above('info').filter((line) => /of a workspace could not be sealed anew.*T0(?:AHEAD|BEHIND)/.test(line))
        .length,
      2,
    );
  }
  await using _bot = await startForMany(server, databasePath, [secondKey]);
  assert.match(await ask(server, 'T0ONE', 'C0ONE'), /^Yes\b.*: Kettlectl 1\.0 runs on/);
  assert.match(await ask(server, 'T0TWO', 'C0TWO'), /^Yes\b.*: Kettlectl 1\.0 runs on/);
});

test('a new SECRET_KEY in front seals everything anew at the start; then the old one can go', async () => {
  await using folder = await mkdtempDisposable(join(tmpdir(), 'workspaces-'));
  const databasePath = join(folder.path, 'bot.sqlite');
  await using server = await startSlackServer({ workspaces });
  {
    await using bot = await startForMany(server, databasePath, [firstKey]);
    await installInto(server, bot.publicUrl, 'T0ONE');
  }
  {
    await using bot = await startForMany(server, databasePath, [secondKey, firstKey]);
    const told = bot.log.entries.find(({ message }) => message.startsWith('The stored tokens are sealed'));
    assert.deepEqual(told?.fields, { workspaces: 1 });
    assert.match(await ask(server, 'T0ONE', 'C0ONE'), /^Yes\b.*: Kettlectl 1\.0 runs on/);
  }
  {
    await using bot = await startForMany(server, databasePath, [secondKey]);
    assert.match(await ask(server, 'T0ONE', 'C0ONE'), /^Yes\b.*: Kettlectl 1\.0 runs on/);
    assert.deepEqual(bot.log.above('info'), []);
  }
  await using bot = await startForMany(server, databasePath, [firstKey]);
  assert.match(bot.log.above('info').join('\n'), /SECRET_KEY: no key of it opens what is stored\. Put the key/);
});
