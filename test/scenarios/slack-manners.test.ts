import assert from 'node:assert/strict';
import { mkdtempDisposable } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { loadSnapshot } from '../../bench/evaluation/load-snapshot.ts';
import { type SlackServer, startSlackServer } from '../../local/slack-server/start-slack-server.ts';
import { startSlackBot } from '../fixtures/slack-bot.ts';
import { week41Folder } from '../fixtures/week-41-folder.ts';
import { readButtons, readShownWords } from './slack-shown.ts';

const general = 'C0GENERAL';
const question = '@bot does kettlectl run on arm64?';
const listSaid = (server: SlackServer, channel = general) =>
  server.messages(channel).filter(({ via }) => via === 'chat.postMessage' || via === 'chat.postEphemeral');
const waitForAnswer = (server: SlackServer, threadTs: string, count = 1) =>
  server.waitFor(() => listSaid(server).filter(({ thread_ts }) => thread_ts === threadTs)[count - 1]);

test('speaks only when spoken to: not to bots, edits, @channel, talk around it, or itself', async () => {
  await using server = await startSlackServer();
  await using _bot = await startSlackBot(server);
  const ann = server.person('U0ANN');
  const talk = [
    server.postAsOtherBot(general, question),
    server.postAsOtherBot(general, question, { isLegacy: true }),
    ann.post(general, '@channel does kettlectl run on arm64?'),
    ann.post(general, '@here lunch?'),
    ann.post(general, 'does kettlectl run on arm64?'),
  ];
  const plain = ann.post(general, 'kettlectl?');
  talk.push(plain, ann.edit(general, plain.ts, '@bot kettlectl?'));
  const direct = ann.post('dm', 'does kettlectl run on arm64?');
  await server.waitFor(() => listSaid(server, ann.dm).length === 1);
  talk.push(ann.edit('dm', direct.ts, 'does kettlectl run on windows?'));
  const { ts } = ann.post(general, question);
  await waitForAnswer(server, ts);
  talk.push(ann.post(general, 'thanks, and on windows?', { threadTs: ts }));
  await Promise.all(talk.map(({ outcomes }) => outcomes));
  // One more question: what was said before it has been dealt with when it is answered.
  const last = ann.post(general, question);
  await waitForAnswer(server, last.ts);
  assert.deepEqual([listSaid(server).length, listSaid(server, ann.dm).length], [2, 1]);
});

test('refuses politely, and to the asker only, whoever asks too much; the others go on asking', async () => {
  await using server = await startSlackServer();
  await using bot = await startSlackBot(server, { budget: { perUser: 2, perChannel: 100, windowMs: 60_000 } });
  const [ann, ben] = [server.person('U0ANN'), server.person('U0BEN')];
  for (let i = 0; i < 2; i++) await waitForAnswer(server, ann.post(general, question).ts);
  ann.post(general, question);
  const refusal = await server.waitFor(() => listSaid(server).find(({ ephemeralTo }) => ephemeralTo === ann.id));
  assert.match(refusal.text, /^You have asked very much in a minute\. Ask again in \d+ seconds, please\.$/);
  assert.deepEqual(readButtons(refusal.blocks), []);
  assert.match((await waitForAnswer(server, ben.post(general, question).ts)).text, /^Yes\b.*:/);
  assert.deepEqual(bot.log.above('info'), []);
});

test('a thread keeps its subject over a restart; another thread does not share it', async () => {
  await using folder = await mkdtempDisposable(join(tmpdir(), 'thread-'));
  const databasePath = join(folder.path, 'bot.sqlite');
  await using server = await startSlackServer();
  const [ann, ben] = [server.person('U0ANN'), server.person('U0BEN')];
  const askInThread = async (threadTs: string, line: string) => {
    const before = listSaid(server).filter(({ thread_ts }) => thread_ts === threadTs).length;
    ben.post(general, line, { threadTs });
    return (await waitForAnswer(server, threadTs, before + 1)).text;
  };
  let threadTs: string;
  {
    await using _first = await startSlackBot(server, { databasePath });
    threadTs = ann.post(general, question).ts;
    await waitForAnswer(server, threadTs);
    assert.match(
      await askInThread(threadTs, '@bot what about windows?'),
      /^No\b.*: There is no Kettlectl for Windows\./,
    );
  }
  await using _second = await startSlackBot(server, { databasePath });
  assert.match(await askInThread(threadTs, '@bot and on armv7?'), /^Yes\b.*: Kettlectl 1\.0 runs on armv7 and arm64\./);
  const elsewhere = ben.post(general, '@bot and on armv7?');
  assert.match((await waitForAnswer(server, elsewhere.ts)).text, /^The archive does not say\./);
});

