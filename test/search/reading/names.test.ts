import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Fact, Subject } from '#facts/fact.ts';
import { findMentions, isSystem, openNames, readNames, wholeOf } from '#search/reading/names.ts';
import { tokenize } from '#search/words/tokenize.ts';

const subject = (name: string, also: readonly string[] = [], kind: readonly string[] = []): Subject => ({
  name,
  also,
  kind,
  by: undefined,
});

function factAbout(...about: string[]): Fact {
  const ids = { id: '2031-W07~0', issueId: '2031-W07', articleId: '2031-W07#1' };
  return { ...ids, says: 'It is out.', quote: undefined, about, on: [], status: undefined, asks: [], isReviewed: true };
}

const buildNames = (...read: Parameters<typeof readNames>) => openNames(readNames(...read));
const names = buildNames(
  [
    subject('Quernd', ['Quern Daemon', 'qd'], ['database']),
    subject('Foodb'),
    subject('Foodb Desktop'),
    subject('AMI'),
    subject('Meal'),
    subject('The Machine'),
    subject('Barx-A'),
  ],
  [factAbout('Quernd 2.1', 'Hopperfs'), factAbout('hopper fs'), factAbout('Chaffql 3'), factAbout('page size')],
);

const mentionsOf = (text: string) => findMentions(tokenize(text), names).map(({ named }) => named.name);

describe('a thing is one thing under all its names', () => {
  test('in any spelling, and with a version behind it', () => {
    for (const name of ['Quernd', 'QUERND', 'quern daemon', 'Quern-Daemon', 'qd', 'Quernd 2.1', 'quernd v3'])
      assert.equal(names.find(name)?.name, 'Quernd', name);
    assert.equal(names.find('quern'), undefined, 'a beginning is no name');
    assert.equal(names.findFolded('querndaemon')?.name, 'Quernd');
  });

  test('what the list does not have is named by the facts, each once, without its version', () => {
    assert.deepEqual(
      names.all.map(({ name }) => name),
      ['Quernd', 'Foodb', 'Foodb Desktop', 'AMI', 'Meal', 'The Machine', 'Barx-A', 'Hopperfs', 'Chaffql'],
    );
    for (const name of ['Chaffql 3', 'chaffql 19.1-ce', 'chaffql 19.1-ee', 'chaffql 20-lts'])
      assert.equal(names.find(name)?.name, 'Chaffql', name);
  });

  test('a release that is not finished has a name of its own, and is known for what it is one of', () => {
    const own = buildNames([subject('Quernd')], [factAbout('Quernd 2.1 RC2'), factAbout('Sieve 3 beta')]);
    const wholeNameOf = (name: string) => {
      const named = own.find(name);
      return named && wholeOf(named, own).name;
    };
    assert.deepEqual(own.find('quernd 2.1 rc2')?.name, 'Quernd 2.1 RC2');
    assert.deepEqual(['Quernd 2.1 RC2', 'Quernd', 'Sieve 3 beta'].map(wholeNameOf), [
      'Quernd',
      'Quernd',
      'Sieve 3 beta',
    ]);
  });

  test('words for a kind of thing are no name, unless they are written as one', () => {
    assert.equal(names.find('page size'), undefined);
    assert.equal(buildNames([], [factAbout('Page Size')]).find('page size')?.name, 'Page Size');
  });

  test('a name that two of the list claim is the first one’s', () => {
    const claimed = buildNames([subject('Quernd', ['Mill']), subject('Mill')], []);
    assert.equal(claimed.find('mill')?.name, 'Quernd');
  });
});

describe('the names in a text', () => {
  for (const [text, expected] of [
    ['does quernd run beside foodb?', ['Quernd', 'Foodb']],
    ['the quern daemon', ['Quernd']],
    ['does foodb desktop run?', ['Foodb Desktop']],
    ["quernd's port, and foodb’s", ['Quernd', 'Foodb']],
    // "Meals" is a word of the language; "Meal's" is not.
    ["is Meal's port out", ['Meal']],
    ['we had meals there', []],
    ['two querndS, one hopper-fs', ['Quernd', 'Hopperfs']],
    ['am I late for the meal', ['Meal']],
    ['is the AMI ready', ['AMI']],
    ['what is the machine', ['The Machine']],
    ['among the machines', []],
    ['two barx-as', ['Barx-A']],
    ['two qds', []],
    ['on barx as well', []],
    ['querndish things', []],
    ['', []],
  ] as const)
    test(JSON.stringify(text), () => assert.deepEqual(mentionsOf(text), expected));

  test('may have six words', () => {
    const long = buildNames([subject('Quern Mill of the Old North'), subject('North')], []);
    const found = findMentions(tokenize('is the quern mill of the old north out?'), long);
    assert.deepEqual(
      found.map(({ named }) => named.name),
      ['Quern Mill of the Old North'],
    );
  });

  test('stand where they are told to', () => {
    const [mention] = findMentions(tokenize('does the Quern Daemon run?'), names);
    assert.deepEqual([mention?.from, mention?.to], [2, 4]);
  });
});

test('a system is what programs run on and what knows the board', () => {
  const [system, other] = [
    ['operating system', 'distribution', 'kernel', 'firmware', 'boot loader', 'hypervisor'],
    ['database', 'board', 'company'],
  ];
  const isOne = (kind: string) => isSystem({ id: 0, name: 'Quernd', also: [], kind: ['project', kind], by: undefined });
  assert.deepEqual([system?.filter(isOne), other?.filter(isOne)], [system, []]);
});
