import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { correctPosts } from '#announcing/correcting/correct-posts.ts';
import { findCorrections } from '#announcing/correcting/find-corrections.ts';
import type { PostedPost } from '#announcing/posted-words.ts';
import { makeSubscription } from '../../contracts/make-subscription.ts';
import { inventIssue } from '../invent-issues.ts';
import { openNewsroom } from '../open-newsroom.ts';
import { openTinyChannels } from '../tiny-channels.ts';

const noon = Date.UTC(2031, 1, 21, 12);

/** Two channels on two platforms that have the same issue; the second has missed the one before, and was told of it as well. */
async function openTwo(t: TestContext) {
  const discord = openTinyChannels('discord');
  const newsroom = await openNewsroom(t);
  const { clock, issues, subscriptions, channels, postedWords } = newsroom;
  clock.nowMs = noon;
  issues.push(...['2031-W06', '2031-W07', '2031-W08'].map((id) => inventIssue(id)));
  await subscriptions.save(makeSubscription({ nextDueMs: noon, seenIssueId: '2031-W07' }));
  for (const channelId of ['C2', 'C3', 'C4'])
    await subscriptions.save(
      makeSubscription({ platform: 'discord', channelId, nextDueMs: noon, seenIssueId: '2031-W06' }),
    );
  const senders = [discord.sender, channels.sender];
  await newsroom.startProcess({ posted: postedWords, senders }).runRound();
  const sources = { posted: postedWords, getIssues: () => issues, now: () => clock.nowMs, correctDays: 30 };
  return { ...newsroom, discord, senders, sources };
}

test('posts of one issue that name different earlier ones are each compared with their own words', async (t) => {
  const { sources, channels, discord } = await openTwo(t);
  assert.doesNotMatch(channels.arrived[0]?.text ?? '', /Kitchen Weekly 7/);
  assert.match(discord.arrived[0]?.text ?? '', /Kitchen Weekly 7/);
  assert.deepEqual(await Array.fromAsync(findCorrections(sources)), []);
});

test('a platform that fails one post after the other keeps no other platform’s posts from being corrected', async (t) => {
  const { sources, senders, issues, subscriptions, log, stopping, channels, discord } = await openTwo(t);
  issues.splice(2, 1, inventIssue('2031-W08', { title: 'Kitchen Weekly, mended' }));
  discord.mishaps.push('busy', 'busy', 'busy');
  // The other platform's own failures do not add up with these.
  channels.mishaps.push('busy');
  const parts = { ...sources, subscriptions, senders, log, signal: stopping.signal };
  assert.equal(await correctPosts(parts), false);
  assert.deepEqual([discord.mishaps, channels.mishaps], [[], []]);
  assert.equal(await correctPosts(parts), true);
  assert.deepEqual([discord.corrected.length, channels.corrected.length], [3, 1]);
});

test('a post that somebody had deleted before it was known which message it is, is not corrected', async (t) => {
  const { clock, issues, subscriptions, channels, postedWords, startProcess } = await openNewsroom(t);
  clock.nowMs = noon;
  issues.push(inventIssue('2031-W08'));
  await subscriptions.save(makeSubscription({ nextDueMs: noon }));
  await startProcess({ posted: postedWords, senders: [{ ...channels.sender, send: async () => '' }] }).runRound();
  issues.splice(0, 1, inventIssue('2031-W08', { title: 'Kitchen Weekly, mended' }));
  const sources = { posted: postedWords, getIssues: () => issues, now: () => clock.nowMs, correctDays: 30 };
  assert.equal((await postedWords.listSince(0, undefined, 10)).length, 1);
  assert.deepEqual(await Array.fromAsync(findCorrections(sources)), []);
});

test('however many posts there are, each that says something else by now is found once', async () => {
  const all = Array.from({ length: 1_001 }, (_, i) => ({
    ...{ id: String(i).padStart(4, '0'), issueId: '2031-W08', earlierIssueIds: [], messageId: 'm', wordsKey: 'old' },
  })) as never as readonly PostedPost[];
  let pages = 0;
  const posted = {
    async listSince(_sinceMs: number, afterId = '', limit: number) {
      if (++pages > 3) throw new Error('That page was there before.');
      return all.filter(({ id }) => id > afterId).slice(0, limit);
    },
  } as never;
  const sources = { posted, getIssues: () => [inventIssue('2031-W08')], now: () => noon, correctDays: 30 };
  assert.equal((await Array.fromAsync(findCorrections(sources))).length, all.length);
});
