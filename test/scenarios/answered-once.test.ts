import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startDiscordServer } from '../../local/discord-server/start-discord-server.ts';
import { startSlackServer } from '../../local/slack-server/start-slack-server.ts';
import { countCalls } from '../fixtures/count-calls.ts';
import { startDiscordBot } from '../fixtures/discord-bot.ts';
import { startSlackBot } from '../fixtures/slack-bot.ts';

const question = 'does kettlectl run on arm64?';

async function answersDuring(work: () => Promise<void>): Promise<{ answers: number; tables: number }> {
  const calls = await countCalls(work);
  return {
    answers: calls('answering/answers/answer-question.ts', 'answerQuestion'),
    tables: calls('answering/answers/build-status.ts', 'buildStatus'),
  };
}

test('a mention in Slack is answered once, its buttons included, and a thumbs up answers nothing again', async () => {
  await using server = await startSlackServer();
  await using bot = await startSlackBot(server);
  const ann = server.person('U0ANN');
  const findAnswer = () => server.messages('C0GENERAL').find(({ via }) => via !== 'person');
  const asked = await answersDuring(async () => {
    ann.post('C0GENERAL', `@bot ${question}`);
    await server.waitFor(findAnswer);
  });
  assert.deepEqual(asked, { answers: 1, tables: 0 });
  const answer = findAnswer();
  assert.ok(answer);
  const buttons = (answer.blocks as { elements?: { action_id?: string; text?: { text?: string } }[] }[]).flatMap(
    ({ elements = [] }) => elements,
  );
  const labels = buttons.map(({ text }) => text?.text ?? '');
  for (const label of ['More', 'Helpful'])
    assert.ok(
      labels.some((each) => each.endsWith(label)),
      labels.join(', '),
    );
  const helpful = buttons.find(({ text }) => text?.text?.endsWith('👍 Helpful'));
  const rated = await answersDuring(async () => {
    await ann.press(answer, helpful?.action_id ?? '');
    await server.waitFor(() => server.messages('C0GENERAL').find(({ ephemeralTo }) => ephemeralTo === ann.id));
    assert.equal((await bot.store.readerNotes.listFeedback(1)).length, 1);
  });
  assert.deepEqual(rated, { answers: 0, tables: 0 });
});

test('a mention in Discord is answered once, its buttons included, and a thumbs up answers nothing again', async () => {
  await using server = await startDiscordServer();
  await using bot = await startDiscordBot(server);
  const findAnswer = (askedId: string) =>
    server.messages('general').find(({ reference }) => reference?.messageId === askedId);
  let answer: ReturnType<typeof findAnswer>;
  const asked = await answersDuring(async () => {
    const { id } = server.people.postMessage({ by: 'ada', in: 'general', text: `${server.mention} ${question}` });
    answer = await server.waitFor(() => findAnswer(id));
  });
  assert.deepEqual(asked, { answers: 1, tables: 0 });
  assert.match(JSON.stringify(answer?.components), /More/);
  const rated = await answersDuring(async () => {
    const message = answer as NonNullable<typeof answer>;
    const pressed = server.clicks.pressButton({ by: 'ada', message, button: 'Helpful' });
    await server.waitFor(() => pressed.messageIds.at(-1));
    assert.equal((await bot.store.readerNotes.listFeedback(1)).length, 1);
  });
  assert.deepEqual(rated, { answers: 0, tables: 0 });
});
