import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findBrokenLinks } from '../../local/discord-server/find-broken-links.ts';
import { findLinkPreviews } from '../../local/discord-server/find-link-previews.ts';
import { findLiveMentions } from '../../local/discord-server/find-live-mentions.ts';
import type { InteractionRecord } from '../../local/discord-server/interaction-record.ts';
import { type DiscordServer, startDiscordServer } from '../../local/discord-server/start-discord-server.ts';
import type { DiscordMessage } from '../../local/discord-server/world-model.ts';
import { startDiscordBot } from '../fixtures/discord-bot.ts';

const textOf = ({ content, embeds }: DiscordMessage) => JSON.stringify([content, embeds]);
const isEphemeral = ({ ephemeralFor }: DiscordMessage) => ephemeralFor !== undefined;

/** Resolves to what the bot made of an interaction: its last message, once that is no longer being thought about. */
async function see(server: DiscordServer, interaction: InteractionRecord): Promise<DiscordMessage> {
  return server.waitFor(() => {
    const message = server.findMessage(interaction.messageIds.at(-1) ?? '');
    return message && (message.flags & 128) === 0 ? message : undefined;
  });
}

test('a conversation in Discord: mention, reply, button, thumbs up, completion, status, share, help', async (t) => {
  const warnings: string[] = [];
  const warn = (warning: Error) => void warnings.push(warning.message);
  process.on('warning', warn);
  t.after(() => process.off('warning', warn));
  await using server = await startDiscordServer();
  await using bot = await startDiscordBot(server);
  const answerTo = (asked: DiscordMessage) =>
    server.waitFor(() => server.messages('general').find(({ reference }) => reference?.messageId === asked.id));

  const asked = server.people.postMessage({
    by: 'ada',
    in: 'general',
    text: `does kettlectl run on windows ${server.mention}?`,
  });
  const answer = await answerTo(asked);
  assert.match(textOf(answer), /⛔ No|❌ No/);
  assert.match(textOf(answer), /<t:\d+:D>/);

  const replied = server.people.postMessage({
    by: 'ada',
    in: 'general',
    text: 'what about arm64?',
    replyTo: answer.id,
  });
  const second = await answerTo(replied);
  assert.match(textOf(second), /✅ Yes/);

  const more = await see(server, server.clicks.pressButton({ by: 'linus', message: second, button: 'More' }));
  assert.equal(isEphemeral(more), true);
  assert.match(textOf(more), /Where .*runs|armv7/);

  const thanks = await see(server, server.clicks.pressButton({ by: 'ada', message: second, button: 'Helpful' }));
  assert.match(textOf(thanks), /Thank you/);
  assert.equal(isEphemeral(thanks), true);
  const [feedback] = await bot.store.readerNotes.listFeedback(10);
  assert.equal(feedback?.isHelpful, true);
  assert.match(feedback?.issueId ?? '', /^\d{4}-W\d\d$/);
  assert.match(feedback?.line ?? '', /kettlectl/i);

  const typing = server.clicks.typeInOption({
    by: 'ada',
    in: 'general',
    name: 'arm',
    subcommand: 'status',
    options: { subject: 'ketlec' },
    focused: 'subject',
  });
  await server.waitFor(() => typing.callbackType !== undefined);
  const choice = typing.choices?.find(({ name }) => name === 'Kettlectl');
  const use = { by: 'ada', in: 'general', name: 'arm', subcommand: 'status' };
  const status = await see(
    server,
    server.clicks.runCommand({ ...use, options: { subject: String(choice?.value), private: true } }),
  );
  assert.equal(isEphemeral(status), true);

  const share = server.clicks.pressButton({ by: 'ada', message: status, button: 'Share in channel' });
  const shared = await server.waitFor(() => server.messages('general').find(({ id }) => share.messageIds.includes(id)));
  assert.equal(textOf(shared), textOf(status));
  await server.waitFor(() => server.findMessage(status.id)?.content === 'Shared in the channel.');

  const help = await see(
    server,
    server.clicks.runCommand({ by: 'ada', in: 'general', name: 'arm', subcommand: 'help' }),
  );
  assert.equal(isEphemeral(help), true);
  assert.match(textOf(help), /status/);

  const sent = [answer, second, more, thanks, status, shared, help];
  for (const message of sent) {
    assert.deepEqual(findLiveMentions(message.sentBody), []);
    assert.deepEqual(findBrokenLinks(message.sentBody), []);
    assert.deepEqual(findLinkPreviews(message.sentBody), []);
  }
  assert.deepEqual(
    server.interactions.filter(({ ackDelayMs }) => ackDelayMs === undefined),
    [],
  );
  assert.deepEqual(
    server.requests.filter(({ status }) => (status ?? 0) >= 400),
    [],
  );
  assert.deepEqual(bot.log.above('info'), []);
  assert.deepEqual(warnings, []);
});
