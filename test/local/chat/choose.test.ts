import assert from 'node:assert/strict';
import { once } from 'node:events';
import { test } from 'node:test';
import bolt from '@slack/bolt';
import { Client, GatewayIntentBits } from 'discord.js';
import { awaitAnswer } from '../../../local/chat/await-answer.ts';
import { openDiscordChat } from '../../../local/chat/discord-chat.ts';
import type { Act, LocalChat } from '../../../local/chat/local-chat.ts';
import { readForm } from '../../../local/chat/local-chat.ts';
import { openSlackChat } from '../../../local/chat/slack-chat.ts';
import { renderHtml } from '../../../local/drawing/render-html.ts';
import { renderText, type TextControl } from '../../../local/drawing/render-text.ts';
import { keepLog } from '../slack-server/keep-log.ts';

const minuteMs = 60_000;

/** What is drawn there, and what can be pressed. */
function look(chat: LocalChat, place: string) {
  const controls: TextControl[] = [];
  const words = renderText(chat.draw(place), { number: (control) => controls.push(control) });
  return { words, html: renderHtml(chat.draw(place), { use: 'live' }), controls };
}

async function act(chat: LocalChat, place: string, what: Act): Promise<string> {
  const before = chat.progress(place);
  await chat.act(place, what);
  await awaitAnswer(chat, place, before, minuteMs);
  return look(chat, place).words;
}

test('Discord: a menu is chosen from, one value or several, as the bot then hears it', async () => {
  const chat = await openDiscordChat();
  const client = new Client({
    intents: [GatewayIntentBits.Guilds],
    rest: { api: chat.settings.DISCORD_API_URL ?? '' },
  });
  try {
    client.on('interactionCreate', (interaction) => {
      if (interaction.isStringSelectMenu()) void interaction.reply(`chosen: ${interaction.values.join(' and ')}`);
    });
    const ready = once(client, 'clientReady');
    await client.login(chat.settings.DISCORD_TOKEN);
    await ready;
    const place = chat.places()[0]?.id ?? '';
    const channel = await client.channels.fetch(place);
    assert.ok(channel?.isSendable());
    const options = ['a', 'b', 'c'].map((value) => ({ label: `Option ${value}`, value }));
    await channel.send({
      content: 'Pick.',
      components: [{ type: 1, components: [{ type: 3, customId: 'menu', options, maxValues: 2 }] }],
    });
    const { html, controls } = look(chat, place);
    assert.match(html, /<select name="field:menu" aria-label="Options" multiple>/);
    const second = controls.find(({ label }) => label === 'Option b');
    assert.match(await act(chat, place, second?.fields ?? {}), /chosen: b$/m);
    const form = new URLSearchParams(second?.fields);
    form.append('field:menu', 'c');
    assert.match(await act(chat, place, readForm(form)), /chosen: b and c$/m);
  } finally {
    await client.destroy();
    await chat.close();
  }
});

test('Slack: a menu is chosen from, an overflow menu opened and used, as the bot then hears it', async () => {
  const chat = await openSlackChat();
  const app = new bolt.App({
    token: chat.settings.SLACK_BOT_TOKEN ?? '',
    appToken: chat.settings.SLACK_APP_TOKEN ?? '',
    socketMode: true,
    clientOptions: { slackApiUrl: chat.settings.SLACK_API_URL ?? '' },
    logger: keepLog(),
  });
  try {
    app.action(/.*/, async ({ ack, action, client }) => {
      await ack();
      const { value } =
        'selected_option' in action ? (action.selected_option ?? { value: 'nothing' }) : { value: 'nothing' };
      await client.chat.postMessage({ channel: place, text: `chosen: ${value}` });
    });
    await app.start();
    await chat.untilConnected();
    const place = chat.places()[0]?.id ?? '';
    const option = (value: string) => ({ text: { type: 'plain_text' as const, text: `Option ${value}` }, value });
    const elements = [
      { type: 'static_select' as const, action_id: 'pick', options: [option('a'), option('b')] },
      { type: 'overflow' as const, action_id: 'more', options: [option('c'), option('d')] },
    ];
    await app.client.chat.postMessage({ channel: place, text: 'Pick.', blocks: [{ type: 'actions', elements }] });
    const fieldsOf = (label: string) =>
      look(chat, place).controls.find((control) => control.label === label)?.fields ?? {};
    assert.match(look(chat, place).html, /<details class="options"><summary aria-label="More">⋯<\/summary>/);
    assert.match(await act(chat, place, fieldsOf('Option b')), /chosen: b$/m);
    assert.match(await act(chat, place, fieldsOf('Option d')), /chosen: d$/m);
  } finally {
    await app.stop();
    await chat.close();
  }
});
