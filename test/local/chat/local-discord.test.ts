import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { browse } from './browse.ts';
import { runLocalChat } from './run-local-chat.ts';

const chat = await runLocalChat('discord', '--port', '0');
after(() => chat[Symbol.asyncDispose]());
const [, url = ''] = await chat.sees(/Open (http:\S+)/);

test('a mention is answered by a reply, drawn as the embed that was sent, with buttons that can be pressed', async () => {
  const page = await browse(url);
  await page.press('Send', { text: '@works-on-arm does balena run on armv6?' });
  await page.sees(/class="reply">↱ <b>@ada<\/b> @works-on-arm does balena run on armv6\?/);
  await page.sees(/<div class="embed" style="border-color:#[\da-f]{6}"><p><strong>✅ Yes/);
  await page.press('📋 More');
  await page.sees(/Status of Balena/);
});

test('commands, their subcommands and options are completed; the names come from the bot', async () => {
  const page = await browse(url);
  const suggest = async (draft: string) => {
    const html = await (await page.get(`/suggestions?${new URLSearchParams({ draft })}`)).text();
    return [...html.matchAll(/data-draft="([^"]*)"/g)].map(([, one]) => one);
  };
  assert.deepEqual(await suggest('/a'), ['/arm ']);
  assert.deepEqual(await suggest('/arm st'), ['/arm status ']);
  assert.ok((await suggest('/arm status balen')).includes('/arm status subject:Balena '));
  assert.ok((await suggest('/arm status subject:Balena ')).includes('/arm status subject:Balena private:'));
  assert.deepEqual(await suggest('/arm status subject:Balena private:'), [
    '/arm status subject:Balena private:True',
    '/arm status subject:Balena private:False',
  ]);
  assert.deepEqual(await suggest('hello @wo'), ['hello @works-on-arm ']);
});

test('a command with options is answered, a private one to the person alone', async () => {
  const page = await browse(url);
  await page.press('Send', { text: '/arm status subject:Balena private:True' });
  await page.sees(/used \/arm status/);
  await page.sees(/Only you can see this/);
});

test('a window to ask in opens, can be filled in and is answered', async () => {
  const page = await browse(url);
  await page.press('Send', { text: '/arm help' });
  await page.press('✏️ Ask a question');
  await page.sees(/role="dialog" aria-label="Ask what runs on Arm"/);
  await page.sees(/<span>Your question<\/span>/);
  await page.press('Submit', { 'field:question': 'balena on windows?' });
  assert.doesNotMatch(page.html(), /role="dialog"/);
  await page.sees(/There is no Balena for Windows or Mac/);
});

test('a message can be replied to, begin a thread, and be asked about from its menu', async () => {
  const page = await browse(url);
  const [, hardware = ''] = await page.sees(/place=(\d+)"[^>]*>#hardware/);
  await page.open({ place: hardware });
  await page.press('Send', { text: '@works-on-arm does balena run on armv6?' });
  await page.sees(/Balena runs on armv5/);
  const answer = [...page.html().matchAll(/reply=(\d+)#box/g)].at(-1)?.[1] ?? '';
  await page.open({ place: hardware, reply: answer });
  await page.sees(/Your next message is a reply/);
  await page.press('Send', { text: 'and on windows?' });
  await page.sees(/There is no Balena for Windows or Mac/);
  await page.press('Create a thread');
  await page.sees(/aria-current="page">🧵/);
  await page.press('Send', { text: 'is it on windows?' });
  await page.press('Apps: Ask Works on Arm about this');
  await page.sees(/class="app">APP/);
});

test('hostile text in a message never becomes markup', async () => {
  const page = await browse(url);
  const hostile = '<img src=x onerror=alert(1)> [x](javascript:alert(2)) <script>alert(3)</script>';
  await page.press('Send', { text: `@works-on-arm ${hostile}` });
  await page.press('Send', { text: `/arm ask question:${hostile}` });
  assert.ok(page.html().includes('&lt;script&gt;alert(3)'));
  assert.doesNotMatch(page.html(), /<img|<script(?! src="\/chat\.js")|href="javascript:/i);
});

test('what Discord would not send is refused in words, and the draft comes back', async () => {
  const page = await browse(url);
  await page.press('Send', { text: '/arm does balena run on armv6?' });
  await page.sees(/role="alert">Say what of \/arm/);
  await page.sees(/value="\/arm does balena run on armv6\?"/);
});

test('the page tells its script of what is new while nobody does anything', async () => {
  const page = await browse(url);
  const changes = await page.get('/changes');
  const reader = changes.body?.pipeThrough(new TextDecoderStream()).getReader();
  assert.equal((await reader?.read())?.value, 'data: hello\n\n');
  await page.press('Send', { text: 'nobody answers that' });
  assert.equal((await reader?.read())?.value, 'data: changed\n\n');
  await reader?.cancel();
});
