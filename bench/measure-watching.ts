// Measures how long it takes to find whom an issue is news to, to write the messages, and to queue them, with very many watches.
import { mkdtempDisposable } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openArchive } from '#archive/open-archive.ts';
import { openStore } from '#storage/opening/open-store.ts';
import { vocabulary } from '#targets/vocabulary.ts';
import { matchWatches } from '#watching/match-watches.ts';
import { composeMessages } from '#watching/plan-news.ts';
import { readStatements } from '#watching/read-statements.ts';
import type { Watch } from '#watching/watch.ts';
import { inventName } from './invent-name.ts';
import { makeRandom } from './seeded-random.ts';

const { values } = parseArgs({
  options: { watches: { type: 'string', default: '100000' }, facts: { type: 'string', default: '40' } },
});
const watchCount = Number(values.watches);
const factCount = Number(values.facts);
const watchesEach = 4;
const maxMs = 1_000;
const runs = 5;

const silent = { debug() {}, info() {}, warn() {}, error() {} };
await using archive = await openArchive({ dir: join(import.meta.dirname, '..', 'content'), log: silent });
const snapshot = archive.current;
const issue = snapshot.issues.findLast(({ id }) => snapshot.factsOf(id).length >= factCount);
if (issue === undefined) throw new Error(`No issue of content/ has ${factCount} facts.`);
const statements = readStatements(issue, snapshot).slice(0, factCount);
const random = makeRandom(20_311_021);
const pick = <Item>(items: readonly Item[]) => items[Math.floor(random() * items.length)] as Item;
const newsworthy = statements.flatMap(({ facts }) => facts.flatMap(({ about }) => about));

// What people watch: half what this issue speaks of, a third anything else of the archive, the rest what nobody has written of.
const watches = Array.from({ length: watchCount }, (_, number): Watch => {
  const person = `U${Math.floor(number / watchesEach)}`;
  const dice = random();
  const { name } = dice < 0.5 ? pick(newsworthy) : pick(snapshot.names.all);
  return {
    id: `watch ${number}`,
    watcher: { platform: 'slack', kind: 'person', key: `T1:${person}`, recipientId: person, workspaceId: 'T1' },
    subject: dice < 0.83 ? name : inventName(name, number),
    targetId: random() < 0.4 ? pick(vocabulary).id : undefined,
    onceUntilMs: undefined,
    createdMs: 0,
  };
});

const times = Array.from({ length: runs }, () => {
  const startedMs = performance.now();
  const startedCpu = process.threadCpuUsage();
  const matched = matchWatches(watches, statements, snapshot);
  const matchedMs = performance.now() - startedMs;
  const messages = composeMessages(issue, matched);
  const { user, system } = process.threadCpuUsage(startedCpu);
  return { matched, messages, matchedMs, totalMs: performance.now() - startedMs, cpuMs: (user + system) / 1000 };
});
const median = times.toSorted((a, b) => a.totalMs - b.totalMs)[Math.floor(runs / 2)];
if (median === undefined) throw new Error('Nothing was run.');
const queuedMs = await queue(median.messages);
process.stdout.write(
  `${[
    `watches: ${watchCount}, statements of ${issue.id}: ${statements.length}`,
    `watches with news: ${median.matched.length}, messages: ${median.messages.length}`,
    `found in ${Math.round(median.matchedMs)} ms, found and written in ${Math.round(median.totalMs)} ms, ${Math.round(median.cpuMs)} of them computing (median of ${runs} runs; at most ${maxMs})`,
    `queued in SQLite in ${Math.round(queuedMs)} ms`,
  ].join('\n')}\n`,
);
if (median.totalMs > maxMs) process.exitCode = 1;

async function queue(messages: ReturnType<typeof composeMessages>): Promise<number> {
  await using folder = await mkdtempDisposable(join(tmpdir(), 'watching-'));
  const path = join(folder.path, 'bot.sqlite');
  await using store = await openStore({ engine: 'sqlite', path, place: path }, { log: silent, now: Date.now });
  const startedMs = performance.now();
  const known = statements.map(({ key, likeness }) => ({ key, likeness }));
  await store.notices.tell(
    { issueId: 'measured', statements: known, notices: messages, endedWatchIds: [] },
    Date.now(),
  );
  return performance.now() - startedMs;
}
