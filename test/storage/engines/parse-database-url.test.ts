import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defaultDatabaseUrl, parseDatabaseUrl } from '#storage/engines/parse-database-url.ts';

test('a SQLite file is found from the working folder, or from the root', () => {
  const paths = {
    [defaultDatabaseUrl]: '/srv/bot/data/bot.sqlite',
    'sqlite:bot.db': '/srv/bot/bot.db',
    'sqlite:../bot.db': '/srv/bot.db',
    'sqlite:/var/lib/bot.db': '/var/lib/bot.db',
    ' SQLite:my file.db ': '/srv/bot/my file.db',
  };
  for (const [text, path] of Object.entries(paths)) {
    const { address } = parseDatabaseUrl(text, '/srv/bot');
    assert.ok(address?.engine === 'sqlite', text);
    assert.equal(address.path, path);
  }
});

test('a Postgres address is passed on as it is, and named without user and password', () => {
  const places = {
    'postgres://bot:s3cret@db.example:5433/news': 'Postgres database "news" at db.example:5433',
    'postgresql://bot:s3cret@db.example/news?sslmode=require': 'Postgres database "news" at db.example:5432',
    'postgres://bot:s3cret@localhost/news?host=/run/postgresql': 'Postgres database "news" at /run/postgresql:5432',
    'postgres://bot:s3cret@db.example:5433/news?port=6000': 'Postgres database "news" at db.example:6000',
    'postgres://bot:s3cret@/news?host=/run/postgresql': 'Postgres database "news" at /run/postgresql:5432',
    'postgresql://bot:s3cret@/news?host=/run/postgresql': 'Postgres database "news" at /run/postgresql:5432',
    'Postgres://bot:s3cret@/news?host=/run/postgresql': 'Postgres database "news" at /run/postgresql:5432',
    'postgres:///news': 'Postgres database "news" at localhost:5432',
    'postgres://bot:s3cret@[::1]:5433/n%20s': 'Postgres database "n s" at [::1]:5433',
    'postgres://bot:s3cret@db.example': 'Postgres database "bot" at db.example:5432',
  };
  for (const [text, place] of Object.entries(places)) {
    assert.deepEqual(parseDatabaseUrl(text, '/srv'), { address: { engine: 'postgres', url: text, place } });
  }
});

test('anything else is a problem that names the setting and a remedy, and shows nothing of its value', () => {
  const wrong: readonly [text: string, about: RegExp][] = [
    ['mysql://bot:s3cret@db/news', /neither "sqlite:" nor "postgres:\/\/"/],
    ['s3cret', /neither/],
    ['', /neither/],
    ['data/s3cret.sqlite', /neither/],
    ['postgres:bot:s3cret@db', /neither/],
    ['sqlite:', /names no file/],
    ['sqlite://data/s3cret.db', /slashes of a web address/],
    ['sqlite:///s3cret.db', /slashes of a web address/],
    ['sqlite::memory:', /after a restart/],
    ['sqlite:s3cret\0.db', /after a restart/],
    ['postgres://bot:s3cret#1@db/news', /percent-encoded/],
    ['postgres://bot:s3cret/1@db/news', /percent-encoded/],
    ['postgres://bot:5/s3cret@db/news', /percent-encoded/],
    ['postgres://bot:5?s3cret@db/news', /percent-encoded/],
    ['postgres://bot:5#s3cret@db/news', /percent-encoded/],
    ['postgres://bot:s3cret%zz@db/news', /percent-encoded/],
    ['postgres://bot@db/s3cret%zz', /percent-encoded/],
    ['postgres://bot@db/news#s3cret', /percent-encoded/],
    ['postgres://bot:s3cret@db:99999/news', /host, port/],
  ];
  for (const [text, about] of wrong) {
    const { problem } = parseDatabaseUrl(text, '/srv');
    assert.match(problem ?? 'no problem', about, text);
    assert.match(problem ?? '', /^DATABASE_URL /);
    assert.doesNotMatch(problem ?? '', /s3cret/);
  }
});
