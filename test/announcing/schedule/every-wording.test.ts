import { test } from 'node:test';
import { describeDue, describeSchedule } from '#announcing/schedule/describe-schedule.ts';
import { lastDue, nextDues } from '#announcing/schedule/next-due.ts';
import { parseSchedule } from '#announcing/schedule/parse-schedule.ts';
import { findTimeZone, suggestTimeZone } from '#announcing/schedule/time-zone.ts';
import { matchFixture } from '../../fixtures/match-fixture.ts';

const otherwise = { dayOfWeek: 5, minuteOfDay: 720, timeZone: 'UTC' };
const typed = [
  ...[
    'fri',
    'Fridays',
    'on friday',
    'every fri at 9',
    'fri 24:00',
    'fri 23:59',
    'fri 9:60',
    'fri 13pm',
    'fri 0am',
    '12:30am',
  ],
  ...[
    'noon',
    'midnight',
    'weekly',
    'daily',
    'fridy',
    'fri sat',
    '9:00 10:00',
    'UTC Berlin',
    'berlin',
    'CET',
    'EST',
    'gmt+2',
  ],
  ...[
    'UTC+5:30',
    'America/Kentucky/Louisville',
    'new_york',
    'Berlim',
    'kolkata',
    'now',
    'tomorrow',
    '9',
    '0900',
    '900',
    '9h30',
  ],
  ...[
    '18 uhr',
    'fri 9:00 Europe/Berlin please',
    'the 3rd',
    'morning',
    '$',
    'fri, 9.30, Asia/Tokyo',
    'W. Australia',
    'x'.repeat(300),
  ],
];
const zones = [
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'Asia/Kolkata',
  'Pacific/Apia',
  'Australia/Lord_Howe',
  'Africa/Cairo',
];

test('every wording of a schedule: what is understood, and what is said of the rest', (t) => {
  const read = typed.map((text) => {
    const { schedule, problem } = parseSchedule(text, otherwise);
    return `${text} → ${schedule ? describeSchedule(schedule) : problem}`;
  });
  const names = [
    'berlin',
    'Berlim',
    'new york',
    'utc',
    'Z',
    'est',
    'kyiv',
    'Kiew',
    'nowhere',
    'gmt',
    'etc/gmt+3',
    'tokio',
  ];
  const found = names.map((name) => `${name} → ${findTimeZone(name)}, ${suggestTimeZone(name)}`);
  matchFixture(t, [...read, ...found].join('\n'), 'schedules.txt');
});

test('the dates before and after a moment, over the changes of the clock, in zones of every kind', (t) => {
  // Of a past year: what the zones' clocks will do may still change.
  const moments = [
    Date.UTC(2019, 2, 29),
    Date.UTC(2019, 2, 31, 0, 30),
    Date.UTC(2019, 9, 26, 12),
    Date.UTC(2019, 11, 31, 23, 59),
  ];
  const shown = zones.flatMap((timeZone) =>
    [
      { dayOfWeek: 0, minuteOfDay: 150, timeZone },
      { dayOfWeek: 5, minuteOfDay: 0, timeZone },
    ].flatMap((schedule) =>
      moments.map((nowMs) => {
        const dates = [lastDue(schedule, nowMs), ...nextDues(schedule, nowMs, 3)];
        const told = dates.map((ms) => `${new Date(ms).toISOString()} (${describeDue(ms, timeZone)})`);
        return `${describeSchedule(schedule)} at ${new Date(nowMs).toISOString()}\n  ${told.join('\n  ')}`;
      }),
    ),
  );
  matchFixture(t, shown.join('\n'), 'due-dates.txt');
});
