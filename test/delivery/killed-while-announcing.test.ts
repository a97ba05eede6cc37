import { test } from 'node:test';
import { promiseNeverTwo, promiseOnePost } from './promise-one-post.ts';
import { watchDiscord, watchSlack } from './watched-platform.ts';

// A sample of test/endurance/kill-matrix.endurance.ts.
test('killed at each step of a post’s way, Discord has it once in every channel', (t) =>
  promiseOnePost(t, { engine: 'sqlite', rounds: 1, watch: watchDiscord }));

test('killed at each step of a post’s way, Slack never has it twice, and what is in doubt is listed', (t) =>
  promiseNeverTwo(t, { engine: 'postgres', rounds: 1, watch: (count) => watchSlack(count, { canLookBack: false }) }));
