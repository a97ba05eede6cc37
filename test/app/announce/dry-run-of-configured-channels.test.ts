import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdtempDisposable } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, type TestContext, test } from 'node:test';
import { startDiscordServer } from '../../../local/discord-server/start-discord-server.ts';
import { startSlackServer } from '../../../local/slack-server/start-slack-server.ts';
import { makeTemporaryFolder, writeIssue } from '../../archive/temporary-folder.ts';
import { askDoctor } from '../../fixtures/ask-doctor.ts';
import { runHere } from '../../fixtures/run-here.ts';

/** A machine on which the bot was never started; the newest issue is of a far week. */
async function openMachine(t: TestContext, environment: Record<string, string>) {
  const content = await makeTemporaryFolder({
    '2017-W41.md': writeIssue('Teapotd'),
    '2017-W42.md': writeIssue('Spoonfs'),
    '2099-W10.md': writeIssue('Forkbase'),
  });
  const folder = await mkdtempDisposable(join(tmpdir(), 'dry-run-'));
  t.after(() => Promise.all([content[Symbol.asyncDispose](), folder[Symbol.asyncDispose]()]));
  const all = { CONTENT_DIR: content.path, ...environment };
  return {
    hasStore: () => existsSync(join(folder.path, 'data')),
    doctor: async () => (await askDoctor(all, { workingFolder: folder.path })).output,
    async run(...words: readonly string[]) {
      await using program = runHere(['announce', ...words], all, folder.path);
      const exitCode = await program.ended;
      return { exitCode, text: program.text() };
    },
  };
}

const berlin = 'discord:456@sat 09:00 Europe/Berlin';
const away = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1', SLACK_API_URL: 'http://nowhere.invalid/api/' };

test('each configured channel has its schedule, its next date in its zone, and why an issue does not go', async (t) => {
  const { run, hasStore } = await openMachine(t, { ANNOUNCE_CHANNELS: `slack:C0123,${berlin}` });
  const { text, exitCode } = await run('--dry-run');
  assert.match(text, /^slack:C0123, every Friday at 12:00 \(UTC\): nothing new by Friday \d+ \w+ \d{4}, 12:00$/m);
  assert.match(text, /^discord:456, every Saturday at 09:00 \(Europe\/Berlin\): nothing new by Saturday .*, 09:00$/m);
  assert.match(text, /^ {2}not 2099-W10: it is dated 2099-03-06$/m);
  assert.match(text, /^ {2}not 2017-W42: .*a new channel starts with the next issue$/m);
  assert.match(text, /^slack: no token is set here \(SLACK_BOT_TOKEN\), so nothing is posted there\.$/m);
  assert.match(text, /^discord: no token is set here \(DISCORD_TOKEN\)/m);
  assert.equal(exitCode, 0);
  const followed = (await run('--dry-run', '--issue', '2017-W41', '--platform', 'discord')).text;
  assert.match(followed, /^discord:456, .*: not there: the channel has seen 2017-W42, or was subscribed after it$/m);
  assert.match(followed, /^ {2}\| .*2017-W41/m);
  assert.doesNotMatch(followed, /slack/);
  assert.ok(!hasStore());
});

test('a platform out of reach is told by a dry run, by a round now, and by the doctor', async (t) => {
  const machine = await openMachine(t, { ...away, ANNOUNCE_CHANNELS: 'slack:C0123' });
  assert.match(
    (await machine.run('--dry-run')).text,
    /^slack: Slack could not be asked: Slack cannot be reached\. Check/m,
  );
  const now = await machine.run('--now');
  assert.match(now.text, /^0 sent; 0 waiting, 0 held in the outbox\.$/m);
  assert.match(now.text, /^slack: Slack could not be asked: Slack cannot be reached\. Check that this machine/m);
  assert.equal(now.exitCode, 1);
  const doctor = await machine.doctor();
  assert.match(doctor, /Announcements: ANNOUNCE_CHANNELS names 1 channel; subscribed so far: 0\./);
  assert.match(doctor, /Channels: slack C0123 could not be asked for: Slack cannot be reached\.\n/);
  assert.match(
    doctor,
    /slack C0123 is not subscribed yet: a start of the bot does that; every Friday at 12:00 \(UTC\)/,
  );
});

describe('what is wrong with a configured channel is told before the bot was ever started', () => {
  test('on Slack, which tells nobody more before something is posted', async (t) => {
    await using slack = await startSlackServer();
    const { run, doctor } = await openMachine(t, {
      SLACK_BOT_TOKEN: slack.botToken,
      SLACK_APP_TOKEN: slack.app.appToken,
      SLACK_API_URL: slack.apiUrl,
      ANNOUNCE_CHANNELS: 'slack:C0GENERAL',
    });
    const { text } = await run('--dry-run');
    assert.match(text, /^slack: The bot is known in the workspace/m);
    assert.doesNotMatch(text, /cannot post/);
    slack.setTokenState(slack.botToken, 'token_revoked');
    assert.match((await run('--dry-run')).text, /The bot cannot post in slack C0GENERAL\. The token was revoked/);
    assert.match(
      await doctor(),
      /MEND {2}Channels: The bot cannot post in slack C0GENERAL\.\n\s+→ The token was revoked/,
    );
    assert.deepEqual(slack.messages('C0GENERAL'), []);
  });

  test('on Discord', async (t) => {
    await using discord = await startDiscordServer();
    const { run, doctor } = await openMachine(t, {
      DISCORD_TOKEN: discord.token,
      DISCORD_API_URL: discord.apiUrl,
      ANNOUNCE_CHANNELS: 'discord:123456789012345678',
    });
    assert.match((await run('--dry-run')).text, /The bot cannot post in discord 123456789012345678\. \S/);
    assert.match(await doctor(), /MEND {2}Channels: The bot cannot post in discord 123456789012345678\.\n\s+→ \S/);
  });
});

test('where no channel gets anything, the remedy is there', async (t) => {
  const { run, doctor } = await openMachine(t, {});
  const remedy = /No channel gets new issues\. Type "subscribe" in a channel .* set ANNOUNCE_CHANNELS/;
  assert.match((await run('--dry-run')).text, remedy);
  assert.match(await doctor(), remedy);
});

test('a bot that is only ever run by hand subscribes its configured channels, too', async (t) => {
  await using slack = await startSlackServer();
  const { run } = await openMachine(t, {
    SLACK_BOT_TOKEN: slack.botToken,
    SLACK_APP_TOKEN: slack.app.appToken,
    SLACK_API_URL: slack.apiUrl,
    ANNOUNCE_CHANNELS: 'slack:C0GENERAL',
  });
  assert.equal((await run('--now')).exitCode, 0);
  assert.doesNotMatch((await run('--dry-run')).text, /subscribed when the bot starts/);
});
