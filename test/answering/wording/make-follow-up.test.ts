import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { understandQuestion } from '#answering/question/understand-question.ts';
import { makeFollowUp } from '#answering/wording/make-follow-up.ts';
import { millArchive } from '../mill-archive.ts';

const { facts } = millArchive.index;
const subjectOf = (question: string, found = facts.at(-1)) =>
  makeFollowUp(understandQuestion(question, millArchive), found)?.subject;

describe('what a conversation is about after a question', () => {
  for (const [question, subject] of [
    ['does quernd run on armv6?', 'Quernd'],
    ['does rillos run on the tarn one?', 'Rillos'],
    ['what runs on the tarn one?', 'Tarn One'],
    ['we keep foodb in a shed. does quernd run on armv6?', 'Quernd'],
  ] as const)
    test(question, () => assert.equal(subjectOf(question), subject));

  test('where it names nothing, what was found', () => {
    const found = facts.find(({ about }) => about[0]?.name === 'Hopperfs');
    assert.equal(subjectOf('what is a file system for sacks?', found), 'Hopperfs');
    // "who rents out arm64 servers?" goes on about who does.
    assert.equal(subjectOf('is there an arm64 file system?', found), 'Hopperfs');
  });
  test('nothing, where nothing was found either', () =>
    assert.equal(makeFollowUp(understandQuestion('is it raining?', millArchive), undefined), undefined));
});
