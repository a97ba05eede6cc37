import { type Explanation, explainWith } from '#storage/store-error.ts';

const wrongPassword: Explanation = [
  'refused',
  'the server does not accept this user and password. Correct them in DATABASE_URL, special characters percent-encoded',
];
const comingUp: Explanation = ['unreachable', 'the server is starting or stopping. Try again in a moment'];

/** By SQLSTATE, https://www.postgresql.org/docs/current/errcodes-appendix.html. */
const bySqlState: Readonly<Record<string, Explanation>> = {
  '28P01': wrongPassword,
  '28000': [
    'refused',
    "the server does not let this user in from here. Check the user in DATABASE_URL, sslmode, and the server's pg_hba.conf",
  ],
  '3D000': ['refused', 'the server has no such database. Create it, or correct the name in DATABASE_URL'],
  '42501': [
    'refused',
    'the user of DATABASE_URL may not do this. Make it the owner of the database, or grant it CREATE and USAGE on the schema',
  ],
  '42P07': ['corrupt', 'it holds the tables of something else. Set DATABASE_URL to a database of its own'],
  '25006': ['unwritable', 'it is read-only, as a standby is. Set DATABASE_URL to the primary server'],
  '53100': ['disk-full', "the server's disk is full. Free some space there; what was stored before is safe"],
  '53300': ['refused', 'the server has no connection left. Raise its max_connections, or run fewer replicas'],
  '55P03': ['locked', 'somebody else holds a lock there for too long. End that session and try again'],
  '57014': ['locked', 'an answer took too long. Look for a session there that holds a lock, end it, and try again'],
  '57P01': comingUp,
  '57P02': comingUp,
  '57P03': comingUp,
};

const unreachable: Explanation = [
  'unreachable',
  'the server does not answer. Check host and port in DATABASE_URL, and that the server runs and lets this machine connect',
];

/** What an error of Postgres, or of the way there, means, and what to do. */
export const explainPostgresError = explainWith(findExplanation);

function findExplanation(error: Error): Explanation {
  const code = 'code' in error ? String(error.code) : '';
  const known = bySqlState[code];
  if (known) return known;
  if (/^E[A-Z_]+$/.test(code) && 'syscall' in error && error.syscall !== 'open') return unreachable;
  // `pg` gives these no code: a connection that was cut or never came about, and a password that is missing.
  if (code === 'ECONNREFUSED' || /^(?:Connection terminated|timeout e)/.test(error.message)) return unreachable;
  if (error.message.startsWith('SASL')) return wrongPassword;
  if (code.startsWith('08')) return unreachable;
  return ['unknown', error.message];
}
