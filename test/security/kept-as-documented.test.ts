import assert from 'node:assert/strict';
import { test } from 'node:test';
import { WORDS_KEPT_MS } from '#announcing/posted-words.ts';
import { SUBJECT_KEPT_MS } from '#conversation/ports/conversation-memory.ts';
import { EVENT_KEPT_MS } from '#conversation/ports/handled-events.ts';
import { LINES_KEPT_MS } from '#conversation/ports/line-keeper.ts';
import { NOTES_KEPT_MS } from '#conversation/ports/reader-notes.ts';
import { NOTICES_KEPT_MS, ONCE_LASTS_MS, UNREACHABLE_KEPT_MS } from '#watching/watch.ts';
import { readProjectFile } from '../shipping/read-project-file.ts';

const day = 24 * 60 * 60 * 1000;
/** Periods that are written in words. */
const inWords: Readonly<Record<number, string>> = {
  [day]: 'a day',
  [60 * day]: 'two months',
  [365 * day]: 'a year',
  [366 * day]: 'a year',
};

test('docs/security.md tells how long each thing is kept as the program keeps it', () => {
  const rows = readProjectFile('docs/security.md')
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()));
  const periodOf = (what: string) => rows.find(([, first]) => first?.startsWith(what))?.[3];
  const documented = {
    'what a conversation': `${SUBJECT_KEPT_MS / 60_000} minutes`,
    'which events': `${inWords[EVENT_KEPT_MS]} at most`,
    'lines of buttons': `${LINES_KEPT_MS / day} days`,
    'questions that': `${NOTES_KEPT_MS / day} days`,
    'whether an answer': `${NOTES_KEPT_MS / day} days`,
    'who watches':
      `until “unwatch” or “forget me”; “Tell me” until the first news or ${inWords[ONCE_LASTS_MS]}; ` +
      `${inWords[UNREACHABLE_KEPT_MS]} where no message can be delivered`,
    'what was told': `${NOTICES_KEPT_MS / day} days; waiting messages a week`,
    'what posts said': String(inWords[WORDS_KEPT_MS]),
    'what recent issues': `${NOTICES_KEPT_MS / day} days`,
  };
  assert.deepEqual(Object.fromEntries(Object.keys(documented).map((what) => [what, periodOf(what)])), documented);
});
