import { once } from 'node:events';
import { chmod, mkdir, open, rename, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { openStore } from '#storage/opening/open-store.ts';
import { startDiscordServer } from '../../local/discord-server/start-discord-server.ts';
import { startSlackServer } from '../../local/slack-server/start-slack-server.ts';
import { makeSubscription } from '../contracts/make-subscription.ts';
import { askDoctor } from '../fixtures/ask-doctor.ts';
import { keepLog } from '../fixtures/kept-log.ts';
import { runHere } from '../fixtures/run-here.ts';
import { actAsNobody } from '../storage/act-as-nobody.ts';
import { type FaultCase, readRefusal } from './fault-case.ts';
import { slackSettings } from './platform-faults.ts';

const hourMs = 60 * 60_000;
const weekly =
  '---\ntitle: Kettle Weekly\ndate: 2031-02-14\n---\n\n# Kettle Weekly\n\n## News\n\n### Kettlectl\n\nThe program runs on arm64.\n';

async function writeIssues(folder: string, names = ['2031-W07.md']): Promise<string> {
  const issues = join(folder, 'issues');
  for (const name of names) {
    await mkdir(join(issues, name, '..'), { recursive: true });
    await writeFile(join(issues, name), weekly);
  }
  return issues;
}

/** What a bot with a channel subscribed has in its store, and the doctor says of it. */
async function askAboutStore(folder: string, prepare: (store: Awaited<ReturnType<typeof openStore>>) => Promise<void>) {
  const path = join(folder, 'bot.sqlite');
  {
    await using store = await openStore({ engine: 'sqlite', path, place: path }, { log: keepLog(), now: Date.now });
    await prepare(store);
  }
  const { output } = await askDoctor({ DATABASE_URL: `sqlite:${path}` }, { workingFolder: folder });
  return output;
}

/** What goes wrong with files, ports, the clock and the store on the machine itself. */
export const machineFaults: readonly FaultCase[] = [
  {
    name: 'an empty folder of issues',
    async provoke(folder) {
      return (await askDoctor({ CONTENT_DIR: folder }, { workingFolder: folder })).output;
    },
    what: /There is no issue to answer from/,
    where: /MEND {2}Content: /,
    remedy: /→ Put issues there, or set CONTENT_DIR to their folder/,
  },
  {
    name: 'a folder of issues that this user may not read',
    async provoke(folder) {
      const issues = await writeIssues(folder);
      await chmod(folder, 0o711);
      await chmod(issues, 0o311);
      try {
        const ask = () => askDoctor({ CONTENT_DIR: issues }, { workingFolder: folder });
        return (await actAsNobody(ask)).output;
      } finally {
        // Who runs the tests has to list it to remove it, and may be an ordinary user.
        await chmod(issues, 0o755);
      }
    },
    what: /no permission to read it/,
    where: /issues: error/,
    remedy: /— .*(?:right|readable|read|permission)/,
  },
  {
    name: 'one issue in two files',
    async provoke(folder) {
      const issues = await writeIssues(folder, ['2031-W07.md', '2031/2031-W07.md']);
      return (await askDoctor({ CONTENT_DIR: issues }, { workingFolder: folder })).output;
    },
    what: /the issue 2031-W07 is also in/,
    where: /2031-W07\.md/,
    remedy: /keep one of the two files/,
  },
  {
    name: 'the newsletter’s folder taken away while the bot runs',
    async provoke(folder) {
      await using slack = await startSlackServer();
      const issues = await writeIssues(folder);
      await using program = runHere(['start'], { ...slackSettings(slack), CONTENT_DIR: issues }, folder);
      await program.said(/Connected to Slack/);
      await rename(issues, join(folder, 'elsewhere'));
      return await program.said(/Issues were read anew|could not be read anew|cannot be read/);
    },
    what: /folder|read/,
    where: /issues/,
    remedy: /stay|problems/,
  },
  {
    name: 'a newsletter that nobody fills any more',
    async provoke(folder) {
      const issues = await writeIssues(folder);
      const now = () => Date.UTC(2031, 5, 1);
      return (await askDoctor({ CONTENT_DIR: issues }, { workingFolder: folder, now })).output;
    },
    what: /is of 2031-02-14, 107 days ago/,
    where: /The newest issue, 2031-W07/,
    remedy: /Look whether newer ones reach the folder/,
  },
  {
    name: 'a file where the store’s folder should be',
    async provoke(folder) {
      await writeFile(join(folder, 'data'), '');
      return (await askDoctor({}, { workingFolder: folder })).output;
    },
    what: /is a file, not a folder/,
    where: /Store: .*\n.*bot\.sqlite/,
    remedy: /Make a folder that the user that runs the bot may write, or set DATABASE_URL/,
  },
  {
    name: 'something else where the store should be',
    async provoke(folder) {
      await using slack = await startSlackServer();
      const path = join(folder, 'notes.txt');
      await writeFile(
        path,
        'these are notes, and long enough to be looked at as a database of a hundred bytes or more than that',
      );
      return await readRefusal(folder, { ...slackSettings(slack), DATABASE_URL: `sqlite:${path}` });
    },
    what: /it is not a database/,
    where: /SQLite file .*notes\.txt/,
    remedy: /check DATABASE_URL, or move the file away/,
  },
  {
    name: 'a store that a later version has changed',
    provoke: (folder) =>
      askAboutStore(folder, async () => {
        using database = new DatabaseSync(join(folder, 'bot.sqlite'));
        database.exec("insert into kysely_migration values ('0099-from-the-future', '2031-01-01')");
      }),
    what: /changed by a later version of this program \(0099-from-the-future\)/,
    where: /SQLite file .*bot\.sqlite/,
    remedy: /Start that version again, or go back to a copy of the database/,
  },
  {
    name: 'a damaged store',
    async provoke(folder) {
      const path = join(folder, 'bot.sqlite');
      await askAboutStore(folder, async (store) => {
        for (let i = 0; i < 300; i++) await store.lineKeeper.keep(`line ${i} `.repeat(50), i);
      });
      using database = new DatabaseSync(path);
      database.exec('pragma wal_checkpoint(truncate)');
      const file = await open(path, 'r+');
      await file.write(Buffer.alloc(16_384, 7), 0, 16_384, 16_384);
      await file.close();
      return (
        (await askDoctor({}, { workingFolder: folder })).output +
        (await askDoctor({ DATABASE_URL: `sqlite:${path}` }, { workingFolder: folder })).output
      );
    },
    what: /damaged/,
    where: /SQLite file .*bot\.sqlite/,
    remedy: /put a backup in its place/,
  },
  {
    name: 'no server where DATABASE_URL says',
    provoke: async (folder) =>
      (await askDoctor({ DATABASE_URL: 'postgres://bot:pass-word@127.0.0.1:9/bot' }, { workingFolder: folder })).output,
    what: /the server does not answer/,
    where: /Postgres database "bot" at 127\.0\.0\.1:9/,
    remedy: /Check host and port in DATABASE_URL/,
  },
  {
    name: 'the health port taken by another program',
    async provoke(folder) {
      await using slack = await startSlackServer();
      const other = createServer().listen(0, '127.0.0.1');
      await once(other, 'listening');
      const { port } = other.address() as { port: number };
      try {
        return await readRefusal(folder, { ...slackSettings(slack), PORT: String(port) });
      } finally {
        other.close();
      }
    },
    what: /port \d+ is taken/,
    where: /PORT: /,
    remedy: /Stop the program that listens there, or set PORT to another one/,
  },
  {
    name: 'an address that this machine does not have',
    async provoke(folder) {
      await using slack = await startSlackServer();
      return await readRefusal(folder, { ...slackSettings(slack), PORT: '8099', HOST: '192.0.2.1' });
    },
    what: /this machine has no address 192\.0\.2\.1/,
    where: /PORT: /,
    remedy: /Set HOST to one that it has, or leave it out/,
  },
  {
    name: 'the clock off by an hour',
    async provoke(folder) {
      await using slack = await startSlackServer();
      const now = () => Date.now() + hourMs;
      return (await askDoctor(slackSettings(slack), { workingFolder: folder, now })).output;
    },
    what: /MEND {2}Clock: This machine's clock is 3\d\d\d s fast/,
    where: /by that of 127\.0\.0\.1:\d+/,
    remedy: /Switch on time synchronisation/,
  },
  {
    name: 'the clock two minutes slow, by Discord’s',
    async provoke(folder) {
      await using discord = await startDiscordServer();
      const environment = { DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.apiUrl };
      const now = () => Date.now() - 2 * 60_000;
      return (await askDoctor(environment, { workingFolder: folder, now })).output;
    },
    what: /look {2}Clock: This machine's clock is 1\d\d s slow/,
    where: /by that of 127\.0\.0\.1:\d+/,
    remedy: /Switch on time synchronisation/,
  },
  {
    name: 'a due date that nobody serves',
    provoke: (folder) =>
      askAboutStore(folder, ({ subscriptions }) =>
        subscriptions.save(makeSubscription({ nextDueMs: Date.now() - 2 * hourMs })),
      ),
    what: /1 channel should have been served already/,
    where: /Announcements: .*slack C1/,
    remedy: /Start the bot, or look into its log/,
  },
  {
    name: 'a channel in which nothing is posted any more',
    provoke: (folder) =>
      askAboutStore(folder, ({ subscriptions }) =>
        subscriptions.save(
          makeSubscription({ nextDueMs: Date.now() + hourMs, pausedReason: 'The channel is archived: unarchive it.' }),
        ),
      ),
    what: /Nothing is posted in .*The channel is archived/,
    where: /slack C1/,
    remedy: /Mend that, then subscribe in the channel again/,
  },
  {
    name: 'a post of which nobody knows whether it arrived',
    provoke: (folder) =>
      askAboutStore(folder, async ({ subscriptions, outbox }) => {
        const subscription = makeSubscription({ nextDueMs: 1 });
        await subscriptions.save(subscription);
        const { platform, channelId } = subscription;
        const post = { issueId: '2031-W07', earlierIssueIds: [] };
        const step = { platform, channelId, dueMs: 1, nextDueMs: Date.now() + hourMs, seenIssueId: '2031-W07', post };
        await outbox.plan([step], Date.now());
        const request = { platforms: ['slack'], limit: 1, nowMs: Date.now(), leaseMs: hourMs, owner: 'test' };
        const [claim] = await outbox.claim(request);
        if (claim) await outbox.hold(claim, 'The connection to Slack broke off.');
      }),
    what: /It is in doubt whether 2031-W07 was posted/,
    where: /Outbox: .*slack C1/,
    remedy: /Look into the channel; if the issue is not there, post it/,
  },
];
