import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { parseDatabaseUrl } from '#storage/engines/parse-database-url.ts';
import { openStore } from '#storage/opening/open-store.ts';
import { makeTemporaryFolder } from '../../archive/temporary-folder.ts';
import { makeWatch, makeWatcher } from '../../contracts/make-watch.ts';
import { runToEnd } from '../../fixtures/run-to-end.ts';
import { inventContent, runProgram } from '../../scenarios/terminal-processes.ts';

const silent = { debug() {}, info() {}, warn() {}, error() {} };

async function openStoreAt(url: string) {
  const { address } = parseDatabaseUrl(url, '/');
  assert.ok(address);
  return openStore(address, { log: silent, now: Date.now });
}

test('tells an editor what was asked in vain and which answers did not help, and names nobody', async () => {
  await using content = await inventContent();
  await using folder = await makeTemporaryFolder();
  const url = `sqlite:${join(folder.path, 'bot.sqlite')}`;
  const atMs = Date.UTC(2031, 1, 20);
  {
    await using store = await openStoreAt(url);
    const question = { platform: 'slack', question: 'does Ladlefs run on arm64?', atMs };
    await store.readerNotes.recordUnanswered({ ...question, readerKey: 'key-of-ada' });
    await store.readerNotes.recordUnanswered({
      ...question,
      question: `ask ${question.question}`,
      readerKey: 'key-of-ben',
    });
    await store.readerNotes.recordUnanswered({ ...question, question: 'does teapotd run on armv7?', readerKey: 'x' });
    const rating = { platform: 'slack', line: 'does spoonfs run on armv6?', issueId: '2031-W07', atMs };
    await store.readerNotes.recordFeedback({ ...rating, readerKey: 'key-of-ada', isHelpful: false });
    await store.readerNotes.recordFeedback({ ...rating, readerKey: 'key-of-ben', isHelpful: true });
  }
  const settings = { DATABASE_URL: url, CONTENT_DIR: content.path };
  const unanswered = [
    'Readers asked this, and the archive does not say:',
    'Ladlefs: 2 times, 2 readers, last on 2031-02-20',
    '  does Ladlefs run on arm64?',
    '1 question of before would be answered by now.',
    '',
  ].join('\n');
  const feedback = [
    'Whether answers helped: 1 yes, 1 no.',
    '  1 of 2 no: does spoonfs run on armv6? (2031-W07)',
    '',
  ].join('\n');
  const both = await runToEnd(['report'], settings);
  assert.deepEqual(both, { output: unanswered + feedback, errors: '', exitCode: 0 });
  assert.equal((await runToEnd(['report', '--unanswered'], settings)).output, unanswered);
  assert.equal((await runToEnd(['report', '--feedback'], settings)).output, feedback);
});

test('what is watched and what was asked in vain, by subject and week, as text, as JSON and for a spreadsheet', async () => {
  await using content = await inventContent();
  await using folder = await makeTemporaryFolder();
  const url = `sqlite:${join(folder.path, 'bot.sqlite')}`;
  const weekMs = 7 * 24 * 60 * 60_000;
  const atMs = Date.UTC(2031, 1, 20);
  {
    await using store = await openStoreAt(url);
    const ben = makeWatcher({ recipientId: 'U2' });
    await store.watches.add(makeWatch({ subject: 'teapotd', targetId: 'arm64', createdMs: atMs }), 50);
    await store.watches.add(makeWatch({ watcher: ben, subject: 'Teapotd', createdMs: atMs + weekMs }), 50);
    await store.watches.add(makeWatch({ subject: '=Forks, "all"', createdMs: atMs }), 50);
    const question = { platform: 'slack', question: 'does Ladlefs run on arm64?', readerKey: 'x' };
    await store.readerNotes.recordUnanswered({ ...question, atMs });
    await store.readerNotes.recordUnanswered({ ...question, atMs: atMs + weekMs });
  }
  const report = async (...words: string[]) =>
    (await runToEnd(['report', ...words], { DATABASE_URL: url, CONTENT_DIR: content.path })).output;
  assert.equal(
    await report('--watched'),
    [
      'Readers wait for news on this:',
      'Teapotd: 2 watchers, since 2031-W08 (1), 2031-W09 (1)',
      '  Teapotd: 1',
      '  Teapotd on arm64: 1',
      '=Forks, "all": 1 watcher, since 2031-W08 (1)',
      '',
    ].join('\n'),
  );
  assert.match(
    await report(),
    /\n {2}by week: 2031-W08 \(1\), 2031-W09 \(1\)\n[\s\S]*\nReaders wait for news on this:\n/,
  );
  assert.equal(
    await report('--csv', '--watched', '--unanswered'),
    [
      'what,subject,week,times',
      'watched,Teapotd,2031-W08,1',
      'watched,Teapotd,2031-W09,1',
      `watched,"'=Forks, ""all""",2031-W08,1`,
      'unanswered,Ladlefs,2031-W08,1',
      'unanswered,Ladlefs,2031-W09,1',
      '',
    ].join('\n'),
  );
  const { watched, unanswered, feedback } = JSON.parse(await report('--json'));
  assert.deepEqual(watched[0].weeks, [
    { week: '2031-W08', times: 1 },
    { week: '2031-W09', times: 1 },
  ]);
  assert.equal(unanswered.subjects[0].weeks.length, 2);
  assert.deepEqual(feedback, []);
});

test('says where nothing is kept yet, and what is wrong with the address of the store', async () => {
  await using content = await inventContent();
  await using folder = await makeTemporaryFolder();
  const report = (url: string) => runProgram(['report'], '', { DATABASE_URL: url, CONTENT_DIR: content.path });
  const none = await report(`sqlite:${join(folder.path, 'none.sqlite')}`);
  assert.match(none.errors, /There is no SQLite file .*none\.sqlite: the bot has kept nothing yet/);
  const wrong = await report('mysql://user:password@host/bot');
  assert.match(wrong.errors, /DATABASE_URL begins with neither/);
  const broken = await report(
    `sqlite:${await folder.write('broken.sqlite', 'this is no database, whatever its name says')}`,
  );
  assert.match(broken.errors, /broken\.sqlite/);
  assert.doesNotMatch(broken.errors + wrong.errors, /password|\n {4}at /);
  assert.deepEqual([none.exitCode, wrong.exitCode, broken.exitCode], [1, 1, 1]);
});
