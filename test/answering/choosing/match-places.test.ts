import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { answerQuestion } from '#answering/answers/answer-question.ts';
import { inventArchive } from '../invented-archive.ts';

const factOf = (says: string, on: string, status: string) =>
  `- article: News\n  says: ${says}\n  about: [${says.split(' ')[0]}]\n  on: [${on}]\n  status: ${status}\n  asks: [how stands it?]\n`;
const told = [
  ['Foodb runs on 32-bit Arm (armv7).', 'armv7, 32-bit Arm', 'yes'],
  ['Quernd runs on 32-bit Arm.', '32-bit Arm', 'yes'],
  ['Sievebase runs on Windows.', 'Windows', 'yes'],
  ['Tarnstore runs on Windows on Arm.', 'Windows on Arm', 'yes'],
  ['Meald runs on the Raspberry Pi 3.', 'Raspberry Pi 3', 'yes'],
] as const;
const later = ['Meald will run on the Raspberry Pi 3 Model B+.', 'Raspberry Pi 3 Model B+', 'planned'] as const;
const archive = inventArchive(
  {
    '2031-W07': {
      text: `### News\n\n${told.map(([says]) => says).join('\n\n')}\n`,
      facts: told.map(([says, on, status]) => factOf(says, on, status)).join(''),
    },
    '2031-W09': { text: `### News\n\n${later[0]}\n`, facts: factOf(...later) },
  },
  '- { name: Raspberry Pi 3, kind: [board] }\n- { name: Raspberry Pi 3 Model B+, also: [Raspberry Pi 3 B+], kind: [board] }\n',
);

describe('what is said of one place holds for another only as far as it was meant', () => {
  for (const [question, verdict] of [
    // The family's name, beside one of its members, means that member.
    ['does foodb run on armv7?', 'yes'],
    ['does foodb run on armv6?', 'unknown'],
    ['does quernd run on armv6?', 'yes'],
    // A system that many processors have.
    ['does sievebase run on windows?', 'yes'],
    ['does sievebase run on windows on arm?', 'unknown'],
    ['does tarnstore run on windows on arm?', 'yes'],
    // A plan for one model says nothing against the others.
    ['does meald run on the raspberry pi 3?', 'yes'],
    ['does meald run on the raspberry pi 3 b+?', 'planned'],
  ] as const)
    test(question, () => assert.equal(answerQuestion(question, archive).verdict, verdict));
});
