import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startSlackServer } from '../../../../local/slack-server/start-slack-server.ts';
import { startSlackBot } from '../../../fixtures/slack-bot.ts';
import { readButtons } from '../../../scenarios/slack-shown.ts';

const general = 'C0GENERAL';

for (const [what, isThanks] of [
  ['the thanks for it have', true],
  ['it itself has', false],
] as const)
  test(`what is shared stands there once, however often ${what} to be sent`, async () => {
    await using server = await startSlackServer();
    await using _bot = await startSlackBot(server);
    const ann = server.person('U0ANN');
    await ann.runCommand(general, '/arm', 'does kettlectl run on arm64?');
    const answer = await server.waitFor(() => server.messages(general)[0]);
    const share = readButtons(answer.blocks).find(({ label }) => label.includes('Share'));
    server.faults.add({
      method: 'response_url',
      kind: 'error',
      error: 'service_unavailable',
      when: (args) => (args.replace_original === true) === isThanks,
    });
    await ann.press(answer, share?.id ?? '');
    await server.waitFor(() => server.messages(general).find(({ text }) => text === 'Shared in the channel.'));
    const open = server.messages(general).filter(({ ephemeralTo }) => ephemeralTo === undefined);
    assert.equal(open.length, 1);
  });

test('what is asked by a button that only its asker sees in a thread is answered, and shared, in that thread', async () => {
  await using server = await startSlackServer();
  await using _bot = await startSlackBot(server);
  const ann = server.person('U0ANN');
  const { ts: root } = ann.post(general, 'good morning');
  ann.post(general, '@bot help', { threadTs: root });
  const shownToAnn = () => server.messages(general).filter(({ ephemeralTo }) => ephemeralTo === 'U0ANN');
  const help = await server.waitFor(() => shownToAnn()[0]);
  const example = readButtons(help.blocks).find(({ label }) => label.includes('Kettlectl'));
  await ann.press(help, example?.id ?? '');
  const answer = await server.waitFor(() => shownToAnn()[1]);
  const share = readButtons(answer.blocks).find(({ label }) => label.includes('Share'));
  await ann.press(answer, share?.id ?? '');
  const isShared = ({ ephemeralTo, text }: typeof answer) => ephemeralTo === undefined && /^Yes: Kettlectl/.test(text);
  const shared = await server.waitFor(() => server.messages(general).find(isShared));
  assert.deepEqual([help.thread_ts, answer.thread_ts, shared.thread_ts], [root, root, root]);
});
