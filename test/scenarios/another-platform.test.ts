import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { chatPlatforms } from '#platforms/platform-list.ts';
import { linePlatform } from '../fixtures/line-chat/line-platform.ts';
import { startLineServer } from '../fixtures/line-chat/start-line-server.ts';
import { runHere } from '../fixtures/run-here.ts';
import { week41Folder } from '../fixtures/week-41-folder.ts';
import { makeFolder } from '../storage/store-address.ts';

const token = 'kettle-four';
const platforms = [...chatPlatforms, linePlatform];

/** The program with one more platform in its list, and nothing else changed. */
function prepare(t: TestContext, environment: Record<string, string>) {
  const folder = makeFolder(t);
  const all = { CONTENT_DIR: week41Folder, DATABASE_URL: `sqlite:${folder}/bot.sqlite`, ...environment };
  return (...words: string[]) => runHere(words, all, folder, platforms);
}

test('a platform that is one more entry of the list hears, answers, and gets its posts', async (t) => {
  await using server = await startLineServer(token);
  const run = prepare(t, { LINE_TOKEN: token, LINE_ADDRESS: server.address });
  await using bot = run('start');
  assert.match(await server.ask('kitchen', 'does balena run on armv6?'), /Yes, as of October 2017/);
  assert.match(await server.ask('kitchen', 'subscribe'), /^This channel gets each new issue from now on/);
  await server.ask('kitchen', 'post the latest now');
  const post = await server.waitFor(() => server.said.find(({ text }) => text.startsWith('Works on Arm News')));
  assert.equal(post.channel, 'kitchen');
  bot.stop();
  assert.equal(await bot.ended, 0);
  assert.ok(!bot.text().includes(token), 'a secret of its settings is struck from the log');

  await using forecast = run('announce', '--dry-run', '--platform', 'line');
  assert.equal(await forecast.ended, 0);
  assert.match(forecast.text(), /^line:kitchen, every Friday/m);
  assert.match(forecast.text(), /^line: The line chat lets the bot in\.$/m);
});

test('its settings are checked with the others, and doctor looks at it', async (t) => {
  await using server = await startLineServer(token);
  const cases: readonly [settings: Record<string, string>, told: RegExp][] = [
    [{ LINE_TOKEN: token, LINE_ADDRESS: server.address }, /set up: line\.[\s\S]*The line chat lets the bot in/],
    [{ LINE_TOKEN: 'other', LINE_ADDRESS: server.address }, /MEND.*the line chat: [\s\S]*→ LINE_TOKEN: /],
    [{ LINE_TOKEN: token }, /LINE_ADDRESS: it is not set/],
    [{ LINE_TOKEN: token, LINE_ADDRESS: 'nowhere' }, /LINE_ADDRESS: host:port is expected/],
    [{ LINE_TOKEN: 'your-token' }, /LINE_TOKEN: this is a placeholder/],
    [
      { LINE_TOKEN: token, LINE_ADDRESS: server.address, ANNOUNCE_CHANNELS: 'line:kitchen' },
      /line kitchen is not subscribed yet/,
    ],
    [{ ANNOUNCE_CHANNELS: 'line:kitchen' }, /ANNOUNCE_CHANNELS: line:kitchen gets nothing, since line is not set up/],
    [{ ANNOUNCE_CHANNELS: 'kitchen' }, /such as slack:C0123 or discord:456 or line:kitchen/],
  ];
  for (const [settings, told] of cases) {
    await using doctor = prepare(t, settings)('doctor');
    await doctor.ended;
    assert.match(doctor.text(), told);
  }
});

test('it is posted on by hand, and named where platforms are', async (t) => {
  await using server = await startLineServer(token);
  await using round = prepare(t, { LINE_TOKEN: token, LINE_ADDRESS: server.address })('announce', '--now');
  assert.equal(await round.ended, 0, round.text());
  await using help = prepare(t, {})('announce', '--help');
  await help.ended;
  assert.match(help.text(), /--platform slack\|discord\|line/);
});
