import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findIssues, parseWeekReference } from '#commands/reading/find-issue.ts';
import { buildSnapshot } from '#search/snapshot.ts';
import { inventIssue, kitchenArchive } from '../invented-archive.ts';

const find = (typed: string) => findIssues(typed, kitchenArchive).map(({ id }) => id);

test('weeks and years are read as people write them', () => {
  for (const text of [
    '2017-W41',
    '2017 w41',
    '2017w41',
    '2017 week 41',
    '2017/41',
    'week 41 in 2017',
    'issue 2017-W41',
    'number 41 of 2017',
    'week 41 of 2017',
    'w41 2017',
    'week 41, 2017',
  ]) {
    assert.deepEqual(parseWeekReference(text), { year: 2017, week: 41 }, text);
  }
  for (const text of ['41', 'w41', 'W 41', 'week 41', '#41', 'wk41']) {
    assert.deepEqual(parseWeekReference(text), { week: 41 }, text);
  }
  assert.deepEqual(parseWeekReference('2017'), { year: 2017 });
  for (const text of ['', 'docker', '6wind', '41st', '1999-W41'])
    assert.equal(parseWeekReference(text), undefined, text);
});

test('an issue is found by id, week, year, title or words of a heading, the newest first', () => {
  assert.deepEqual(find('2031-w07'), ['2031-W07']);
  assert.deepEqual(find('7'), ['2031-W07', '2030-W07']);
  assert.deepEqual(find('2031'), ['2031-W08', '2031-W07']);
  for (const typed of ['LATEST', 'the newest', 'last', ' latest ']) assert.deepEqual(find(typed), ['2031-W08'], typed);
  assert.deepEqual(find(' 2031-w07 '), ['2031-W07']);
  assert.deepEqual(find('week 0'), []);
  for (const typed of ['2031-W071', 'w123', 'issue 2031-w0722']) assert.deepEqual(find(typed), [], typed);
  assert.deepEqual(find('february 2031'), ['2031-W08', '2031-W07']);
  assert.deepEqual(find('February, 2030'), ['2030-W07']);
  assert.deepEqual(find('kitchen weekly, 2030-w07'), ['2030-W07']);
  assert.deepEqual(find('small boards'), ['2031-W07']);
  assert.deepEqual(find('forks'), ['2031-W08'], 'by the text, where no heading fits');
  assert.deepEqual(find('zzyzx'), []);
  assert.deepEqual(find('!?'), []);
});

test('an issue is found by its day, as people write one, and issues of days by their month', () => {
  const issues = ['2031-03-04', '2031-03-11-extra', '2031-04-01'].map((id) =>
    inventIssue(id, id.slice(0, 10), [{ heading: 'Small boards', sentences: ['They boot.'] }]),
  );
  const archive = buildSnapshot(issues.map((issue) => ({ issue, facts: [] })));
  const findThere = (typed: string) => findIssues(typed, archive).map(({ id }) => id);
  for (const typed of [
    '2031-03-11',
    '2031-03-11-extra',
    '11 March 2031',
    'March 11, 2031',
    'the 11th of march 2031',
    'the issue of the 11th of march 2031',
    '2031/03/11',
  ])
    assert.deepEqual(findThere(typed), ['2031-03-11-extra'], typed);
  assert.deepEqual(findThere('2031-03'), ['2031-03-11-extra', '2031-03-04']);
  assert.deepEqual(findThere('2031-03-05'), []);
  assert.deepEqual(
    find('2031-02'),
    ['2031-W02'].filter((id) => find(id).length > 0),
    'a week, where weeks name the issues',
  );
});

test('a day that an issue is called by is its day, whatever day it came out', () => {
  const archive = buildSnapshot(
    [inventIssue('2031-03-04', '2031-03-05', []), inventIssue('2031-03-11-extra', '2031-03-12', [])].map((issue) => ({
      issue,
      facts: [],
    })),
  );
  for (const [typed, id] of [
    ['4 March 2031', '2031-03-04'],
    ['5 March 2031', '2031-03-04'],
    ['11 March 2031', '2031-03-11-extra'],
    ['2031-03-12', '2031-03-11-extra'],
  ] as const)
    assert.deepEqual(
      findIssues(typed, archive).map((issue) => issue.id),
      [id],
      typed,
    );
});

test('a whole title goes before all that hold its words, and a heading before the text of a newer issue', () => {
  const archive = buildSnapshot(
    [
      inventIssue('2031-W01', '2031-01-03', [{ heading: 'Forks', sentences: ['They are new.'] }], { title: 'Pots' }),
      inventIssue('2031-W02', '2031-01-10', [{ heading: 'Spoons', sentences: ['Not all are forks.'] }], {
        title: 'Pots again',
      }),
      inventIssue('2031-W03', '2031-01-17', [{ heading: 'Lids of 11 March 2031', sentences: ['They shut.'] }]),
      inventIssue('2031-W11', '2031-03-11', [{ heading: 'Pans', sentences: ['They fry.'] }]),
    ].map((issue) => ({ issue, facts: [] })),
  );
  for (const [typed, id] of [
    ['pots', '2031-W01'],
    ['forks', '2031-W01'],
    ['lids of 11 march 2031', '2031-W03'],
    ['11 march 2031', '2031-W11'],
  ] as const)
    assert.deepEqual(
      findIssues(typed, archive).map((issue) => issue.id),
      [id],
      typed,
    );
});

test('an issue of which several articles fit the words is found once', () => {
  const articles = ['Boards', 'Cases'].map((heading) => ({ heading, sentences: ['Forks are welcome here.'] }));
  const archive = buildSnapshot([{ issue: inventIssue('2031-W09', '2031-02-28', articles), facts: [] }]);
  assert.deepEqual(
    findIssues('forks', archive).map(({ id }) => id),
    ['2031-W09'],
  );
});
