import assert from 'node:assert/strict';
import { once } from 'node:events';
import { test } from 'node:test';
import {
  ActionRowBuilder,
  type AutocompleteInteraction,
  ButtonBuilder,
  type ButtonInteraction,
  ButtonStyle,
  type ChatInputCommandInteraction,
  type Client,
  Events,
  type Interaction,
  MessageFlags,
  ModalBuilder,
  type ModalSubmitInteraction,
  Routes,
  SlashCommandBuilder,
  StringSelectMenuBuilder,
  type StringSelectMenuInteraction,
  TextInputBuilder,
  TextInputStyle,
} from 'discord.js';
import type { DiscordServerOptions } from '../../../local/discord-server/server-settings.ts';
import { startDiscordServer } from '../../../local/discord-server/start-discord-server.ts';
import { connectBot } from './connect-bot.ts';
import { findRefusal } from './connect-rest.ts';

const arm = new SlashCommandBuilder()
  .setName('arm')
  .setDescription('Ask what runs on Arm')
  .addSubcommand((command) =>
    command
      .setName('status')
      .setDescription('What runs where')
      .addStringOption((option) =>
        option.setName('subject').setDescription('What').setRequired(true).setAutocomplete(true),
      )
      .addBooleanOption((option) => option.setName('private').setDescription('Only for you')),
  );
const ask = { name: 'Ask about this', type: 3 };
const status = { by: 'ada', in: 'general', name: 'arm', subcommand: 'status' } as const;

async function start(options: DiscordServerOptions = {}) {
  const server = await startDiscordServer(options);
  const bot = await connectBot(server);
  await bot.client.application.commands.set([arm.toJSON(), ask]);
  return { server, bot, client: bot.client };
}

async function next<T extends Interaction>(client: Client): Promise<T> {
  const [interaction] = await once(client, Events.InteractionCreate);
  return interaction as T;
}

test('a slash command is answered, and the answer is a message of the channel', async () => {
  const { server, bot, client } = await start();
  await using _server = server;
  await using _bot = bot;
  const heard = next<ChatInputCommandInteraction>(client);
  const record = server.clicks.runCommand({ ...status, options: { subject: 'redis', private: false } });
  const interaction = await heard;
  assert.equal(interaction.options.getSubcommand(), 'status');
  assert.equal(interaction.options.getString('subject'), 'redis');
  const response = await interaction.reply({ content: 'Yes.', withResponse: true });
  assert.equal(response.resource?.message?.content, 'Yes.');
  assert.deepEqual(
    server.messages('general').map(({ content, interactionId }) => [content, interactionId]),
    [['Yes.', record.id]],
  );
  assert.ok((record.ackDelayMs ?? -1) >= 0);
  assert.equal(
    await findRefusal(
      client.rest.post(Routes.interactionCallback(record.id, record.token), {
        auth: false,
        body: { type: 4, data: { content: 'x' } },
      }),
    ),
    40060,
  );
});

test('a response that comes too late finds no interaction, and a token ends after its life', async () => {
  const { server, bot, client } = await start({ interactions: { firstResponseMs: 3_000 } });
  await using _server = server;
  await using _bot = bot;
  const heard = [next<ChatInputCommandInteraction>(client)];
  server.clicks.runCommand({ ...status, options: { subject: 'redis' } });
  const late = await heard[0];
  server.clock.advance(3001);
  assert.equal(await findRefusal((late as ChatInputCommandInteraction).reply('x')), 10062);

  const second = next<ChatInputCommandInteraction>(client);
  server.clicks.runCommand({ ...status, options: { subject: 'redis' } });
  const interaction = await second;
  await interaction.deferReply();
  server.clock.advance(15 * 60_000);
  assert.equal(await findRefusal(interaction.editReply('x')), 50027);
});

test('a deferral settles who sees the answer; the first follow-up takes its place', async () => {
  const { server, bot, client } = await start();
  await using _server = server;
  await using _bot = bot;
  const heard = next<ChatInputCommandInteraction>(client);
  const record = server.clicks.runCommand({ ...status, options: { subject: 'redis' } });
  const interaction = await heard;
  await interaction.deferReply({ flags: MessageFlags.Ephemeral });
  await interaction.followUp({ content: 'Yes.' });
  const more = await interaction.followUp({ content: 'And more.' });
  assert.equal(server.findMessage(record.originalId ?? '')?.content, 'Yes.');
  assert.deepEqual(record.messageIds, [record.originalId, more.id]);
  assert.deepEqual(
    server.messages('general').map(({ content }) => content),
    ['And more.'],
  );
  await interaction.deleteReply();
  assert.equal(await findRefusal(interaction.fetchReply()), 10008);
});

