import assert from 'node:assert/strict';
import { test } from 'node:test';
import { prepareQuery } from '#answering/choosing/prepare-query.ts';
import { understandQuestion } from '#answering/question/understand-question.ts';
import { inventArchive } from '../invented-archive.ts';

const archive = inventArchive({
  '2031-W07': {
    text: '### Grinding pepper\n\nQuernd takes four minutes.\n',
    facts: '- article: Grinding pepper\n  says: Quernd takes four minutes.\n  about: [Quernd]\n  asks: [how long?]\n',
  },
});

test('each word is met as far as its own topic is, and the word behind a topic as no topic', () => {
  const understanding = understandQuestion('does quernd grind pepper on arm64 today?', archive);
  const { topics, words } = understanding;
  assert.deepEqual(
    topics.map(({ words: name }) => name),
    ['quernd', 'arm64'],
  );
  const matches = [1, 0.5].map((level) => {
    return { level, onLevel: level, isAbout: false, isPart: false, place: undefined, relation: undefined };
  });
  const levels = prepareQuery(understanding, archive).levelsOf(matches);
  assert.deepEqual(
    words.flatMap(({ raw }, i) =>
      ['quernd', 'grind', 'pepper', 'arm64', 'today'].includes(raw) ? [[raw, levels[i]]] : [],
    ),
    [
      ['quernd', 1],
      ['grind', 0],
      ['pepper', 0],
      ['arm64', 0.5],
      ['today', 0],
    ],
  );
});
