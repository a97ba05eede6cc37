import { type Explanation, explainWith } from '#storage/store-error.ts';

const held: Explanation = [
  'locked',
  'another process holds it. Stop that one, such as a second bot, a backup or an open SQL shell, and try again',
];
const untouched = 'The file is left as it is';

/** By SQLite's primary result code, https://sqlite.org/rescode.html. */
const byResultCode: Readonly<Record<number, Explanation>> = {
  3: ['unwritable', 'this user may not open it. Give the user that runs the bot access to the file and its folder'],
  5: held,
  6: held,
  8: [
    'unwritable',
    'it is read-only. Let the user that runs the bot write the file, the ones ending in -wal and -shm beside it, and their folder, or set DATABASE_URL to another file',
  ],
  10: ['unknown', `the disk reports an error. Check the disk and the system's log. ${untouched}`],
  11: ['corrupt', `it is damaged. ${untouched}: move it away and put a backup in its place, or start anew without it`],
  13: ['disk-full', 'the disk is full. Free some space and try again; what was stored before is safe'],
  14: [
    'unwritable',
    'it cannot be opened. It must be a file, and the user that runs the bot must be able to write it and its folder',
  ],
  26: ['corrupt', `it is not a database. ${untouched}: check DATABASE_URL, or move the file away`],
};

/** By the code of a failed system call, while the folder is made. */
const bySystemCode: Readonly<Record<string, Explanation>> = {
  ENOSPC: byResultCode[13] as Explanation,
  EROFS: ['unwritable', 'its folder cannot be made on a read-only disk. Set DATABASE_URL to another place'],
};

const noFolder: Explanation = [
  'unwritable',
  'its folder cannot be made or reached. Make it, writable for the user that runs the bot, or set DATABASE_URL to another place',
];

/** What an error of SQLite, or of making its folder, means, and what to do. */
export const explainSqliteError = explainWith(findExplanation);

function findExplanation(error: Error): Explanation {
  if ('errcode' in error && typeof error.errcode === 'number') {
    // The low byte is the primary code, the rest says more than anyone can act on.
    const found = byResultCode[error.errcode & 0xff];
    if (found) return found;
  }
  if ('syscall' in error && 'code' in error) return bySystemCode[String(error.code)] ?? noFolder;
  if (/already exists/.test(error.message)) {
    return [
      'corrupt',
      `it holds the tables of something else (${error.message}). Set DATABASE_URL to a file of its own`,
    ];
  }
  return ['unknown', error.message];
}
