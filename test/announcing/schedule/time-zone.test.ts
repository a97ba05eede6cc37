import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { findGapOver, readOffset } from '#announcing/schedule/find-gap.ts';
import { findLocalDay } from '#announcing/schedule/local-day.ts';
import { findTimeZone, isTimeZone, suggestTimeZone } from '#announcing/schedule/time-zone.ts';

const hourMs = 60 * 60_000;

describe('a zone is found by its name or its city', () => {
  const cases: readonly [typed: string, zone: string | undefined][] = [
    ['Europe/Berlin', 'Europe/Berlin'],
    ['europe/berlin', 'Europe/Berlin'],
    ['berlin', 'Europe/Berlin'],
    [' New  York ', 'America/New_York'],
    ['utc', 'UTC'],
    ['us/pacific', 'America/Los_Angeles'],
    ['cet', undefined],
    ['EST', undefined],
    ['+01:00', undefined],
    ['utc+1', undefined],
    ['Etc/GMT+5', undefined],
    ['', undefined],
    ['berlim', undefined],
    ['constructor', undefined],
  ];
  for (const [typed, zone] of cases) test(`“${typed}”: ${zone}`, () => assert.equal(findTimeZone(typed), zone));
});

test('an offset is no zone, and an old name is one', () => {
  for (const name of ['+01:00', '01:00', '', 'Europe', 'Europe/Nowhere']) assert.equal(isTimeZone(name), false, name);
  for (const name of ['UTC', 'europe/berlin', 'US/Pacific']) assert.equal(isTimeZone(name), true, name);
});

test('a shorthand, or a slip, suggests the zone that may be meant', () => {
  assert.equal(suggestTimeZone('CEST'), 'Europe/Berlin');
  assert.equal(suggestTimeZone('berlim'), 'Europe/Berlin');
  assert.equal(suggestTimeZone('europe/berln'), 'Europe/Berlin');
  assert.equal(suggestTimeZone('the kitchen'), undefined);
});

describe('where the clocks go forward', () => {
  // In Berlin, on 30 March 2031, at two the clocks show three.
  const gapMs = Date.UTC(2031, 2, 30, 1);
  const berlin = 'Europe/Berlin';
  const wall = (hour: number, minute = 0, second = 0) => Date.UTC(2031, 2, 30, hour, minute, second);
  const cases: readonly [name: string, wallMs: number, gap: number | undefined][] = [
    ['the last second before is shown', wall(1, 59, 59), undefined],
    ['its first moment is not', wall(2), gapMs],
    ['its last second is not', wall(2, 59, 59), gapMs],
    ['the first moment after is shown', wall(3), undefined],
  ];
  for (const [name, wallMs, gap] of cases) test(name, () => assert.equal(findGapOver(wallMs, gapMs, berlin), gap));

  test('where they go back, or stand, no time is left out', () => {
    const backMs = Date.UTC(2031, 9, 26, 1);
    assert.equal(findGapOver(Date.UTC(2031, 9, 26, 2, 30), backMs, berlin), undefined);
    assert.equal(findGapOver(wall(2, 30), gapMs, 'Asia/Kolkata'), undefined);
  });

  test('how far the wall is ahead', () => {
    assert.equal(readOffset(gapMs - 1, berlin), hourMs);
    assert.equal(readOffset(gapMs, berlin), 2 * hourMs);
    assert.equal(readOffset(gapMs, 'Asia/Kolkata'), 5.5 * hourMs);
    assert.equal(readOffset(gapMs, 'America/New_York'), -4 * hourMs);
  });
});

test('a moment falls on the day that the place has then', () => {
  const atMs = Date.UTC(2031, 1, 28, 18, 30);
  assert.equal(findLocalDay(atMs - 1, 'Asia/Kolkata'), '2031-02-28');
  assert.equal(findLocalDay(atMs, 'Asia/Kolkata'), '2031-03-01');
  assert.equal(findLocalDay(atMs, 'UTC'), '2031-02-28');
});
