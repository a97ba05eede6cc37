import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Feedback, ReaderNotes, UnansweredQuestion } from '#conversation/ports/reader-notes.ts';
import type { NewPlace } from './place.ts';

const praise: Feedback = {
  platform: 'slack',
  readerKey: 'reader-a',
  line: `ask ${'is the kettle on the list? '.repeat(200)}`,
  isHelpful: true,
  issueId: '2019-W23',
  atMs: 100,
};
const question: UnansweredQuestion = { platform: 'slack', readerKey: 'reader-a', question: "what's 100%?", atMs: 100 };

/** What every keeper of readers' notes must do. */
export function readerNotesContract(name: string, newPlace: NewPlace<ReaderNotes>): void {
  test(`${name}: of one reader and line the last verdict counts`, async (t) => {
    const notes = await (await newPlace(t)).open();
    await notes.recordFeedback(praise);
    await notes.recordFeedback({ ...praise, isHelpful: false, issueId: undefined, atMs: 200 });
    assert.deepEqual(await notes.listFeedback(10), [{ ...praise, isHelpful: false, issueId: undefined, atMs: 200 }]);
  });

  test(`${name}: readers, lines and platforms each have their own verdict, the newest first`, async (t) => {
    const notes = await (await newPlace(t)).open();
    const all = [
      { ...praise, atMs: 400 },
      { ...praise, readerKey: 'reader-b', atMs: 300 },
      { ...praise, line: `${praise.line}!`, atMs: 200 },
      { ...praise, platform: 'discord', atMs: 100 },
    ];
    for (const feedback of all) await notes.recordFeedback(feedback);
    assert.deepEqual(await notes.listFeedback(10), all);
    assert.deepEqual(await notes.listFeedback(2), all.slice(0, 2));
  });

  test(`${name}: every unanswered question is listed, the newest first`, async (t) => {
    const notes = await (await newPlace(t)).open();
    const all = [300, 200, 100].map((atMs) => ({ ...question, atMs }));
    for (const asked of all.toReversed()) await notes.recordUnanswered(asked);
    assert.deepEqual(await notes.listUnanswered(10), all);
    assert.deepEqual(await notes.listUnanswered(1), all.slice(0, 1));
  });

  test(`${name}: what no database can hold is left out of a note, and the rest is kept`, async (t) => {
    const notes = await (await newPlace(t)).open();
    await notes.recordUnanswered({ ...question, question: 'ket\0tle \ud83d🫖' });
    assert.deepEqual(
      (await notes.listUnanswered(1)).map((note) => note.question),
      ['kettle �🫖'],
    );
    await notes.recordFeedback({ ...praise, line: 'ask ket\0tle \ud83d🫖' });
    assert.deepEqual(
      (await notes.listFeedback(1)).map(({ line }) => line),
      ['ask kettle �🫖'],
    );
  });

  test(`${name}: what is still on its way is listed, and forgotten with the rest`, async (t) => {
    const notes = await (await newPlace(t)).open();
    const first = notes.recordUnanswered(question);
    assert.deepEqual(await notes.listUnanswered(10), [question]);
    const second = notes.recordUnanswered({ ...question, atMs: 200 });
    assert.equal(await notes.forget('reader-a'), 2);
    await Promise.all([first, second]);
    assert.deepEqual(await notes.listUnanswered(10), []);
  });

  test(`${name}: a reader who wants to be forgotten is, and nobody else`, async (t) => {
    const notes = await (await newPlace(t)).open();
    await notes.recordFeedback(praise);
    await notes.recordFeedback({ ...praise, platform: 'discord' });
    await notes.recordUnanswered(question);
    await notes.recordUnanswered({ ...question, readerKey: 'reader-b' });
    assert.equal(await notes.forget('reader-a'), 3);
    assert.equal(await notes.forget('reader-a'), 0);
    assert.deepEqual(await notes.listUnanswered(10), [{ ...question, readerKey: 'reader-b' }]);
  });
}
