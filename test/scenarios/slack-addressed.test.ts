import assert from 'node:assert/strict';
import { mkdtempDisposable, readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { type SlackServer, startSlackServer } from '../../local/slack-server/start-slack-server.ts';
import { startSlackBot } from '../fixtures/slack-bot.ts';
import { boundless, listAnswersTo } from './break-socket.ts';

const general = 'C0GENERAL';

/** Says something as it stands in Slack's own text; resolves to what is shown for it. */
async function say(server: SlackServer, text: string) {
  const before = server.messages(general).length + 1;
  const ann = server.person('U0ANN');
  const { ts } = ann.post(general, text, { isRaw: true });
  return server.waitFor(
    () =>
      listAnswersTo(server, ts)[0] ??
      server
        .messages(general)
        .slice(before)
        .find(({ ephemeralTo }) => ephemeralTo === ann.id),
  );
}

test('a command is one however the bot is addressed, and is no question for the editors', async () => {
  await using server = await startSlackServer();
  await using bot = await startSlackBot(server, { budget: boundless });
  const me = `<@${server.workspace.botUserId}>`;
  for (const text of [
    `${me}: help`,
    `${me}, help`,
    `${me} - help`,
    `${me} help please`,
    `hey ${me}, help!`,
    `help, ${me}`,
  ]) {
    const shown = await say(server, text);
    assert.match(shown.text, /^Ask in your own words what runs on Arm, or use a command\./, text);
    assert.equal(shown.ephemeralTo, 'U0ANN', text);
  }
  for (const text of [`${me}: status kettlectl`, `${me}, status kettlectl please`]) {
    assert.match((await say(server, text)).text, /^Kettlectl\b/, text);
  }
  assert.deepEqual(await bot.store.readerNotes.listUnanswered(10), []);
});

test('whoever else is called, linked or greeted: the answer is that of the question alone', async () => {
  await using server = await startSlackServer();
  await using _bot = await startSlackBot(server, { budget: boundless });
  const me = `<@${server.workspace.botUserId}>`;
  const question = 'does kettlectl run on arm64?';
  const { text: expected } = await say(server, `${me} ${question}`);
  assert.match(expected, /^Yes\b.*: Kettlectl 1\.0 runs on/);
  const calls = [
    '<@U0BEN>',
    '<@U0BEN|ben>',
    '<!subteam^S1|@admins>',
    '<#C0OTHER|teapot>',
    '<https://pot.example/teapotd>',
    ':teapot:',
  ];
  for (const call of calls) {
    for (const text of [`hey ${call} ${me} ${question}`, `${me} ${call} ${question}`, `${me} ${question} cc ${call}`]) {
      assert.equal((await say(server, text)).text, expected, text);
    }
  }
});

test('no id of a person is stored, whoever asks, wherever, and whoever is mentioned', async () => {
  await using folder = await mkdtempDisposable(join(tmpdir(), 'ids-'));
  await using server = await startSlackServer();
  {
    await using bot = await startSlackBot(server, { databasePath: join(folder.path, 'bot.sqlite'), budget: boundless });
    const me = `<@${server.workspace.botUserId}>`;
    const ann = server.person('U0ANN');
    await say(server, `${me} <@U0BEN> does the samovar of <@U0BEN|ben> run on armv6?`);
    await say(server, `${me} does kettlectl run on arm64?`);
    const answered = server.messages(general).length;
    await ann.runCommand(general, '/arm', 'does kettlectl run on arm64?');
    await server.waitFor(() => server.messages(general).length > answered);
    ann.post('dm', 'does kettlectl run on arm64?');
    await server.waitFor(() => server.messages(ann.dm).length > 1);
    assert.equal((await bot.store.readerNotes.listUnanswered(10)).length, 1);
  }
  for (const name of await readdir(folder.path)) {
    const stored = (await readFile(join(folder.path, name))).toString('latin1');
    for (const id of ['U0ANN', 'U0BEN', 'ben>']) assert.ok(!stored.includes(id), `${id} is in ${name}`);
  }
});
