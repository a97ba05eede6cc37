import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { hasCome, laterMoment, parseMoment } from '#newsletter/days/parse-moment.ts';

describe('when something begins, however it is written', () => {
  for (const [written, moment] of [
    ['2031-02-03', '2031-02-03'],
    ['2031/2/3', '2031-02-03'],
    ['2031.02.03', '2031-02-03'],
    ['20310203', '2031-02-03'],
    ['20310203T10:20Z', '2031-02-03T10:20:00.000Z'],
    [20_310_203, '2031-02-03'],
    ['3 February 2031', '2031-02-03'],
    ['2031-02-03T10:20:30Z', '2031-02-03T10:20:30.000Z'],
    ['2031-02-03 10:20 UTC', '2031-02-03T10:20:00.000Z'],
    ['2031-02-03T10:20:30.5Z', '2031-02-03T10:20:30.000Z'],
    ['2031-02-03T10:20+02:00', '2031-02-03T08:20:00.000Z'],
    ['2031-02-03T10:20-0230', '2031-02-03T12:50:00.000Z'],
    ['2031-02-03T23:00 -02', '2031-02-04T01:00:00.000Z'],
    ['2031-02-03 9:30 pm GMT', '2031-02-03T21:30:00.000Z'],
    ['2031-02-03 12:30 am UTC', '2031-02-03T00:30:00.000Z'],
    ['2031-02-03 12:30 pm UTC', '2031-02-03T12:30:00.000Z'],
    ['1927850400', '2031-02-03T02:00:00.000Z'],
    ['1927850400000', '2031-02-03T02:00:00.000Z'],
    [1_927_850_400, '2031-02-03T02:00:00.000Z'],
    [1_927_850_400_000, '2031-02-03T02:00:00.000Z'],
  ] as const)
    test(String(written), () => assert.equal(parseMoment(written), moment));

  test('of a time without a zone the day is what is sure', () =>
    assert.equal(parseMoment('2031-02-03 10:20'), '2031-02-03'));
  test('a zone by its name has had the moment everywhere by noon of the next day', () =>
    assert.equal(parseMoment('2031-02-03 10:20 CET'), '2031-02-04T12:00:00.000Z'));
});

describe('what is no date is none', () => {
  for (const written of [
    '',
    'soon',
    '2031-02-30',
    '2031-13-01',
    '10:20',
    '203102',
    7,
    2031,
    1.5,
    20_311_301,
    '2031/02/031',
    '20310203x',
    -1_927_850_400,
  ])
    test(JSON.stringify(written), () => assert.equal(parseMoment(written), undefined));
});

test('a day comes where the reader is, a moment for everybody at once', () => {
  const nowMs = Date.parse('2031-02-03T06:00:00Z');
  const came = (moment: string, today: string) => hasCome(moment, nowMs, today);
  assert.equal(came('2031-02-03', '2031-02-02'), false);
  assert.equal(came('2031-02-03', '2031-02-03'), true);
  assert.equal(came('2031-02-03T06:00:00.000Z', '2031-02-02'), true);
  assert.equal(came('2031-02-03T06:00:00.001Z', '2031-02-04'), false);
});

test('the later of two counts, and the only one of none or one', () => {
  assert.equal(laterMoment('2031-02-03', '2031-02-04'), '2031-02-04');
  assert.equal(laterMoment('2031-02-04', '2031-02-03'), '2031-02-04');
  assert.equal(laterMoment('2031-02-03', '2031-02-03T00:00:01.000Z'), '2031-02-03T00:00:01.000Z');
  assert.equal(laterMoment(undefined, '2031-02-03'), '2031-02-03');
  assert.equal(laterMoment('2031-02-03', undefined), '2031-02-03');
  assert.equal(laterMoment(undefined, undefined), undefined);
});
