import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mergeUnanswered } from '#answering/answers/merge-unanswered.ts';
import type { UnansweredQuestion } from '#conversation/ports/reader-notes.ts';
import { inventArchive } from '../invented-archive.ts';

const archive = inventArchive({
  '2031-W07': '### Teapotd\n\nTeapotd runs on armv7. There is no Teapotd for Windows.\n',
});

function note(question: string, readerKey: string, atMs: number): UnansweredQuestion {
  return { platform: 'slack', readerKey, question, atMs };
}

test('what is asked of one subject is one entry, however it is worded; most people come first', () => {
  const { subjects, answeredByNow } = mergeUnanswered(
    [
      note('does Ladlefs run on arm64?', 'a', 500),
      note('is there a Kettlebase for armv6?', 'b', 400),
      note('kettlebase on windows', 'c', 300),
      note('does ladlefs run on arm64?', 'a', 200),
      note('does Ladlefs work on a raspberry pi 4?', 'a', 100),
    ],
    archive,
  );
  assert.equal(answeredByNow, 0);
  assert.deepEqual(subjects, [
    {
      subject: 'Kettlebase',
      times: 2,
      weeks: [{ week: '1970-W01', times: 2 }],
      readers: 2,
      lastMs: 400,
      questions: ['is there a Kettlebase for armv6?', 'kettlebase on windows'],
    },
    {
      subject: 'Ladlefs',
      times: 3,
      weeks: [{ week: '1970-W01', times: 3 }],
      readers: 1,
      lastMs: 500,
      questions: ['does ladlefs run on arm64?', 'does Ladlefs work on a raspberry pi 4?'],
    },
  ]);
});

test('what the archive answers by now is counted and not listed', () => {
  const notes = [note('does teapotd run on armv7?', 'a', 100), note('does Ladlefs run on armv7?', 'a', 100)];
  const { subjects, answeredByNow } = mergeUnanswered(notes, archive);
  assert.deepEqual([subjects.map(({ subject }) => subject), answeredByNow], [['Ladlefs'], 1]);
});

test('of subjects that as many people asked for, the one asked for more often comes first', () => {
  const { subjects } = mergeUnanswered(
    [
      note('does Ladlefs run on arm64?', 'a', 500),
      note('is there a Kettlebase for armv6?', 'b', 400),
      note('kettlebase on windows', 'b', 300),
    ],
    archive,
  );
  assert.deepEqual(
    subjects.map(({ subject }) => subject),
    ['Kettlebase', 'Ladlefs'],
  );
});

test('what is to run is the subject, and not what it is to run on', () => {
  const teapots = inventArchive({
    '2031-W07': '### Teapotd\n\nTeapotd runs on armv7.\n\n### Spoonfs\n\nSpoonfs is a store by Acme.\n',
  });
  const { subjects } = mergeUnanswered([note('on Teapotd, does Spoonfs run?', 'a', 100)], teapots);
  assert.deepEqual(
    subjects.map(({ subject }) => subject),
    ['Spoonfs'],
  );
});
