import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout } from 'node:timers/promises';
import pg from 'pg';
import type { OutboxPost } from '#announcing/outbox.ts';
import type { PostedPost } from '#announcing/posted-words.ts';
import type { ChannelKey, Subscription } from '#announcing/subscription.ts';
import { openStore } from '#storage/opening/open-store.ts';
import type { Store } from '#storage/store.ts';
import { startPostgres } from '../fixtures/start-postgres.ts';
import { week41Folder } from '../fixtures/week-41-folder.ts';
import { noLog, parseAddress } from '../storage/store-address.ts';

export type Engine = 'sqlite' | 'postgres';

/** A channel on a platform that is watched, too. */
export type WatchedChannel = Pick<Subscription, 'platform' | 'channelId' | 'workspaceId'>;

/** What has become of something that is to be sent. */
export type WatchedPost = Pick<OutboxPost, 'channelId' | 'state' | 'attempts'>;

/** The database of a program that runs, looked at and held back from outside. */
export interface WatchedDatabase extends AsyncDisposable {
  readonly url: string;
  /** What the program needs set besides the platform and the database. */
  readonly settings: Readonly<Record<string, string>>;
  /** Has a channel, or a person, wait for something that is due at that time, and for nothing after it for a week. */
  readonly subscribe: (channel: WatchedChannel, dueMs: number) => Promise<void>;
  readonly list: () => Promise<readonly WatchedPost[]>;
  /** From now on no row of that channel can get into that state: whoever tries finds nothing to change. */
  readonly refuse: (channelId: string, state: 'claimed' | 'sent') => Promise<void>;
  /** The same for what that post says: whoever notes that it was edited notes nothing. */
  readonly refuseNote: (postId: string) => Promise<void>;
  /** From now on the transaction that plans something for that channel does not end. */
  readonly stall: (channelId: string) => Promise<void>;
  /** Resolves when one hangs in there. */
  readonly isStalled: () => Promise<boolean>;
  readonly allowAll: () => Promise<void>;
  /** All that was sent, with what it is noted to say. */
  readonly listPosted: () => Promise<readonly PostedPost[]>;
  /** Resolves with the first row of that channel that is in one of the states. */
  readonly waitFor: (channel: ChannelKey, isReached: (post: WatchedPost) => boolean) => Promise<WatchedPost>;
}

/** Longer than a dead process holds a post, and a tick. */
const patienceMs = 4 * 60_000;
const lookEveryMs = 5;
const muchMore = 1_000_000;

/** Makes an empty database with the program's tables, and looks at the posts in it. */
export function openWatchedDatabase(engine: Engine, folder: string, content = week41Folder): Promise<WatchedDatabase> {
  return openWatchedQueue(engine, folder, 'outbox', ({ outbox, subscriptions }) => ({
    settings: { CONTENT_DIR: content },
    list: () => outbox.list({ limit: muchMore }),
    find: async (channel) => (await outbox.list({ channel, limit: 1 }))[0],
    async subscribe(channel, dueMs) {
      const due = new Date(dueMs);
      const schedule = {
        dayOfWeek: due.getUTCDay(),
        minuteOfDay: due.getUTCHours() * 60 + due.getUTCMinutes(),
        timeZone: 'UTC',
      };
      await subscriptions.save({
        ...channel,
        schedule,
        roleToPing: undefined,
        origin: 'chat',
        nextDueMs: dueMs,
        seenIssueId: undefined,
        pausedReason: undefined,
        createdMs: dueMs,
      });
    },
  }));
}

/** What differs between the queues that are watched. */
interface Queue extends Pick<WatchedDatabase, 'settings' | 'list' | 'subscribe'> {
  readonly find: (channel: ChannelKey) => Promise<WatchedPost | undefined>;
}

