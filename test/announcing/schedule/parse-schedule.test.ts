import assert from 'node:assert/strict';
import { test } from 'node:test';
import { describeDue, describeSchedule } from '#announcing/schedule/describe-schedule.ts';
import { parseSchedule } from '#announcing/schedule/parse-schedule.ts';

const otherwise = { dayOfWeek: 5, minuteOfDay: 720, timeZone: 'UTC' };

function read(text: string): string {
  const { schedule, problem } = parseSchedule(text, otherwise);
  return schedule ? describeSchedule(schedule) : problem;
}

test('a day, a time and a zone are understood in any order and many ways of writing', () => {
  const cases: [string, string][] = [
    ['', 'every Friday at 12:00 (UTC)'],
    ['sat 9:00 Europe/Berlin', 'every Saturday at 09:00 (Europe/Berlin)'],
    ['Europe/Berlin sat 9:00', 'every Saturday at 09:00 (Europe/Berlin)'],
    ['9:00, Saturday, europe/berlin', 'every Saturday at 09:00 (Europe/Berlin)'],
    ['saturdays at 9am', 'every Saturday at 09:00 (UTC)'],
    ['every Saturday at 9 a.m. in Berlin', 'every Saturday at 09:00 (Europe/Berlin)'],
    ['sat 9a.m.', 'every Saturday at 09:00 (UTC)'],
    ['sat 9:30p.m., berlin', 'every Saturday at 21:30 (Europe/Berlin)'],
    ['9 o’clock p.m.', 'every Friday at 21:00 (UTC)'],
    ['sat; 9:00; utc', 'every Saturday at 09:00 (UTC)'],
    ['sat, saturday', 'every Saturday at 12:00 (UTC)'],
    ['on mondays 5:30 PM new york', 'every Monday at 17:30 (America/New_York)'],
    ['friday noon', 'every Friday at 12:00 (UTC)'],
    ['midnight', 'every Friday at 00:00 (UTC)'],
    ['12am', 'every Friday at 00:00 (UTC)'],
    ['12pm', 'every Friday at 12:00 (UTC)'],
    ['thurs 0930', 'every Thursday at 09:30 (UTC)'],
    ['tue 18h', 'every Tuesday at 18:00 (UTC)'],
    ['wed 9.05', 'every Wednesday at 09:05 (UTC)'],
    ['sun 7 o’clock', 'every Sunday at 07:00 (UTC)'],
    ['sun 7 oclock', 'every Sunday at 07:00 (UTC)'],
    ['utc', 'every Friday at 12:00 (UTC)'],
    ['Asia/Kolkata', 'every Friday at 12:00 (Asia/Kolkata)'],
    ['kolkata', 'every Friday at 12:00 (Asia/Kolkata)'],
    ['America/Argentina/Buenos_Aires', 'every Friday at 12:00 (America/Argentina/Buenos_Aires)'],
    ['buenos aires', 'every Friday at 12:00 (America/Buenos_Aires)'],
    ['US/Pacific', 'every Friday at 12:00 (America/Los_Angeles)'],
    ['fri@12:00 (Europe/London)', 'every Friday at 12:00 (Europe/London)'],
  ];
  for (const [text, expected] of cases) assert.equal(read(text), expected, text);
});

test('what is not understood is named, with what may be meant', () => {
  const cases: [string, RegExp][] = [
    ['firday', /“firday”\. Did you mean “friday”\?/],
    ['wendesday 9:00', /“wendesday”\. Did you mean “wednesday”\?/],
    ['sat Europe/Berlni', /time zone “europe\/berlni”\. Did you mean “Europe\/Berlin”\?/],
    ['sat londno', /Did you mean “Europe\/London”\?/],
    ['9:00 PST', /time zone “pst”\. Did you mean “America\/Los_Angeles”\?/],
    ['noon CET', /Did you mean “Europe\/Berlin”\?/],
    ['utc+2', /“utc\+2” is no time zone: name a place/],
    ['+02:00', /“\+02:00” is no time zone/],
    ['25:00', /no time “25:00”/],
    ['9:75', /no time “9:75”/],
    ['13pm', /no time “13pm”/],
    ['sat sun', /one day only/],
    ['9:00 10:00', /one time only/],
    ['daily at 9', /once a week/],
    ['every day', /once a week/],
    ['whenever you like', /I do not understand “whenever you like”\. Name a day, a time and a time zone/],
  ];
  for (const [text, expected] of cases) assert.match(read(text), expected, text);
});

test('a due date is told by the clock on the wall of its zone', () => {
  const noon = Date.UTC(2031, 1, 21, 12, 0);
  assert.equal(describeDue(noon, 'UTC'), 'Friday 21 February 2031, 12:00');
  assert.equal(describeDue(noon, 'Pacific/Kiritimati'), 'Saturday 22 February 2031, 02:00');
  const midnight = Date.UTC(2031, 1, 21);
  assert.equal(describeDue(midnight, 'UTC'), 'Friday 21 February 2031, 00:00');
  assert.equal(describeDue(midnight - 1, 'UTC'), 'Thursday 20 February 2031, 23:59');
});
