import { test } from 'node:test';
import { promiseOnePostAmongReplicas } from './kill-replicas.ts';
import { promiseOneEdit } from './promise-one-edit.ts';
import { promiseNeverTwo, promiseOnePost } from './promise-one-post.ts';
import { openWatchedNews } from './watched-news.ts';
import { watchDiscord, watchDiscordPersons, watchEditedDiscord, watchSlack } from './watched-platform.ts';

// A sample of test/endurance/kill-matrix.endurance.ts.
test('killed at each step of a post’s way, Discord has it once in every channel', (t) =>
  promiseOnePost(t, { engine: 'sqlite', rounds: 1, watch: watchDiscord }));

test('killed at each step of a post’s way, Slack never has it twice, and what is in doubt is listed', (t) =>
  promiseNeverTwo(t, { engine: 'postgres', rounds: 1, watch: (count) => watchSlack(count, { canLookBack: false }) }));

// The same for news by direct message.
test('killed at each step of a message’s way, everybody on Discord who watches is told once', (t) =>
  promiseOnePost(t, { engine: 'postgres', rounds: 1, watch: watchDiscordPersons, open: openWatchedNews }));

test('killed at each step of a message’s way, everybody on Slack who watches is told once', (t) => {
  const watch = (count: number) => watchSlack(count, { canLookBack: true, arePersons: true });
  return promiseOnePost(t, { engine: 'sqlite', rounds: 1, watch, open: openWatchedNews });
});

// The same for the edit of a post that is there.
test('killed at each step of correcting a post, Discord has it corrected once, its thread’s title, too', (t) =>
  promiseOneEdit(t, { engine: 'sqlite', rounds: 1, watch: watchEditedDiscord }));

// A sample of test/endurance/replicas.endurance.ts.
test('two replicas, killed again and again while they post: every channel has its post once', async (t) => {
  const seed = 20_311_101;
  t.diagnostic(`seed ${seed}`);
  await using platform = await watchSlack(30, { canLookBack: true });
  const lastShiftMs = 3 * 60_000;
  await promiseOnePostAmongReplicas(t, { replicas: 2, killEveryMs: 700, seed, lastShiftMs, platform });
});