/** Makes an empty database with the program's tables, and looks at one of its queues. */
export async function openWatchedQueue(
  engine: Engine,
  folder: string,
  table: 'outbox' | 'notices',
  toQueue: (store: Store) => Queue | Promise<Queue>,
): Promise<WatchedDatabase> {
  const path = join(folder, 'bot.sqlite');
  const url = engine === 'sqlite' ? `sqlite:${path}` : await (await startPostgres()).createDatabase();
  const store = await openStore(parseAddress(url), { log: noLog, now: () => Date.now() });
  const execute = engine === 'sqlite' ? openSqlite(path) : await openPostgres(url);
  const { find, ...queue } = await toQueue(store);
  const refusals: { readonly name: string; readonly of: string }[] = [];
  const hinder = async (kind: 'refusal' | 'stall', of: string, condition: string) => {
    const name = `${kind}_${refusals.length}`;
    refusals.push({ name, of });
    await execute.run(execute[kind](name, of, condition));
  };
  return {
    ...queue,
    url,
    refuse: (channelId, state) =>
      hinder('refusal', table, `new.state = '${state}' and new.channel_id = '${channelId}'`),
    refuseNote: (postId) => hinder('refusal', 'posted_words', `new.post_id = '${postId}'`),
    stall: (channelId) => hinder('stall', table, `new.channel_id = '${channelId}'`),
    isStalled: execute.isStalled,
    async allowAll() {
      await execute.endStalled();
      for (const { name, of } of refusals.splice(0)) await execute.run(execute.end(name, of));
    },
    listPosted: () => store.postedWords.listSince(0, undefined, muchMore),
    async waitFor(channel, isReached) {
      const untilMs = performance.now() + patienceMs;
      for (;;) {
        const post = await find(channel);
        if (post !== undefined && isReached(post)) return post;
        if (performance.now() > untilMs)
          throw new Error(`the post of ${channel.channelId} is still ${JSON.stringify(post)}`);
        // Without a pause the local platform in this process would get no turn.
        await setTimeout(lookEveryMs);
      }
    },
    async [Symbol.asyncDispose]() {
      await execute.close();
      await store.close();
    },
  };
}

/** The statements by which each engine leaves a row as it is, or comes to no end. */
interface Statements {
  readonly run: (text: string) => Promise<void>;
  readonly refusal: (name: string, table: string, condition: string) => string;
  readonly stall: (name: string, table: string, condition: string) => string;
  readonly isStalled: () => Promise<boolean>;
  /** What a dead process has left hanging. */
  readonly endStalled: () => Promise<void>;
  readonly end: (name: string, table: string) => string;
  readonly close: () => Promise<void>;
}

function openSqlite(path: string): Statements {
  const db = new DatabaseSync(path);
  db.exec('pragma busy_timeout = 10000');
  const impatient = new DatabaseSync(path);
  return {
    run: async (text) => db.exec(text),
    refusal: (name, table, condition) =>
      `create trigger ${name} before update on ${table} when ${condition} begin select raise(ignore); end`,
    stall: (name, table, condition) =>
      `create view if not exists endless as with recursive turns(n) as (select 1 union all select n + 1 from turns) select n from turns;
       create trigger ${name} before insert on ${table} when ${condition} begin select count(*) from endless; end`,
    async isStalled() {
      // Whoever writes for longer than anybody else does is at it.
      for (let looks = 0; looks < 20; looks++) {
        try {
          impatient.exec('begin immediate; rollback');
          return false;
        } catch {
          await setTimeout(lookEveryMs * 4);
        }
      }
      return true;
    },
    // It has died with its process.
    endStalled: async () => {},
    end: (name) => `drop trigger ${name}`,
    async close() {
      impatient.close();
      db.close();
    },
  };
}

async function openPostgres(url: string): Promise<Statements> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(`
    create function leave_row() returns trigger language plpgsql as $$ begin return null; end $$;
    create function sleep() returns trigger language plpgsql as $$ begin perform pg_sleep(3600); return new; end $$`);
  const stalled = "from pg_stat_activity where wait_event = 'PgSleep' and datname = current_database()";
  return {
    run: async (text) => void (await client.query(text)),
    refusal: (name, table, condition) =>
      `create trigger ${name} before update on ${table} for each row when (${condition}) execute function leave_row()`,
    stall: (name, table, condition) =>
      `create trigger ${name} before insert on ${table} for each row when (${condition}) execute function sleep()`,
    isStalled: async () => (await client.query(`select 1 ${stalled}`)).rowCount !== 0,
    endStalled: async () => void (await client.query(`select pg_terminate_backend(pid, 10000) ${stalled}`)),
    end: (name, table) => `drop trigger ${name} on ${table}`,
    close: () => client.end(),
  };
}
