import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { WatchContext } from '#commands/watch-context.ts';
import { runUnwatchCommand } from '#commands/watching/unwatch.ts';
import { replyToText } from '#conversation/wording/reply-to-text.ts';
import type { WatchDesk } from '#watching/watch-desk.ts';
import { makeWatch, makeWatcher } from '../../contracts/make-watch.ts';
import { kitchenArchive } from '../invented-archive.ts';

type Topic = readonly [subject: string, targetId?: string];

/** What is said to “unwatch …”, and what of the topics ended. */
async function unwatch(argument: string, topics: readonly Topic[]): Promise<[said: string, ended: string[]]> {
  const watches = topics.map(([subject, targetId]) => ({ ...makeWatch({ subject, targetId }), id: 'x' }));
  const ended: string[] = [];
  const desk: Partial<WatchDesk> = {
    async unwatch(_, topic) {
      ended.push([topic?.subject, topic?.targetId].filter(Boolean).join(' '));
      return 1;
    },
    list: async () => watches,
  };
  const context = { desk, snapshot: kitchenArchive, person: makeWatcher(), channel: undefined };
  const reply = await runUnwatchCommand(argument, context as unknown as WatchContext);
  return [replyToText(reply, 2000), ended];
}

describe('what is ended is what was meant, and nothing else', () => {
  const watched: readonly Topic[] = [['Kettlectl'], ['Kettlectl', 'arm64'], ['Kettlectl', 'armv7'], ['C++'], ['C']];
  for (const [argument, ...ended] of [
    ['kettlectl', 'Kettlectl', 'Kettlectl arm64', 'Kettlectl armv7'],
    ['kettle-ctl', 'Kettlectl', 'Kettlectl arm64', 'Kettlectl armv7'],
    ['kettlectl on arm64', 'Kettlectl arm64'],
    ['c++', 'C++'],
    ['C', 'C'],
    ['kettle'],
    ['kettlectl on windows'],
    ['?!'],
  ] as const)
    test(argument, async () => assert.deepEqual((await unwatch(argument, watched))[1], ended));

  test('by the very words that it is watched under, also where they name a place', async () => {
    assert.deepEqual((await unwatch('ladle on arm64', [['ladle on arm64']]))[1], ['ladle on arm64']);
  });
});

describe('where nothing is, what is watched under a like name is told', () => {
  for (const [argument, watched, said] of [
    ['kettle', 'Kettlectl', /it is Kettlectl that you watch/],
    ['kettlectl premium', 'Kettlectl', /it is Kettlectl that you watch/],
    ['ladle on arm64 boards', 'ladle', /it is ladle that you watch/],
  ] as const)
    test(argument, async () => {
      const [text, ended] = await unwatch(argument, [[watched]]);
      assert.match(text, said);
      assert.deepEqual(ended, []);
    });

  test('and nothing where no name is like it', async () => {
    for (const argument of ['spoonfs', '?!'])
      assert.doesNotMatch((await unwatch(argument, [['Kettlectl']]))[0], /Kettlectl/, argument);
  });
});
