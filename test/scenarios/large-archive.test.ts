import assert from 'node:assert/strict';
import { mkdir, mkdtempDisposable, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { startSlackServer } from '../../local/slack-server/start-slack-server.ts';
import { listDescendants, listProcesses } from '../../scripts/list-processes.ts';
import { writeIssue } from '../archive/temporary-folder.ts';
import { runBot } from '../fixtures/run-bot.ts';

const WEEKS = 52;
/** More than are read before the first answer. */
const ISSUES = 270;

/** A folder with more issues than are read at once; the program with it, and a local Slack. */
async function openLarge() {
  const folder = await mkdtempDisposable(join(tmpdir(), 'large-'));
  const content = join(folder.path, 'content');
  await mkdir(content);
  for (let place = 0; place < ISSUES; place++) {
    const week = `${2000 + Math.floor(place / WEEKS)}-W${String((place % WEEKS) + 1).padStart(2, '0')}`;
    await writeFile(join(content, `${week}.md`), writeIssue(`Quernd${place}`, `Quernd${place} runs on arm64.`));
  }
  const slack = await startSlackServer();
  const start = () =>
    runBot({
      SLACK_BOT_TOKEN: slack.botToken,
      SLACK_APP_TOKEN: slack.app.appToken,
      SLACK_API_URL: slack.apiUrl,
      DATABASE_URL: `sqlite:${join(folder.path, 'bot.sqlite')}`,
      NODE_COMPILE_CACHE: join(folder.path, 'compiled'),
      CONTENT_DIR: content,
    });
  return {
    slack,
    start,
    async [Symbol.asyncDispose]() {
      await slack.close();
      await folder[Symbol.asyncDispose]();
    },
  };
}

test('a large archive is answered from while the program reads the rest; the next start has all at once', async () => {
  await using large = await openLarge();
  const { slack, start } = large;
  const ask = async (question: string, words: RegExp) => {
    slack.person('U0ANN').post('C0GENERAL', `@bot ${question}`);
    await slack.waitFor(() =>
      slack.messages('C0GENERAL').some((message) => message.via !== 'person' && words.test(JSON.stringify(message))),
    );
  };
  const first = start();
  try {
    await first.sees(/"issues":250,.*"unread":20/);
    await first.sees(/Connected to Slack/);
    await ask('does quernd269 run on arm64?', /Quernd269 runs on arm64/);
    await first.sees(/All issues are read/);
    await ask('does quernd0 run on arm64?', /Quernd0 runs on arm64/);
    assert.equal(await first.stop(), 0, first.log());
    const second = start();
    try {
      await second.sees(/"issues":270,/);
      assert.doesNotMatch(second.log(), /unread/);
    } finally {
      await second.kill();
    }
  } finally {
    await first.kill();
  }
});

test('what reads the rest ends with the program, however that ends', async () => {
  await using large = await openLarge();
  const bot = large.start();
  try {
    await bot.sees(/"unread":20/);
    const started = listDescendants(bot.pid ?? 0, listProcesses());
    await bot.kill();
    const isLeft = () => listProcesses().some(({ pid }) => started.some((one) => one.pid === pid));
    while (isLeft()) await delay(50);
  } finally {
    await bot.kill();
  }
});
