import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { findFreePort } from '../fixtures/find-free-port.ts';
import { runBot } from '../fixtures/run-bot.ts';
import { projectRoot, runProgram } from './terminal-processes.ts';

const temporary = mkdtempSync(join(tmpdir(), 'web-'));
after(() => rmSync(temporary, { recursive: true }));
const content = join(projectRoot, 'test', 'fixtures', 'content-w41');
const question = '/api/ask?q=does+balena+run+on+armv6%3F';

async function serve(words: string[], settings: Readonly<Record<string, string>> = {}) {
  const port = String(await findFreePort());
  const bot = runBot({ CONTENT_DIR: content, WEB_PORT: port, ...settings }, words);
  await bot.sees(new RegExp(`http://127\\.0\\.0\\.1:${port}/`));
  return { bot, address: `http://127.0.0.1:${port}` };
}

test('"web" serves the page without any setting, says where, and ends when it is told to', async () => {
  const { bot, address } = await serve(['web']);
  assert.match(bot.log(), /^The page is at http:\/\/127\.0\.0\.1:\d+\/ \(Ctrl-C ends it\)\.\n$/);
  assert.match(await (await fetch(address)).text(), /<h1>Does it run on Arm\?<\/h1>/);
  const answer = (await (await fetch(address + question)).json()) as { verdict: string };
  assert.equal(answer.verdict, 'yes');
  assert.equal(await bot.stop(), 0);
});

test('the answer to a program is the one that "ask --json" writes', async () => {
  const { bot, address } = await serve(['web']);
  const { elapsedMs: _, ...served } = (await (await fetch(address + question)).json()) as Record<string, unknown>;
  const { output } = await runProgram(['ask', '--json', '--content', content], 'does balena run on armv6?\n');
  const { elapsedMs: _other, ...written } = JSON.parse(output) as Record<string, unknown>;
  assert.deepEqual(served, written);
  await bot.stop();
});

test('with WEB=on the process of the bot serves the page, and is ready when it does', async () => {
  const port = String(await findFreePort());
  const settings = { WEB: 'on', PORT: port, DATABASE_URL: `sqlite:${join(temporary, 'bot.sqlite')}` };
  const { bot, address } = await serve(['start'], settings);
  assert.equal((await fetch(`${address}/subjects/balena`)).status, 200);
  const ready = await fetch(`http://127.0.0.1:${port}/readyz`);
  assert.match(await ready.text(), /\{"name":"web","isOk":true,"detail":"connected"\}/);
  await fetch(`${address}/?q=latest`);
  const metrics = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
  assert.match(metrics, /bot_questions_total\{platform="web",outcome="command"\} 1/);
  assert.equal(await bot.stop(), 0);
});

test('a port that is taken ends the page with what to do', async () => {
  const { bot, address } = await serve(['web']);
  const second = await runProgram(['web', '--content', content], '', { WEB_PORT: new URL(address).port });
  assert.equal(second.exitCode, 1);
  assert.match(second.errors, /^WEB_PORT: port \d+ is taken\./);
  await bot.stop();
});

test('"site" writes files, and asks for a folder', async () => {
  const folder = join(temporary, 'site');
  const { exitCode, output } = await runProgram(['site', folder, '--content', content]);
  assert.equal(exitCode, 0);
  assert.match(output, /^\d+ files are in .*site \(without a search box: set WEB_URL to where the page answers\)\.\n$/);
  assert.match(readFileSync(join(folder, 'subjects', 'balena', 'index.html'), 'utf8'), /<h1>Balena<\/h1>/);
  const without = await runProgram(['site', '--content', content]);
  assert.equal(without.exitCode, 2);
  assert.match(without.errors, /It needs a folder\./);
});

test('a wrong setting is told by its name before anything is served', async () => {
  const { exitCode, errors } = await runProgram(['web', '--content', content], '', { WEB_URL: 'arm.example' });
  assert.equal(exitCode, 1);
  assert.match(errors, /^WEB_URL: the address of the page as readers see it is expected/);
});
