import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findBrokenLinks, findLiveMentions } from '../../local/slack-server/find-live-mentions.ts';
import type { StoredMessage } from '../../local/slack-server/message-store.ts';
import { startSlackServer } from '../../local/slack-server/start-slack-server.ts';
import { startSlackBot } from '../fixtures/slack-bot.ts';

const textOf = (message: StoredMessage) => JSON.stringify(message.blocks);
const buttonOf = (message: StoredMessage, label: string | RegExp) => {
  const buttons = (message.blocks as { type: string; elements?: { action_id?: string; text?: { text?: string } }[] }[])
    .filter(({ type }) => type === 'actions')
    .flatMap(({ elements = [] }) => elements);
  const button = buttons.find(({ text }) => (text?.text ?? '').match(label));
  assert.ok(button?.action_id, `no button "${label}" among ${buttons.map(({ text }) => text?.text).join(', ')}`);
  return button.action_id;
};

for (const mode of ['socket', 'http'] as const) {
  test(`a conversation in Slack, by ${mode}: mention, follow-up, thumbs up, more, share, status, help`, async () => {
    await using server = await startSlackServer();
    await using bot = await startSlackBot(server, { mode });
    const ann = server.person('U0ANN');
    const newMessage = async (see: (message: StoredMessage) => boolean, seen: readonly StoredMessage[]) =>
      server.waitFor(() =>
        server
          .messages('C0GENERAL')
          .find((message) => message.via !== 'person' && !seen.includes(message) && see(message)),
      );

    const asked = ann.post('C0GENERAL', '@bot does kettlectl run on arm64?');
    const inThread = ({ thread_ts }: StoredMessage) => thread_ts === asked.ts;
    const answer = await newMessage(inThread, []);
    assert.match(textOf(answer), /✅ Yes\b[^"]*: Kettlectl 1\.0 runs on armv7 and arm64\./);
    assert.match(answer.text ?? '', /Yes\b.*: Kettlectl 1\.0 runs on/);
    assert.equal(answer.ephemeralTo, undefined);

    ann.post('C0GENERAL', '@bot what about windows?', { threadTs: asked.ts });
    const second = await newMessage(inThread, [answer]);
    assert.match(textOf(second), /⛔ No\b[^"]*: There is no Kettlectl for Windows\./);

    await ann.press(answer, buttonOf(answer, '👍'));
    const thanks = await newMessage(({ ephemeralTo }) => ephemeralTo === ann.id, [answer, second]);
    assert.match(textOf(thanks), /Thank you/);
    const [feedback] = await bot.store.readerNotes.listFeedback(10);
    assert.equal(feedback?.line, 'does kettlectl run on arm64?');
    assert.equal(feedback?.isHelpful, true);
    assert.match(feedback?.issueId ?? '', /^\d{4}-W\d\d$/);
    assert.ok(!JSON.stringify(feedback).includes('U0ANN'));

    const seen = [answer, second, thanks];
    await ann.press(answer, buttonOf(answer, 'More'));
    const more = await newMessage(({ ephemeralTo }) => ephemeralTo === ann.id, seen);
    assert.match(textOf(more), /"type":"table"/);

    await ann.press(more, buttonOf(more, 'Share'));
    const shared = await newMessage(
      ({ ephemeralTo, blocks }) => ephemeralTo === undefined && JSON.stringify(blocks).includes('"table"'),
      [...seen, more],
    );
    assert.equal(shared.thread_ts, asked.ts);

    const before = server.messages('C0GENERAL');
    await ann.runCommand('C0GENERAL', '/arm', 'status kettlectl');
    const status = await newMessage(({ ephemeralTo }) => ephemeralTo === ann.id, [...before]);
    assert.match(textOf(status), /"type":"table"/);

    const beforeHelp = server.messages('C0GENERAL');
    ann.post('C0GENERAL', '@bot help');
    const help = await newMessage(({ ephemeralTo }) => ephemeralTo === ann.id, [...beforeHelp]);
    assert.match(textOf(help), /"status <subject>"/);

    for (const message of server.messages('C0GENERAL').filter(({ via }) => via !== 'person')) {
      assert.deepEqual(findLiveMentions(message), []);
      assert.deepEqual(findBrokenLinks(message), []);
    }
    // Each at last: on a busy machine a try may be late, and Slack tries again.
    await server.waitFor(() => {
      const acknowledged = new Set(server.acks.map(({ eventId, envelopeId }) => eventId ?? envelopeId));
      return server.deliveries.every(({ eventId, envelopeId }) => acknowledged.has(eventId ?? envelopeId));
    });
    assert.deepEqual(server.problems, []);
    assert.deepEqual(bot.log.above('info'), []);
  });
}
