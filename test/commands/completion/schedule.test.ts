import assert from 'node:assert/strict';
import { test } from 'node:test';
import { completeLine } from '#commands/completion/line.ts';
import { completeSchedule } from '#commands/completion/schedule.ts';
import { kitchenArchive } from '../invented-archive.ts';

test('a half-typed schedule is completed at its last word: a day, a zone, a zone’s city', () => {
  assert.deepEqual(completeSchedule('sat', 5), ['Saturday']);
  assert.deepEqual(completeSchedule('utc', 5).length, new Set(completeSchedule('utc', 5)).size);
  assert.deepEqual(completeSchedule('sat 9:00 europe/berl', 5), ['sat 9:00 Europe/Berlin']);
  assert.deepEqual(completeSchedule('sat 9:00 berl', 5), ['sat 9:00 Europe/Berlin']);
  assert.equal(completeSchedule('america', 7).length, 7);
  for (const typed of ['', 's', 'sat ', '9:00', 'zzz']) assert.deepEqual(completeSchedule(typed, 5), [], typed);
});

test('the line of a chat completes it, too', () => {
  assert.ok(JSON.stringify(completeLine('subscribe sat 9:00 europe/berl', kitchenArchive)).includes('Europe/Berlin'));
});
