import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { after, test } from 'node:test';
import { browse } from './browse.ts';
import { runLocalChat } from './run-local-chat.ts';

const chat = await runLocalChat('slack', '--port', '0');
after(() => chat[Symbol.asyncDispose]());
const [, url = ''] = await chat.sees(/Open (http:\S+)/);
const hostile = '<img src=x onerror=alert(1)><script>alert(2)</script>"\'><a href="javascript:alert(3)">x</a>';

test('the page lists the channels, the direct message and the Home tab', async () => {
  const page = await browse(url);
  for (const label of ['#general', '#hardware', 'works-on-arm', 'Home'])
    assert.match(page.html(), new RegExp(`>${label}</a>`));
});

test('a mention in a channel is answered in its thread, and a button below the answer can be pressed', async () => {
  const page = await browse(url);
  await page.press('Send', { text: '@works-on-arm does balena run on armv6?' });
  await page.sees(/<span class="mention">@works-on-arm<\/span> does balena run on armv6\?/);
  await page.sees(/<div class="thread">[\s\S]*Balena runs on armv5, armv6, armv7/);
  await page.press('🔎 Related');
  await page.sees(/Articles that fit/);
});

test('a slash command is answered to the person alone, and the page says so; sharing it does not', async () => {
  const page = await browse(url);
  await page.open({ place: 'C0HARDWARE' });
  await page.press('Send', { text: '/arm balena on windows?' });
  await page.sees(/Only visible to you[\s\S]*There is no Balena for Windows or Mac/);
  await page.press('📣 Share in channel');
  const [, shared = ''] = page.html().split('Only visible to you');
  assert.match(shared, /<\/article><article[\s\S]*There is no Balena for Windows or Mac/);
});

test('the questions that the bot suggests in its direct messages are buttons, and a plain question is answered there', async () => {
  const page = await browse(url);
  const direct = /place=(D\w+)/.exec(page.html())?.[1] ?? '';
  await page.open({ place: direct });
  const suggested = page.buttons().find(({ fields }) => fields.do?.startsWith('say:'));
  assert.ok(suggested);
  await page.press(suggested.label);
  await page.sees(/class="app">APP/);
  await page.press('Send', { text: 'does balena run on armv6?' });
  await page.sees(/Balena runs on armv5, armv6, armv7/);
});

test('the Home tab is what the bot has published; its box opens a window with the answer, which can be closed', async () => {
  const page = await browse(url);
  await page.open({ place: 'home' });
  await page.sees(/<h3>What runs on Arm\?<\/h3>/);
  await page.press('⏎ Enter', { 'field:home_ask': 'balena on windows?' });
  await page.sees(/role="dialog"[\s\S]*There is no Balena for Windows or Mac/);
  await page.press('Close');
  assert.doesNotMatch(page.html(), /role="dialog"/);
});

test('the menu of a message has the shortcut that the manifest declares', async () => {
  const page = await browse(url);
  await page.open({ place: 'C0HARDWARE' });
  await page.press('Send', { text: 'who knows whether balena runs on windows?' });
  await page.press('Ask about this message');
  await page.sees(/Only visible to you|role="dialog"/);
});

test('hostile text in a message never becomes markup', async () => {
  const page = await browse(url);
  await page.press('Send', { text: `@works-on-arm ${hostile}` });
  await page.press('Send', { text: `/arm ${hostile}` });
  assert.ok(page.html().includes('&lt;img src=x onerror=alert(1)&gt;'));
  assert.doesNotMatch(page.html(), /<img|<script(?! src="\/chat\.js")|href="javascript:/i);
});

test('an unknown command is refused as Slack does it, and the draft comes back', async () => {
  const page = await browse(url);
  await page.press('Send', { text: '/weather in Berlin' });
  await page.sees(/role="alert">\/weather is not a valid command\. There is \/arm\./);
  await page.sees(/value="\/weather in Berlin"/);
});

test('names of commands are completed, with what the manifest says of them', async () => {
  const page = await browse(url);
  const html = await (await page.get('/suggestions?place=C0GENERAL&draft=/a')).text();
  assert.match(html, /data-draft="\/arm "/);
  assert.match(html, /Ask what runs on Arm/);
});

test('the page asks nobody else for anything, lets no script but its own run, and answers no other site', async () => {
  const page = await browse(url);
  const response = await page.get('/');
  assert.match(response.headers.get('content-security-policy') ?? '', /default-src 'none'; script-src 'self'/);
  const addresses = [...page.html().matchAll(/<(?:script|link|img|iframe)[^>]*(?:src|href)="([^"]*)"/g)].map(
    ([, to]) => to,
  );
  assert.deepEqual(addresses, ['data:,', '/style.css', '/chat.js']);
  assert.equal((await page.get('/', { origin: 'http://elsewhere.example' })).status, 403);
});

test('Ctrl-C ends the bot, the server and the page, and leaves nothing behind', async () => {
  chat.signal('SIGINT');
  assert.equal(await chat.ended, 0, chat.text());
  await assert.rejects(fetch(url));
  assert.deepEqual(readdirSync(chat.folder), []);
});