test('help and errors are shown to the asker only, in the thread where they asked', async () => {
  await using server = await startSlackServer();
  await using bot = await startSlackBot(server);
  const ann = server.person('U0ANN');
  const { ts } = ann.post(general, 'what shall we buy?');
  for (const line of ['@bot help', '@bot', `@bot ${'kettle '.repeat(300)}`, '@bot help status']) {
    const before = listSaid(server).length;
    ann.post(general, line, { threadTs: ts });
    const shown = await server.waitFor(() => listSaid(server)[before]);
    assert.deepEqual([shown.ephemeralTo, shown.thread_ts], [ann.id, ts], line);
    assert.ok(!readButtons(shown.blocks).some(({ label }) => /Share|Helpful/.test(label)), line);
  }
  assert.deepEqual([server.problems, bot.log.above('info')], [[], []]);
});

test('help that is asked for in the channel itself stands in the channel: a thread that nobody has begun shows nothing', async () => {
  await using server = await startSlackServer();
  await using _bot = await startSlackBot(server);
  const ann = server.person('U0ANN');
  ann.post(general, '@bot help');
  const shown = await server.waitFor(() => listSaid(server)[0]);
  assert.deepEqual([shown.ephemeralTo, shown.thread_ts], [ann.id, undefined]);
});

test('a slash command is answered in channels that the bot is not in', async () => {
  await using server = await startSlackServer({
    workspaces: [{ id: 'T0LOCAL', channels: [{ id: 'C0SECRET', kind: 'private', hasBot: false }] }],
  });
  await using _bot = await startSlackBot(server);
  await server.person('U0ANN').runCommand('C0SECRET', '/arm', 'does kettlectl run on arm64?');
  const answer = await server.waitFor(() => server.messages('C0SECRET')[0]);
  assert.deepEqual([answer.via, answer.ephemeralTo], ['response_url', 'U0ANN']);
  assert.match(answer.text, /^Yes\b.*:/);
});

test('Home shows a box to ask in, what changed and the newest issue; the agent pane suggests what can be answered', async () => {
  await using server = await startSlackServer();
  await using bot = await startSlackBot(server, { snapshot: await loadSnapshot(week41Folder) });
  const ann = server.person('U0ANN');
  await ann.openHome()?.outcome;
  const home = await server.waitFor(() => server.home(ann.id));
  const words = readShownWords(home.body.blocks);
  assert.match(
    words,
    /What do you want to know\?.*Ask in your own words:.*Of late.*Balena is already packaged for Arch Linux.*week 41 of 2017/,
  );
  const [example] = readButtons(home.body.blocks);
  assert.ok(example);
  await ann.press(home, example.id);
  const modal = await server.waitFor(() => server.modal(ann.id));
  assert.match(readShownWords(modal.body.blocks), /✅ Yes\b.*:/);

  await ann.openPane(general).event?.outcome;
  const prompts = server.state.paneThreads.get(`${ann.dm} `)?.prompts ?? [];
  assert.ok(prompts.length > 0 && prompts.length <= 4);
  for (const { message } of prompts) {
    const before = listSaid(server, ann.dm).length;
    ann.post('dm', String(message));
    const answer = await server.waitFor(() => listSaid(server, ann.dm)[before]);
    assert.match(answer.text, /^Yes\b.*:/, String(message));
  }
  assert.deepEqual([server.problems, bot.log.above('info')], [[], []]);
});
