import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { resolveFollowUp } from '#answering/question/resolve-follow-up.ts';
import { millArchive } from '../mill-archive.ts';

const before = { question: 'does quernd run on armv6?', subject: 'Quernd' };
const resolve = (question: string, followUp = before) => resolveFollowUp(question, millArchive, followUp);

describe('a question that goes on is made whole', () => {
  for (const [question, whole] of [
    ['really?', 'does quernd run on armv6?'],
    ['tell me more', 'tell me about Quernd'],
    ['ok, more details please', 'tell me about Quernd'],
    ['repeat that', 'does quernd run on armv6?'],
    ['can you say that again?', 'does quernd run on armv6?'],
    ['since when?', 'since when does quernd run on armv6?'],
    ['does it run on arm64?', 'does Quernd run on arm64?'],
    ['what do they cost?', 'what do Quernd cost?'],
    ['windows?', 'does quernd run on windows?'],
    ['and on windows?', 'does quernd run on windows?'],
    ['what about windows and arm64', 'does quernd run on windows and arm64?'],
    ['and foodb?', 'does foodb run on armv6?'],
    ['what about foodb?', 'does foodb run on armv6?'],
    ['and 32-bit?', 'does quernd run on 32-bit arm?'],
    ['is there a workaround for that?', 'is there a workaround for Quernd?'],
    ['64 bits?', 'does quernd run on 64-bit arm?'],
    ['tarn one?', 'does quernd run on tarn one?'],
    ['and the tarn one?', 'does quernd run on tarn one?'],
    ['who announced?', 'who announced Quernd?'],
    ['and on 7?', 'does quernd run on armv7?'],
    ['what about 7?', 'does quernd run on armv7?'],
    ['and why', 'why does quernd run on armv6?'],
    ['but why not?', 'why does quernd run on armv6?'],
    ['how about foodb on windows?', 'how about foodb on windows?'],
    ['and foodb on the tarn one?', 'and foodb on the tarn one?'],
    ['and the price?', 'what is the price of Quernd?'],
    ["what's its licence", 'what is the licence of Quernd?'],
    ['memory?', 'what is the memory of Quernd?'],
  ] as const)
    test(question, () => assert.equal(resolve(question), whole));

  test('several places of before are not told apart', () =>
    assert.equal(
      resolve('and windows?', { question: 'quernd on armv6 or armv7?', subject: 'Quernd' }),
      'does Quernd run on windows?',
    ));
  test('since when it runs elsewhere is asked by whether it does, which is told with its date', () =>
    assert.equal(
      resolve('and on armv6?', { question: 'when did quernd get arm64 support?', subject: 'Quernd' }),
      'does Quernd run on armv6?',
    ));
  test('a subject that the question before did not name is told about', () =>
    assert.equal(
      resolve('and foodb?', { question: 'which database is it?', subject: 'Quernd' }),
      'tell me about foodb',
    ));
});

describe('a system after a system is asked of in its place, on the same board', () => {
  const system = { question: 'does rillos run on the raspberry pi 4?', subject: 'Rillos' };
  test('and another', () =>
    assert.equal(resolve('what about debian', system), 'does debian run on the raspberry pi 4?'));
  test('but where it is named as a place, the place is another', () =>
    assert.equal(resolve('and on debian?', system), 'does rillos run on the debian?'));
});

describe('a list is asked for again elsewhere', () => {
  const list = { question: 'which databases run on arm64?', subject: 'databases' };
  test('there', () => assert.equal(resolve('and on armv6?', list), 'which databases run on armv6?'));
});

describe('a question that stands for itself stays', () => {
  for (const question of [
    '',
    '  ',
    'does foodb run on arm64?',
    'and does foodb run on arm64?',
    'does it run flurble?',
    'does quernd keep its promises on arm64?',
    "what's the weather?",
    'why is a mill round?',
    'and then we all went to the mill and had some bread',
  ])
    test(JSON.stringify(question), () => assert.equal(resolve(question), question));
  test('and so does every one where nothing was asked before', () =>
    assert.equal(resolveFollowUp('and on windows?', millArchive, undefined), 'and on windows?'));
});
