import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { findStatedDays } from '#newsletter/days/find-stated-days.ts';

describe('each month by its name and by its short name', () => {
  const names = 'January February March April May June July August September October November December'.split(' ');
  for (const [place, name] of names.entries()) {
    const day = `2031-${String(place + 1).padStart(2, '0')}-09`;
    test(name, () => {
      for (const text of [
        `${name} 9, 2031`,
        `${name.slice(0, 3)}. 9th, 2031`,
        `9 ${name} 2031`,
        `the 9th of ${name.slice(0, 3)} 2031`,
      ])
        assert.deepEqual(
          findStatedDays(text).map((found) => found.day),
          [day],
          text,
        );
    });
  }
});

test('every date of a text with its words: numbers first, then those that begin with the month', () =>
  assert.deepEqual(findStatedDays('From 3 May 2031 to May 9, 2031, as 2031-05-01 said'), [
    { words: '2031-05-01', day: '2031-05-01' },
    { words: 'May 9, 2031', day: '2031-05-09' },
    { words: '3 May 2031', day: '2031-05-03' },
  ]));

test('a day that no calendar has is told with its words', () =>
  assert.deepEqual(findStatedDays('on 2031-02-29'), [{ words: '2031-02-29', day: undefined }]));

test('a day has its ending or none, and a longer row of numbers is no day', () => {
  for (const [text, day] of [
    ['May 1st, 2031', '2031-05-01'],
    ['2nd of May 2031', '2031-05-02'],
    ['3rd May 2031', '2031-05-03'],
    ['2031-05-04T10:00', '2031-05-04'],
  ] as const)
    assert.deepEqual(
      findStatedDays(text).map((found) => found.day),
      [day],
      text,
    );
  for (const text of ['2031-05-012', '2031-05-01-2', '12031-05-01', 'May 1 20311', '2031-05'])
    assert.deepEqual(findStatedDays(text), [], text);
});
