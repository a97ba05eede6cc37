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
  assert.deepEqual(find('LATEST'), ['2031-W08']);
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

test('an issue of which several articles fit the words is found once', () => {
  const articles = ['Boards', 'Cases'].map((heading) => ({ heading, sentences: ['Forks are welcome here.'] }));
  const archive = buildSnapshot([{ issue: inventIssue('2031-W09', '2031-02-28', articles), facts: [] }]);
  assert.deepEqual(
    findIssues('forks', archive).map(({ id }) => id),
    ['2031-W09'],
  );
});