test('typing in an option is answered with choices, and with nothing else', async () => {
  const { server, bot, client } = await start();
  await using _server = server;
  await using _bot = bot;
  const heard = next<AutocompleteInteraction>(client);
  const record = server.clicks.typeInOption({ ...status, options: { subject: 'red' }, focused: 'subject' });
  const interaction = await heard;
  assert.deepEqual(interaction.options.getFocused(true), { name: 'subject', type: 3, value: 'red', focused: true });
  const callback = Routes.interactionCallback(record.id, record.token);
  const respond = (body: unknown) => findRefusal(client.rest.post(callback, { auth: false, body }));
  const choice = { name: 'redis', value: 'redis' };
  assert.equal(await respond({ type: 5 }), 50035);
  assert.equal(await respond({ type: 8, data: { choices: Array(26).fill(choice) } }), 50035);
  assert.equal(await respond({ type: 8, data: { choices: [{ name: 'x'.repeat(101), value: 'x' }] } }), 50035);
  await interaction.respond([choice]);
  assert.deepEqual(record.choices, [choice]);
});

test('buttons, menus and modals follow one another', async () => {
  const { server, bot, client } = await start();
  await using _server = server;
  await using _bot = bot;
  const channel = await client.channels.fetch(server.channelId('general'));
  assert.ok(channel?.isSendable());
  const button = new ButtonBuilder().setCustomId('ask').setLabel('Ask').setStyle(ButtonStyle.Primary);
  const link = new ButtonBuilder().setURL('https://example.com').setLabel('Source').setStyle(ButtonStyle.Link);
  const menu = new StringSelectMenuBuilder()
    .setCustomId('pick')
    .addOptions({ label: 'One', value: '1' }, { label: 'Two', value: '2' });
  const components = [
    new ActionRowBuilder<ButtonBuilder>().addComponents(button, link),
    new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(menu),
  ];
  const { id } = await channel.send({ content: 'What now?', components });
  const message = server.findMessage(id);
  assert.ok(message);
  assert.throws(() => server.clicks.pressButton({ by: 'ada', message, button: 'Source' }), /opens a link/);
  assert.throws(() => server.clicks.choose({ by: 'ada', message, values: ['3'] }), /does not offer 3/);

  let heard: Promise<Interaction> = next(client);
  server.clicks.choose({ by: 'ada', message, values: ['2'] });
  const chosen = (await heard) as StringSelectMenuInteraction;
  assert.deepEqual(chosen.values, ['2']);
  await chosen.update({ content: 'Two, then.' });
  assert.equal(server.findMessage(id)?.content, 'Two, then.');

  heard = next(client);
  const record = server.clicks.pressButton({ by: 'linus', message, button: 'Ask' });
  const field = new TextInputBuilder()
    .setCustomId('question')
    .setLabel('Question')
    .setStyle(TextInputStyle.Short)
    .setMinLength(3);
  const modal = new ModalBuilder().setCustomId('form').setTitle('Ask');
  await ((await heard) as ButtonInteraction).showModal(
    modal.addComponents(new ActionRowBuilder<TextInputBuilder>().addComponents(field)),
  );

  assert.throws(
    () => server.clicks.submitModal({ by: 'linus', interaction: record, values: { question: 'x' } }),
    /3 to 4000/,
  );
  heard = next(client);
  server.clicks.submitModal({ by: 'linus', interaction: record, values: { question: 'does it run?' } });
  const submitted = (await heard) as ModalSubmitInteraction;
  assert.equal(submitted.fields.getTextInputValue('question'), 'does it run?');
  assert.ok(submitted.isFromMessage());
  await submitted.update({ content: 'It does.' });
  assert.equal(server.findMessage(id)?.content, 'It does.');
});

test('a message command brings the text of the message it is used on', async () => {
  const { server, bot, client } = await start();
  await using _server = server;
  await using _bot = bot;
  const message = server.people.postMessage({ by: 'linus', in: 'general', text: 'does redis run on arm?' });
  const heard = next(client);
  server.clicks.useMessageCommand({ by: 'ada', message, name: 'Ask about this' });
  const interaction = await heard;
  assert.ok(interaction.isMessageContextMenuCommand());
  assert.equal(interaction.targetMessage.content, 'does redis run on arm?');
});

test('an interaction in private comes without a guild', async () => {
  const { server, bot, client } = await start();
  await using _server = server;
  await using _bot = bot;
  const heard = next<ChatInputCommandInteraction>(client);
  server.clicks.runCommand({ by: 'ada', name: 'arm', subcommand: 'status', options: { subject: 'redis' } });
  const interaction = await heard;
  assert.equal(interaction.guildId, null);
  assert.equal(interaction.user.username, 'ada');
  await interaction.reply('Yes.');
});

test('an interaction that came while the line was cut is heard on the resume', async () => {
  const { server, bot, client } = await start();
  await using _server = server;
  await using _bot = bot;
  const heard = next<ChatInputCommandInteraction>(client);
  server.gateway.kill();
  const record = server.clicks.runCommand({ ...status, options: { subject: 'redis' } });
  assert.equal(record.wasHeard, false);
  await (await heard).reply('Yes.');
  assert.equal(record.callbackType, 4);
});

test('nobody hears an interaction while no bot is connected', async () => {
  const { server, bot } = await start();
  await using _server = server;
  await bot[Symbol.asyncDispose]();
  await server.waitFor(() => server.gateway.connectedShards.length === 0);
  const record = server.clicks.runCommand({ ...status, options: { subject: 'redis' } });
  assert.equal(record.wasHeard, false);
  assert.equal(server.gateway.deliveryOf(record.id), 'lost');
});
