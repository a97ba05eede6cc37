import assert from 'node:assert/strict';
import { test } from 'node:test';
import { askAboutMessageId, askAnythingId } from '#platforms/slack/rendering/shortcuts.ts';
import { startSlackServer } from '../../../../local/slack-server/start-slack-server.ts';
import { startSlackBot } from '../../../fixtures/slack-bot.ts';
import { readShownWords } from '../../../scenarios/slack-shown.ts';

const general = 'C0GENERAL';
const question = 'does kettlectl run on arm64?';

test('what somebody asked about a message is nobody else’s to go on with, and theirs still', async () => {
  await using server = await startSlackServer();
  await using _bot = await startSlackBot(server);
  const ask = async (personId: string, line: string) => {
    const person = server.person(personId);
    const { message } = person.post(general, line);
    const shown = () => server.messages(general).filter(({ ephemeralTo }) => ephemeralTo === personId);
    const count = shown().length;
    await person.useMessageShortcut(askAboutMessageId, message);
    return (await server.waitFor(() => shown()[count])).text;
  };
  assert.match(await ask('U0ANN', question), /^Yes\b.*: Kettlectl/);
  assert.match(await ask('U0BEN', 'and on armv7?'), /^The archive does not say\./);
  assert.match(await ask('U0ANN', 'and on armv7?'), /^Yes\b.*: Kettlectl/);
});

test('what somebody asked in a modal is nobody else’s to go on with, and theirs still', async () => {
  await using server = await startSlackServer();
  await using _bot = await startSlackBot(server);
  const ask = async (personId: string, line: string) => {
    const person = server.person(personId);
    await person.useGlobalShortcut(askAnythingId);
    await server.waitFor(() => server.modal(personId)?.body.submit);
    await person.submit({ text: line });
    const modal = await server.waitFor(() => [server.modal(personId)].find((one) => one && !one.body.submit));
    await person.closeModal();
    return readShownWords(modal.body.blocks);
  };
  assert.match(await ask('U0ANN', question), /Yes\b.*: Kettlectl/);
  assert.match(await ask('U0BEN', 'and on armv7?'), /The archive does not say\./);
  assert.match(await ask('U0ANN', 'and on armv7?'), /Yes\b.*: Kettlectl/);
});
