const sqlite = 'test/storage/sqlite-errors.test.ts';
const postgres = 'test/storage/engines/postgres-errors.ts';
const discord = 'test/scenarios/discord-remedies.test.ts';

/** Faults whose messages are read by the tests of the part that meets them, by the test's name. */
export const readElsewhere: readonly { readonly file: string; readonly name: string }[] = [
  { file: sqlite, name: 'a disk that is really full: the message says so, and what was stored stays' },
  { file: sqlite, name: 'a file that another process holds: it is waited for, then the message says so' },
  { file: sqlite, name: 'a folder that this user may not write: the message says so' },
  { file: sqlite, name: 'a read-only file: the message says so, and what is in it stays' },
  { file: sqlite, name: 'a file that was cut short: the message says so' },
  { file: sqlite, name: 'a database of another program is not opened, and keeps its tables' },
  { file: postgres, name: 'a wrong password, or none: the message says so and does not show it' },
  { file: postgres, name: 'no such database: the message says so' },
  { file: postgres, name: 'a user that may not make tables: the message says what to grant' },
  { file: postgres, name: 'a server that can only be read, as a standby is: the message says so' },
  {
    file: postgres,
    name: 'connections that the server cuts are told in the log, and the next question gets a new one',
  },
  {
    file: 'test/faults/store-away.test.ts',
    name: 'Postgres goes away while the bot runs, and comes back: questions are answered all the while',
  },
  { file: discord, name: 'without Send Messages whoever asked is told in private what is missing, once' },
  {
    file: 'test/scripts/require-node-24.test.ts',
    name: 'stops a program on an older version with one sentence, before its first line',
  },
];
