import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parsePublished } from '#sources/feed/parse-published.ts';

test('an item is of the day that it was where it came out, whatever this machine’s zone is', () => {
  const cases: [string, string, string][] = [
    ['Fri, 14 Feb 2031 00:30:00 +0200', '2031-02-14', '2031-02-14T00:30:00+02:00'],
    ['Thu, 13 Feb 2031 23:30:00 -0330', '2031-02-13', '2031-02-13T23:30:00-03:30'],
    ['14 Feb 2031 09:00 GMT', '2031-02-14', '2031-02-14T09:00:00Z'],
    ['Fri, 14 Feb 2031 23:00:00 EST', '2031-02-14', '2031-02-14T23:00:00-05:00'],
    ['14 Feb 2031 23:00 EDT', '2031-02-14', '2031-02-14T23:00:00-04:00'],
    ['14 Feb 2031 23:00 CST', '2031-02-14', '2031-02-14T23:00:00-06:00'],
    ['14 Feb 2031 23:00 CDT', '2031-02-14', '2031-02-14T23:00:00-05:00'],
    ['14 Feb 2031 23:00 MST', '2031-02-14', '2031-02-14T23:00:00-07:00'],
    ['14 Feb 2031 23:00 MDT', '2031-02-14', '2031-02-14T23:00:00-06:00'],
    ['14 Feb 2031 23:00 PST', '2031-02-14', '2031-02-14T23:00:00-08:00'],
    ['14 Feb 2031 23:00 pdt', '2031-02-14', '2031-02-14T23:00:00-07:00'],
    ['Fri, 14 Feb 2031 23:00:00', '2031-02-14', '2031-02-14T23:00:00Z'],
    ['2031-02-14T23:00:00', '2031-02-14', '2031-02-14T23:00:00Z'],
    ['2031-02-14T23:00:00.123+09:00', '2031-02-14', '2031-02-14T23:00:00+09:00'],
    ['2031-02-14', '2031-02-14', '2031-02-14'],
    [' 14 Feb 2031 ', '2031-02-14', '2031-02-14'],
  ];
  for (const [stated, day, text] of cases) assert.deepEqual(parsePublished(stated), { day, text }, stated);
});

test('what is no date, or one that no newsletter can have, is none', () => {
  for (const stated of ['', 'soon', '2031-02-31T99:00:00Z', '0001-01-01T00:00:00Z', '+275760-09-13T00:00:00Z', '14']) {
    assert.equal(parsePublished(stated), undefined, stated);
  }
});
