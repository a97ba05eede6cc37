// Three replicas on one Postgres, one killed every two seconds, 1 000 channels on each platform. About 8 minutes.
import { test } from 'node:test';
import { promiseOnePostAmongReplicas } from '../delivery/kill-replicas.ts';
import { watchDiscord, watchSlack } from '../delivery/watched-platform.ts';

const count = 1_000;
const seed = Number(process.env.ENDURANCE_SEED ?? 20_311_101);
const shared = { replicas: 3, killEveryMs: 2_000, seed, lastShiftMs: 0 };

test(`three replicas, one killed every two seconds: each of ${count} Slack channels has its post once (seed ${seed})`, async (t) => {
  await using platform = await watchSlack(count, { canLookBack: true });
  await promiseOnePostAmongReplicas(t, { ...shared, platform });
});

test(`three replicas, one killed every two seconds: each of ${count} Discord channels has its post once (seed ${seed})`, async (t) => {
  await using platform = await watchDiscord(count);
  await promiseOnePostAmongReplicas(t, { ...shared, platform });
});
