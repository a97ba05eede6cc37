import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SUBJECT_KEPT_MS } from '#conversation/ports/conversation-memory.ts';
import { EVENT_KEPT_MS } from '#conversation/ports/handled-events.ts';
import { LINES_KEPT_MS } from '#conversation/ports/line-keeper.ts';
import { NOTES_KEPT_MS } from '#conversation/ports/reader-notes.ts';
import { readProjectFile } from '../shipping/read-project-file.ts';

const day = 24 * 60 * 60 * 1000;

test('docs/security.md tells how long each thing is kept as the program keeps it', () => {
  const rows = readProjectFile('docs/security.md')
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()));
  const periodOf = (what: string) => rows.find(([, first]) => first?.startsWith(what))?.[3];
  assert.deepEqual(
    ['what a conversation', 'which events', 'lines of buttons', 'questions that', 'whether an answer'].map(periodOf),
    [
      `${SUBJECT_KEPT_MS / 60_000} minutes`,
      EVENT_KEPT_MS === day ? 'a day at most' : undefined,
      `${LINES_KEPT_MS / day} days`,
      `${NOTES_KEPT_MS / day} days`,
      `${NOTES_KEPT_MS / day} days`,
    ],
  );
});
