import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findIssues, parseWeekReference } from '#commands/find-issue.ts';
import { kitchenArchive } from './invented-archive.ts';

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
