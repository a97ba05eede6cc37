import assert from 'node:assert/strict';
import { mkdtempDisposable, readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { openStore } from '#storage/opening/open-store.ts';
import { startSlackServer } from '../../../local/slack-server/start-slack-server.ts';
import { makeSubscription } from '../../contracts/make-subscription.ts';
import { askDoctor, listFindings } from '../../fixtures/ask-doctor.ts';
import { keepLog } from '../../fixtures/kept-log.ts';
import { inventContent } from '../../scenarios/terminal-processes.ts';

const nowMs = Date.UTC(2031, 1, 17);

test('with nothing set it finds nothing to mend, and makes nothing', async () => {
  await using folder = await mkdtempDisposable(join(tmpdir(), 'doctor-'));
  await using content = await inventContent();
  const environment = { CONTENT_DIR: content.path };
  const { exitCode, output } = await askDoctor(environment, { workingFolder: folder.path, now: () => nowMs });
  assert.equal(exitCode, 0);
  assert.match(output, /^ok {4}Node: /);
  assert.match(output, /look {2}Settings: No platform is set up.*\n {6}→ Set the tokens of Slack or Discord/);
  assert.match(output, /ok {4}Content: The newest issue is 2031-W07, of 2031-02-14\./);
  assert.match(output, /ok {4}Store: SQLite file .*bot\.sqlite is not there yet: a start makes it\./);
  assert.match(output, /\n\nNothing must be mended\.\n$/);
  assert.deepEqual(await readdir(folder.path), []);
});

test('no path and no name that it tells drives the terminal', async () => {
  await using folder = await mkdtempDisposable(join(tmpdir(), 'doctor-'));
  const odd = join(folder.path, 'a\u001b]0;owned\u0007b\u009bc');
  const environment = { CONTENT_DIR: odd, DATABASE_URL: `sqlite:${odd}.sqlite`, ANNOUNCE_CHANNELS: 'slack:\u001b[2J' };
  const { output } = await askDoctor(environment, { workingFolder: folder.path, now: () => nowMs });
  assert.match(output, /a \]0;owned b c/);
  assert.doesNotMatch(output, /[^\P{Cc}\n]/u);
});

test('a bot that is set up well is sound from Node to the outbox, in that order', async () => {
  await using folder = await mkdtempDisposable(join(tmpdir(), 'doctor-'));
  await using content = await inventContent();
  await using server = await startSlackServer();
  const log = keepLog();
  const path = join(folder.path, 'bot.sqlite');
  const place = { engine: 'sqlite', path, place: path } as const;
  {
    await using store = await openStore(place, { log, now: () => nowMs });
    const channel = { platform: 'slack', channelId: 'C0GENERAL', workspaceId: server.workspace.id };
    await store.subscriptions.save({ ...makeSubscription(channel), nextDueMs: Date.now() + 86_400_000 });
  }
  const environment = {
    CONTENT_DIR: content.path,
    DATABASE_URL: `sqlite:${path}`,
    SLACK_BOT_TOKEN: server.botToken,
    SLACK_APP_TOKEN: server.app.appToken,
    SLACK_API_URL: server.apiUrl,
  };
  const { exitCode, isSound, findings } = await listFindings(environment, { workingFolder: folder.path });
  assert.deepEqual([exitCode, isSound], [0, true]);
  assert.deepEqual(
    findings.filter(({ level }) => level !== 'ok').map(({ statement }) => statement),
    // The invented issue is of the future.
    [findings.find(({ statement }) => statement.includes('days from now'))?.statement],
  );
  const subjects = [...new Set(findings.map(({ subject }) => subject))];
  assert.deepEqual(subjects, [
    'Node',
    'Settings',
    'Content',
    'Store',
    'Slack',
    'Slack scopes',
    'Slack socket',
    'Clock',
    'Time zone',
    'Channels',
    'Announcements',
    'Outbox',
    'News',
  ]);
  assert.match(
    findings.find(({ subject }) => subject === 'Announcements')?.statement ?? '',
    /^1 channel subscribed; next 20/,
  );
  // It asks and changes nothing: no message, no view.
  assert.deepEqual(server.messages('C0GENERAL'), []);
  assert.deepEqual(server.problems, []);
});
