import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { completeCommandName, completeOption, completeTarget } from '#commands/completion/option.ts';
import { kitchenArchive } from '../invented-archive.ts';

const complete = (kind: Parameters<typeof completeOption>[0], typed: string, limit = 10) =>
  completeOption(kind, typed, kitchenArchive, limit).map(({ value }) => value);
const terminal = { hasChannels: false, ownWords: { clear: 'Empties the screen.' } };

describe('a command that is half typed', () => {
  test('becomes one that works here, or a word of the place', () => {
    assert.deepEqual(completeCommandName('SU'), ['subscribe', 'subscriptions']);
    assert.deepEqual(completeCommandName('su', terminal), []);
    assert.deepEqual(completeCommandName('cl', terminal), ['clear']);
    assert.deepEqual(complete('command', 'st'), ['status']);
  });
});

describe('a question', () => {
  test('is completed by the name that it ends in', () => {
    assert.deepEqual(complete('question', 'does kett'), ['does Kettlectl']);
    assert.deepEqual(complete('question', 'KETT'), ['Kettlectl']);
    assert.deepEqual(complete('question', 'does ke'), ['does Kettlectl']);
  });
  test('by a target, each once, and by the longest run of words that begins one', () => {
    const found = complete('question', 'kettlectl on raspberry pi z');
    assert.ok(found.length > 0 && found.every((line) => line.startsWith('kettlectl on Raspberry Pi Z')), found.join());
    assert.equal(new Set(found.map((line) => line.toLowerCase())).size, found.length);
  });
  test('not by a single letter, nor where nothing begins so', () => {
    assert.deepEqual(complete('question', 'does k'), []);
    assert.deepEqual(complete('question', 'does xyzzy'), []);
    assert.deepEqual(complete('question', 'does ketlectl'), [], 'spelt nearly so is not begun so');
    assert.deepEqual(complete('question', ''), []);
  });
});

describe('an issue', () => {
  test('by the beginning of its id, the newest first', () => {
    assert.deepEqual(complete('issue', ''), ['2031-W08', '2031-W07', '2030-W07']);
    assert.deepEqual(complete('issue', ' 2031-w'), ['2031-W08', '2031-W07']);
  });
  test('else by what it may mean', () => assert.deepEqual(complete('issue', 'week 7'), ['2031-W07', '2030-W07']));
  test('with its title, and its id where the title has none', () => {
    const [completion] = completeOption('issue', '2031-W08', kitchenArchive, 1);
    assert.deepEqual(completion, { value: '2031-W08', label: 'Kitchen Weekly, 2031-W08' });
  });
});

test('there are never more than wanted', () => {
  for (const kind of ['question', 'words', 'subject', 'issue', 'schedule', 'command'] as const)
    for (const typed of ['', 's', 'arm', 'fri'])
      assert.ok(completeOption(kind, typed, kitchenArchive, 2).length <= 2, `${kind} ${typed}`);
});

test('a target by any of its names, the shortest label first', () => {
  assert.deepEqual(completeTarget('', 5), []);
  assert.deepEqual(completeTarget('aarch64', 1), ['arm64']);
  const labels = completeTarget(' Raspberry ', 4);
  assert.equal(labels.length, 4);
  assert.deepEqual(
    labels.map(({ length }) => length),
    labels.map(({ length }) => length).sort((a, b) => a - b),
  );
});
