// Kills the bot at each step of a post, of its correction, and of a message to who watches, 25 times each, on both platforms and both
// databases. About 90 minutes.
import { test } from 'node:test';
import { promiseOneEdit } from '../delivery/promise-one-edit.ts';
import { promiseNeverTwo, promiseOnePost } from '../delivery/promise-one-post.ts';
import type { Engine } from '../delivery/watched-database.ts';
import { openWatchedNews } from '../delivery/watched-news.ts';
import { watchDiscord, watchDiscordPersons, watchEditedDiscord, watchSlack } from '../delivery/watched-platform.ts';

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

  test(`Corrections on Discord, on ${engine}: killed at each step ${rounds} times, every post is corrected once`, (t) =>
    promiseOneEdit(t, { engine, rounds, watch: watchEditedDiscord }));

  test(`Corrections on Slack, on ${engine}: killed at each step ${rounds} times, every post is corrected once`, (t) =>
    promiseOneEdit(t, { engine, rounds, watch: (count) => watchSlack(count, { canLookBack: false }) }));

  const news = { engine, rounds, open: openWatchedNews };
  const persons = (canLookBack: boolean) => (count: number) => watchSlack(count, { canLookBack, arePersons: true });
  test(`News on Discord, on ${engine}: killed at each step ${rounds} times, everybody who watches is told once`, (t) =>
    promiseOnePost(t, { ...news, watch: watchDiscordPersons }));

  test(`News on Slack, on ${engine}: killed at each step ${rounds} times, everybody who watches is told once`, (t) =>
    promiseOnePost(t, { ...news, watch: persons(true) }));

  test(`News on Slack, on ${engine}, where the bot may not look: killed at each step ${rounds} times, nobody is told twice`, (t) =>
    promiseNeverTwo(t, { ...news, watch: persons(false) }));
}
