import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { answerQuestion } from '#answering/answers/answer-question.ts';
import { inventArchive } from '../invented-archive.ts';

const archive = inventArchive(
  {
    '2031-W10': {
      text: '### Boards of the mill\n\nThe Ovenbook has 4 GB of memory. The Grainboard is on sale since May 2031.',
      facts: `
- article: Boards of the mill
  says: The Ovenbook has 4 GB of memory.
  about: [Ovenbook]
  asks: [how much memory does the ovenbook have?]
- article: Boards of the mill
  says: The Grainboard is on sale since May 2031.
  about: [Grainboard]
  status: yes
  asks: [is the grainboard on sale?]
`,
    },
  },
  '- { name: Ovenbook, kind: [laptop] }\n- { name: Grainboard, kind: [board] }\n',
);

describe('what is said of one machine is no answer for another', () => {
  for (const question of [
    'how much memory does the grainboard have?',
    'grainboard: how much memory?',
    'grainboard - how much memory does it have?',
    // Boards that have a name in the vocabulary alone.
    'odroid n2 - how much memory?',
    'how much memory does the odroid c2 have?',
  ])
    test(question, () => {
      const answer = answerQuestion(question, archive);
      assert.equal(answer.answered, false, answer.lead);
    });

  test('of the very machine it is', () =>
    assert.equal(answerQuestion('ovenbook: how much memory?', archive).lead, 'The Ovenbook has 4 GB of memory.'));
});
