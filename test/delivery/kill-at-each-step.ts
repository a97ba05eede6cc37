import assert from 'node:assert/strict';
import { runBot } from '../fixtures/run-bot.ts';
import { until } from './until.ts';
import type { WatchedChannel, WatchedDatabase, WatchedPost } from './watched-database.ts';
import type { WatchedPlatform } from './watched-platform.ts';

/** A moment on the way of a post at which the program is killed; from outside, since the program has no hook for it. */
interface KillStep {
  readonly name: string;
  /** Makes the moment last. */
  readonly prepare?: (channel: WatchedChannel, parts: KillParts) => Promise<void> | void;
  /** Resolves at that moment. */
  readonly reached: (channel: WatchedChannel, parts: KillParts) => Promise<unknown>;
  /** It has a kill of its own: nothing makes it last, or nothing else goes on while it does. */
  readonly isAlone?: true;
}

export interface KillParts {
  readonly database: WatchedDatabase;
  readonly platform: WatchedPlatform;
}

/** The way of a post, from before to after. */
export const killSteps: readonly KillStep[] = [
  {
    name: 'while planning',
    isAlone: true,
    prepare: ({ channelId }, { database }) => database.stall(channelId),
    reached: (_channel, { database }) => until(database.isStalled),
  },
  {
    name: 'after planning',
    prepare: ({ channelId }, { database }) => database.refuse(channelId, 'claimed'),
    reached: (channel, { database }) => database.waitFor(channel, ({ state }) => state === 'waiting'),
  },
  {
    name: 'after claiming',
    isAlone: true,
    reached: (channel, { database }) => database.waitFor(channel, ({ attempts }) => attempts > 0),
  },
  {
    name: 'with the request on the wire',
    prepare: ({ channelId }, { platform }) => platform.leaveUnanswered(channelId, false),
    reached: ({ channelId }, { platform }) => platform.leftUnanswered(channelId),
  },
  {
    name: 'accepted but unanswered',
    prepare: ({ channelId }, { platform }) => platform.leaveUnanswered(channelId, true),
    reached: ({ channelId }, { platform }) => platform.leftUnanswered(channelId),
  },
  {
    name: 'answered but unmarked',
    prepare: ({ channelId }, { database }) => database.refuse(channelId, 'sent'),
    reached: ({ channelId }, { platform }) => platform.posted(channelId),
  },
  {
    name: 'after marking',
    reached: (channel, { database }) => database.waitFor(channel, ({ state }) => state === 'sent'),
  },
];

/** Those that one kill meets, each by a post of its own. */
export const killGroups: readonly (readonly KillStep[])[] = [
  killSteps.filter(({ isAlone }) => !isAlone),
  ...killSteps.filter(({ isAlone }) => isAlone).map((step) => [step]),
];

/** Longer than a dead process holds a post: so much later it is started again. */
const laterMs = 3 * 60_000;

/**
 * Kills the program at every step, as often as there are channels for it, and starts it again, until in the end it is let
 * run. Moments that last are met by one kill, each by a post of its own; the others have a kill of their own. Each time the program comes back it clears up after the kills before, and is killed at that as well. Resolves to
 * what has become of the posts.
 */
export async function killAtEachStep(parts: KillParts): Promise<readonly WatchedPost[]> {
  const { database, platform } = parts;
  const settings = { ...platform.settings, ...database.settings, DATABASE_URL: database.url };
  let shiftMs = 0;
  const startLater = () => {
    shiftMs += laterMs;
    platform.advance(laterMs);
    return runBot(settings, ['start'], shiftMs);
  };
  const channels = platform.channels.values();
  for (let round = 0; round < platform.channels.length / killSteps.length; round++) {
    for (const steps of killGroups) {
      const cases = steps.map((step) => ({ step, channel: channels.next().value as WatchedChannel }));
      for (const { step, channel } of cases) {
        await database.subscribe(channel, Date.now() + shiftMs);
        await step.prepare?.(channel, parts);
      }
      const bot = startLater();
      try {
        const reached = Promise.all(cases.map(({ step, channel }) => step.reached(channel, parts)));
        await Promise.race([reached, bot.ended]);
      } finally {
        await bot.kill();
      }
      await database.allowAll();
    }
  }
  const bot = startLater();
  try {
    await bot.sees(/Connected to/);
    for (const channel of platform.channels) {
      await Promise.race([database.waitFor(channel, ({ state }) => state === 'sent' || state === 'held'), bot.ended]);
    }
    assert.equal(await bot.stop(), 0, bot.log());
  } finally {
    await bot.kill();
  }
  return database.list();
}
