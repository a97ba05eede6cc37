import assert from 'node:assert/strict';
import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { dirname, join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { setTimeout } from 'node:timers/promises';
import { openStore } from '#storage/opening/open-store.ts';
import type { Store } from '#storage/store.ts';
import { endWithTests } from '../fixtures/end-with-tests.ts';
import { noLog, parseAddress } from './store-address.ts';

type Writer = ChildProcessByStdio<Writable, Readable, null>;

/** The longest time from a writer's first report to its end. */
const maxWritingMs = 100;

/**
 * Kills one writer after the other while it writes to the same file, and looks each time whether all that it had
 * reported is there. The moments come from the seed. Resolves to the number of reports that were checked.
 */
export async function cutPower(path: string, rounds: number, seed: number): Promise<number> {
  const random = createRandom(seed);
  let checked = 0;
  // The next writer warms up while this one writes.
  let next = startWriter(path);
  try {
    for (let round = 0; round < rounds; round++) {
      const writer = next;
      next = startWriter(path);
      const reports = await writeAndKill(writer, `${seed}-${round}`, random() * maxWritingMs);
      const store = await openStore(parseAddress(`sqlite:${path}`), { log: noLog, now: () => 0 });
      for (const report of reports) {
        const [kind = '', key = ''] = report.split(' ');
        assert.ok(await isStored(store, kind, key), `round ${round} of seed ${seed}: reported and lost: ${report}`);
      }
      await store.close();
      checked += reports.length;
    }
  } finally {
    next.kill('SIGKILL');
  }
  return checked;
}

function startWriter(path: string): Writer {
  const writer = spawn(process.execPath, [join(import.meta.dirname, 'write-until-killed.ts'), path], {
    stdio: ['pipe', 'pipe', 'inherit'],
    // Most of a round is the start of a writer.
    env: { ...process.env, NODE_COMPILE_CACHE: join(dirname(path), 'compiled') },
  });
  endWithTests(writer);
  return writer;
}

/** The whole lines that it had written by its end; half a line was no report. */
async function writeAndKill(writer: Writer, name: string, writingMs: number): Promise<readonly string[]> {
  let output = '';
  writer.stdout.setEncoding('utf8').on('data', (text) => {
    output += text;
  });
  const ended = once(writer, 'close');
  writer.stdin.on('error', () => undefined).write(`${name}\n`);
  await Promise.race([once(writer.stdout, 'data'), ended]);
  // Not to wait for anything: the moment is what is being tried.
  await setTimeout(writingMs);
  writer.kill('SIGKILL');
  const [code, signal] = await ended;
  assert.equal(signal, 'SIGKILL', `the writer ended by itself with ${code}`);
  return output.split('\n').slice(0, -1);
}

async function isStored(store: Store, kind: string, key: string): Promise<boolean> {
  const channel = { platform: 'slack', channelId: key };
  if (kind === 'line') return (await store.lineKeeper.find(key)) !== undefined;
  if (kind === 'installation') return (await store.installations.find('slack', key))?.length === 1_000;
  const subscription = await store.subscriptions.find(channel);
  const [post] = await store.outbox.list({ channel, limit: 1 });
  // A post without the step to the next due date, or the other way round, would be half a plan.
  const isWhole = (post !== undefined) === (subscription?.seenIssueId !== undefined);
  if (!subscription || !isWhole) return false;
  if (kind === 'subscription') return true;
  if (kind === 'planned') return post !== undefined;
  if (kind === 'claimed') return post?.attempts === 1;
  return kind === 'sent' && post?.state === 'sent' && post.messageId === `message of ${key}`;
}

/** Mulberry32: enough for moments, and the same everywhere. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
