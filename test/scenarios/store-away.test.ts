import assert from 'node:assert/strict';
import { test } from 'node:test';
import { askAboutMessageId } from '#platforms/slack/rendering/shortcuts.ts';
import type { InteractionRecord } from '../../local/discord-server/interaction-record.ts';
import { type DiscordServer, startDiscordServer } from '../../local/discord-server/start-discord-server.ts';
import type { DiscordMessage } from '../../local/discord-server/world-model.ts';
import { startSlackServer } from '../../local/slack-server/start-slack-server.ts';
import { startDiscordBot } from '../fixtures/discord-bot.ts';
import { startSlackBot } from '../fixtures/slack-bot.ts';
import { seeResponse } from './discord-entry-points.ts';
import { readControls } from './discord-shown.ts';
import { readButtons } from './slack-shown.ts';

const question = 'does kettlectl run on arm64?';
const notNoted = /That could not be noted just now; press again in a few minutes/;

const askOnDiscord = async (server: DiscordServer, text = `${server.mention} ${question}`, replyTo?: string) => {
  const asked = server.people.postMessage({ by: 'ada', in: 'general', text, ...(replyTo && { replyTo }) });
  return server.waitFor(() => server.messages('general').find(({ reference }) => reference?.messageId === asked.id));
};
const commandOnDiscord = (server: DiscordServer, line = question) =>
  server.clicks.runCommand({ by: 'ada', in: 'general', name: 'arm', subcommand: 'ask', options: { question: line } });
const pressOnDiscord = (server: DiscordServer, message: DiscordMessage, label: RegExp) => {
  const button = readControls(message).find((control) => label.test(control.label));
  assert.ok(button, `no button ${label}`);
  return server.clicks.pressButton({ by: 'ada', message, button: button.customId });
};

test('on Discord mentions, commands and buttons are answered while the store is away', async () => {
  await using server = await startDiscordServer();
  await using bot = await startDiscordBot(server);
  await bot.loseStore();
  const answer = await askOnDiscord(server);
  assert.match(JSON.stringify(answer), /kettlectl/i);
  const read = async (interaction: InteractionRecord) => JSON.stringify(await seeResponse(server, interaction));
  assert.match(await read(commandOnDiscord(server)), /kettlectl/i);
  assert.match(await read(pressOnDiscord(server, answer, /More/)), /kettlectl/i);
  assert.match(await read(pressOnDiscord(server, answer, /👎/)), notNoted);
});

test('on Discord a button with a long line works while the store is away, as long as the process lives', async () => {
  await using server = await startDiscordServer();
  await using bot = await startDiscordBot(server);
  const long = `${question} ${'and on a really very old board? '.repeat(4)}`;
  const before = await seeResponse(server, commandOnDiscord(server, long));
  await bot.loseStore();
  const meanwhile = await seeResponse(server, commandOnDiscord(server, long));
  assert.match(JSON.stringify(await seeResponse(server, pressOnDiscord(server, meanwhile, /👍/))), notNoted);
  const response = await seeResponse(server, pressOnDiscord(server, before, /👍/));
  assert.match(response.content, /cannot be looked up just now\. Press it again in a few minutes/);
  assert.match(JSON.stringify(await askOnDiscord(server, `${server.mention} ${question}`, before.id)), /kettlectl/i);
});

test('two processes that hear the same without a store in common give one answer on Discord', async () => {
  await using server = await startDiscordServer({
    limits: { routes: { 'POST /channels/:channelId/messages': { limit: 1000, perMs: 1000 } } },
  });
  await using one = await startDiscordBot(server);
  await using two = await startDiscordBot(server);
  await one.loseStore();
  for (let i = 0; i < 5; i++) {
    const answer = await askOnDiscord(server);
    const pressed = pressOnDiscord(server, answer, /More/);
    await seeResponse(server, pressed);
    const command = commandOnDiscord(server);
    await seeResponse(server, command);
    for (const { id } of [pressed, command]) {
      await Promise.race([
        two.finished(`discord:interaction:${id}`),
        two.log.told('Another process has an event in hand.'),
      ]);
    }
    assert.equal(pressed.messageIds.length, 1);
    assert.equal(command.messageIds.length, 1);
  }
  await Promise.all([one.stop(), two.stop()]);
  const replies = server.messages('general').filter(({ reference }) => reference !== undefined);
  assert.equal(new Set(replies.map(({ reference }) => reference?.messageId)).size, replies.length);
  assert.equal(server.interactions.filter(({ messageIds }) => messageIds.length > 1).length, 0);
});

test('on Slack commands, buttons, shortcuts and the box of App Home are answered while the store is away', async () => {
  await using server = await startSlackServer();
  await using bot = await startSlackBot(server);
  await bot.loseStore();
  const ann = server.person('U0ANN');
  const channel = 'C0GENERAL';
  const shown = () => server.messages(channel).filter(({ via, isDeleted }) => via === 'response_url' && !isDeleted);
  const next = async (act: () => unknown) => {
    const count = shown().length;
    await act();
    return server.waitFor(() => shown()[count]);
  };
  const answer = await next(() => ann.runCommand(channel, '/arm', question));
  assert.match(JSON.stringify(answer.blocks), /kettlectl/i);
  const press = (label: RegExp) => {
    const button = readButtons(answer.blocks).find((one) => label.test(one.label));
    assert.ok(button, `no button ${label}`);
    return next(() => ann.press(answer, button.id));
  };
  assert.match(JSON.stringify(await press(/More/)), /kettlectl/i);
  assert.match(JSON.stringify(await press(/Not helpful/)), notNoted);
  await next(() => ann.useMessageShortcut(askAboutMessageId, ann.post(channel, question).message));
  await ann.openHome()?.outcome;
  const home = await server.waitFor(() => server.home(ann.id));
  await ann.press(home, 'home_ask', { choose: question });
  await server.waitFor(() => server.modal(ann.id));
});

test('on Slack a mention is not acknowledged while the store is away, so that it comes again', async () => {
  await using server = await startSlackServer({ socket: { acknowledgeWithinMs: 500, retryAfterMs: [0, 10] } });
  await using bot = await startSlackBot(server);
  await bot.loseStore();
  const { outcomes, ts } = server.person('U0ANN').post('C0GENERAL', `@bot ${question}`);
  assert.deepEqual(
    (await outcomes).map(({ isAcknowledged, attempts }) => [isAcknowledged, attempts]),
    [[false, 3]],
  );
  assert.equal(server.messages('C0GENERAL').filter(({ thread_ts }) => thread_ts === ts).length, 0);
});
