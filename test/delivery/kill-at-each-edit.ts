import assert from 'node:assert/strict';
import { type RunningBot, runBot } from '../fixtures/run-bot.ts';
import { until } from './until.ts';
import type { WatchedDatabase } from './watched-database.ts';
import type { EditedPlatform, WatchedRequest } from './watched-platform.ts';

/** A moment on the way of an edit at which the program is killed, from outside. */
interface EditStep {
  readonly name: string;
  /** Where a title is a request of its own. */
  readonly isOfForum?: true;
  /** Makes the moment last. */
  readonly prepare?: (post: EditedPost, parts: EditParts) => Promise<void> | void;
  /** Resolves at that moment. */
  readonly reached: (post: EditedPost, parts: EditParts, bot: RunningBot) => Promise<unknown>;
}

/** The post at which it is killed; the others are edited at the same time, before or after it. */
interface EditedPost {
  readonly id: string;
  readonly channelId: string;
  /** Part of what it is to say. */
  readonly words: string;
}

export interface EditParts {
  readonly database: WatchedDatabase;
  readonly platform: EditedPlatform;
  /** Writes the issue anew, so that its posts are to say this. */
  readonly writeIssue: (words: string) => void;
}

/** Longer than a dead process holds anything: so much later it is started again. */
const laterMs = 3 * 60_000;

const unanswered = (name: string, isAccepted: boolean, request: WatchedRequest): EditStep => ({
  name,
  ...(request === 'title' ? { isOfForum: true } : {}),
  prepare: ({ channelId }, { platform }) => platform.leaveUnanswered(channelId, isAccepted, request),
  reached: ({ channelId }, { platform }) => platform.leftUnanswered(channelId, request),
});

/** The way of an edit, from before to after. */
const editSteps: readonly EditStep[] = [
  { name: 'before it is looked for', reached: (_post, _parts, bot) => bot.sees(/The archive is read/) },
  unanswered('with the edit on the wire', false, 'edit'),
  unanswered('accepted but unanswered', true, 'edit'),
  unanswered('with the title on the wire', false, 'title'),
  unanswered('with the title accepted but unanswered', true, 'title'),
  {
    name: 'answered but not noted',
    prepare: ({ id }, { database }) => database.refuseNote(id),
    reached: ({ channelId, words }, { platform }, bot) =>
      until(() => platform.read(channelId).some((text) => text.includes(words)), bot.log),
  },
  { name: 'after noting', reached: (_post, _parts, bot) => bot.sees(/A post is corrected/) },
];

const stepsOn = (platform: string) => editSteps.filter(({ isOfForum }) => !isOfForum || platform === 'discord');

/**
 * Has the issue posted everywhere; then edits the issue again and again, kills the program at each step of correcting a post,
 * lets it run once, and looks whether every post says what the issue does. Resolves to how often it was killed.
 */
export async function killAtEachEdit(parts: EditParts, rounds: number): Promise<number> {
  const { database, platform, writeIssue } = parts;
  const settings = { ...platform.settings, ...database.settings, DATABASE_URL: database.url };
  const { channels } = platform;
  let shiftMs = 0;
  const startLater = () => {
    shiftMs += laterMs;
    platform.advance(laterMs);
    return runBot({ ...settings, ANNOUNCE_QUIET_MINUTES: '0' }, ['start'], shiftMs);
  };
  /** Resolves when all is noted, and the program has ended as it does when it is told to. */
  const runUntil = async (isDone: () => boolean | Promise<boolean>) => {
    const bot = startLater();
    try {
      await bot.sees(/Connected to/);
      await Promise.race([until(isDone, bot.log), bot.ended]);
      assert.equal(await bot.stop(), 0, bot.log());
    } finally {
      await bot.kill();
    }
  };
  writeIssue('as it was');
  for (const channel of channels) await database.subscribe(channel, Date.now());
  await runUntil(async () => (await database.listPosted()).length === channels.length);

  let kills = 0;
  for (let round = 0; round < rounds; round++) {
    for (const [at, step] of stepsOn(platform.platform).entries()) {
      const words = `mended ${++kills} times`;
      const posted = await database.listPosted();
      const keys = new Map(posted.map(({ id, wordsKey }) => [id, wordsKey]));
      const hit = posted.find(({ channelId }) => channelId === channels[pickChannel(step, round + at)]?.channelId);
      assert.ok(hit);
      const post = { id: hit.id, channelId: hit.channelId, words };
      const editsBefore = platform.countEdits();
      writeIssue(words);
      await step.prepare?.(post, parts);
      const bot = startLater();
      try {
        await Promise.race([step.reached(post, parts, bot), bot.ended]);
      } finally {
        await bot.kill();
      }
      await database.allowAll();
      await runUntil(async () => (await database.listPosted()).every(({ id, wordsKey }) => keys.get(id) !== wordsKey));
      const edits = platform.countEdits() - editsBefore;
      // To the same words once more: the one at which it was killed, and the one behind it, where that was under way by then.
      assert.ok(edits <= channels.length + 2, `${step.name}: ${edits} edits of ${channels.length} posts`);
      for (const { channelId } of channels) assertSays(platform.read(channelId), words, `${step.name}, ${channelId}`);
    }
  }
  return kills;

  /** Every third is a forum, as the platform has them. */
  function pickChannel({ isOfForum }: EditStep, turn: number): number {
    return isOfForum ? 2 : turn % channels.length;
  }
}

function assertSays(posts: readonly string[], words: string, where: string): void {
  const [text = '', ...others] = posts;
  assert.deepEqual(others, [], where);
  assert.ok(text.includes(words), `${where}: ${text}`);
  const titles = new Set(text.match(/mended \d+ times|as it was/g));
  assert.deepEqual([...titles], [words], where);
  assert.match(text, /Corrected on/, where);
}
