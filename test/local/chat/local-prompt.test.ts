import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import { runLocalChat } from './run-local-chat.ts';

for (const platform of ['slack', 'discord']) {
  test(`without a browser, ${platform}'s answers are text, and a number presses what has it`, async () => {
    await using chat = await runLocalChat(platform, '--prompt');
    chat.say('does balena run on armv6?');
    chat.say('1');
    chat.say('77');
    chat.say(':go general');
    chat.say('@works-on-arm and on what does hangover run?');
    chat.say(':go nowhere');
    chat.endInput();
    assert.equal(await chat.ended, 0, chat.text());
    assert.match(chat.text(), /works-on-arm APP {2}[\s\S]*Yes, as of October 2017: Balena runs on armv5/);
    assert.match(chat.text(), /\[1\] 📋 More {3}\[2\] 🔎 Related/);
    assert.match(chat.text(), /Status of Balena/);
    assert.match(chat.text(), /Nothing has \[77\] now/);
    assert.match(chat.text(), /Hangover/);
    assert.match(chat.text(), /There is no nowhere; there are: #general, #hardware/);
  });
}

test('what comes later, or by itself, is shown without another line', async () => {
  await using chat = await runLocalChat('slack', '--prompt');
  for (const line of [':go general', '@works-on-arm subscribe', '@works-on-arm post the latest now']) chat.say(line);
  await chat.sees(
    /Works on Arm News, week 15 of 2019[\s\S]*is being posted in this channel|is being posted in this channel[\s\S]*Works on Arm News, week 15 of 2019/,
  );
  chat.say(':quit');
  assert.equal(await chat.ended, 0, chat.text());
});

test('a window is filled in line by line', async () => {
  await using chat = await runLocalChat('slack', '--prompt');
  for (const line of [':go home', '1', 'balena on windows?', ':quit']) chat.say(line);
  assert.equal(await chat.ended, 0, chat.text());
  assert.match(chat.text(), /There is no Balena for Windows or Mac/);
  assert.match(chat.text(), /\[\d\] Close/);
});

test('wrong words, a bad port and a taken one are told, with what to do', async () => {
  await using busy = createServer().listen(0, '127.0.0.1');
  await once(busy, 'listening');
  const { port } = busy.address() as AddressInfo;
  const run = async (...words: [string, ...string[]]) => {
    await using chat = await runLocalChat(...words);
    return [await chat.ended, chat.text()] as const;
  };
  const [[code, words], [badCode, bad], [takenCode, taken]] = await Promise.all([
    run('irc'),
    run('slack', '--port', 'many'),
    run('slack', '--port', String(port)),
  ]);
  assert.deepEqual([code, badCode, takenCode], [2, 2, 1]);
  assert.match(words, /Not understood: "irc"[\s\S]*Usage:/);
  assert.match(bad, /--port: a number from 0 to 65535 is expected, not "many"/);
  assert.match(taken, new RegExp(`Port ${port} is taken\\. Give another one`));
});
