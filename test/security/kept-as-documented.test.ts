import assert from 'node:assert/strict';
import { test } from 'node:test';
import { subjectKeptMs } from '#conversation/conversation-memory.ts';
import { eventKeptMs } from '#conversation/handled-events.ts';
import { linesKeptMs } from '#conversation/line-keeper.ts';
import { notesKeptMs } from '#conversation/reader-notes.ts';
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
      `${subjectKeptMs / 60_000} minutes`,
      eventKeptMs === day ? 'a day at most' : undefined,
      `${linesKeptMs / day} days`,
      `${notesKeptMs / day} days`,
      `${notesKeptMs / day} days`,
    ],
  );
});
