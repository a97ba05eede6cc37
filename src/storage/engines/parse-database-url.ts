import { resolve } from 'node:path';

/** Where the store is. `place` names it for people, without user or password. */
export type DatabaseUrl = SqliteUrl | PostgresUrl;

export interface SqliteUrl {
  readonly engine: 'sqlite';
  readonly path: string;
  readonly place: string;
}

export interface PostgresUrl {
  readonly engine: 'postgres';
  readonly url: string;
  readonly place: string;
}

/** The address, or what is wrong with it; the text itself is never shown, since it may hold a password. */
export type DatabaseUrlResult =
  | { readonly address: DatabaseUrl; readonly problem?: undefined }
  | { readonly address?: undefined; readonly problem: string };

/** What `DATABASE_URL` is when nobody sets it. */
export const defaultDatabaseUrl = 'sqlite:data/bot.sqlite';

const forms = 'Give sqlite:PATH, such as sqlite:data/bot.sqlite, or postgres://USER:PASSWORD@HOST:PORT/DATABASE.';

/** Reads `DATABASE_URL`: a file relative to the working folder, or a Postgres server. */
export function parseDatabaseUrl(text: string, workingFolder: string): DatabaseUrlResult {
  const url = text.trim();
  if (/^sqlite:/i.test(url)) return parseSqlitePath(url.slice('sqlite:'.length), workingFolder);
  if (/^postgres(?:ql)?:\/\//i.test(url)) return parsePostgresUrl(url);
  return { problem: `DATABASE_URL begins with neither "sqlite:" nor "postgres://". ${forms}` };
}

function parseSqlitePath(path: string, workingFolder: string): DatabaseUrlResult {
  if (path === '') return { problem: `DATABASE_URL names no file behind "sqlite:". ${forms}` };
  if (path.startsWith('//')) {
    return {
      problem:
        'DATABASE_URL has slashes of a web address behind "sqlite:". Give the path alone: ' +
        'sqlite:data/bot.sqlite below the working folder, sqlite:/var/lib/bot.sqlite from the root.',
    };
  }
  if (path === ':memory:' || path.includes('\0')) {
    return { problem: `DATABASE_URL names no file that would be there after a restart. ${forms}` };
  }
  const fullPath = resolve(workingFolder, path);
  return { address: { engine: 'sqlite', path: fullPath, place: `SQLite file ${fullPath}` } };
}

function parsePostgresUrl(text: string): DatabaseUrlResult {
  // Without a host (for a socket folder in "?host=") the standard form is no valid address to the URL class.
  const url = URL.parse(text.replace(/^(postgres(?:ql)?:\/\/[^/?#]*@)(?=\/)/i, '$1localhost'));
  // Half a password must not pass for a host, a database or an option.
  const isSplit = url !== null && (url.hash !== '' || (url.username === '' && text.includes('@')));
  if (!url || isSplit || !isDecodable(url)) {
    return {
      problem:
        'DATABASE_URL begins with "postgres://" and is no valid address. Write characters such as @ : / # ? % in the ' +
        'user name and password percent-encoded (@ is %40), and check host, port and database.',
    };
  }
  const host = url.searchParams.get('host') ?? (url.hostname || 'localhost');
  const port = url.searchParams.get('port') ?? (url.port || '5432');
  const database = decodeURIComponent(url.pathname.slice(1) || url.username);
  return { address: { engine: 'postgres', url: text, place: `Postgres database "${database}" at ${host}:${port}` } };
}

function isDecodable({ username, password, pathname }: URL): boolean {
  try {
    decodeURIComponent(username + password + pathname);
    return true;
  } catch {
    return false;
  }
}
