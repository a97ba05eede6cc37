// Kills the bot at each step of a post, 25 times each, on both platforms and both databases. About 15 minutes.
import { test } from 'node:test';
import { promiseNeverTwo, promiseOnePost } from '../delivery/promise-one-post.ts';
import type { Engine } from '../delivery/watched-database.ts';
import { watchDiscord, watchSlack } from '../delivery/watched-platform.ts';

const rounds = Number(process.env.ENDURANCE_ROUNDS ?? 25);
const engines: readonly Engine[] = ['sqlite', 'postgres'];

// Nothing here is drawn: no seed.
for (const engine of engines) {
  test(`Discord on ${engine}: killed at each step ${rounds} times, every channel has its post once`, (t) =>
    promiseOnePost(t, { engine, rounds, watch: watchDiscord }));

  test(`Slack on ${engine}: killed at each step ${rounds} times, every channel has its post once`, (t) =>
    promiseOnePost(t, { engine, rounds, watch: (count) => watchSlack(count, { canLookBack: true }) }));

  test(`Slack on ${engine}, where the bot may not look: killed at each step ${rounds} times, no channel has its post twice`, (t) =>
    promiseNeverTwo(t, { engine, rounds, watch: (count) => watchSlack(count, { canLookBack: false }) }));
}
