import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { mendSpelling } from '#answering/question/mend-spelling.ts';
import { ask, shownOf } from '../ask-mill.ts';
import { inventArchive } from '../invented-archive.ts';
import { millArchive } from '../mill-archive.ts';

describe('a typing error is forgiven', () => {
  for (const [slip, question, verdict] of [
    ['two letters swapped', 'does qurend run on armv6?', 'yes'],
    ['swapped at the end', 'does querdn run on armv6?', 'yes'],
    ['swapped in a short name', 'does foobd run on arm64?', 'yes'],
    ['a letter missing', 'does qurnd run on armv6?', 'yes'],
    ['missing in a short name', 'does fodb run on arm64?', 'yes'],
    ['a letter doubled', 'does quernnd run on armv6?', 'yes'],
    ['doubled in a short name', 'does fooodb run on arm64?', 'yes'],
    ['two slips in a long name', 'does whaetboxx run on armv6?', 'yes'],
    ['in a word of asking', 'deos quernd rnu on armv6?', 'yes'],
    ['in the target', 'does quernd run on windwos?', 'no'],
    ['in a board', 'does rillos run on a rasberry pi 4?', 'yes'],
    ['in several words', 'dose qurend rnu on widnows?', 'no'],
  ] as const)
    test(`${slip}: ${question}`, () => {
      const answer = ask(question);
      assert.equal(answer.verdict, verdict, shownOf(answer));
    });
});

describe('a slip that makes another word of the language is one where nobody wrote of that word', () => {
  for (const [question, text] of [
    ['dose quernd run on arm64?', 'does quernd run on arm64?'],
    ['how much memory dose quernd need?', 'how much memory does quernd need?'],
    ['how much dose foodb cost?', 'how much does foodb cost?'],
    ['what happend to quernd?', 'what happened to quernd?'],
    ['does sieveclt run?', 'does sievectl run?'],
    ['wen was quernd writting that?', 'when was quernd writing that?'],
    ['wil quernd run on arm64?', 'will quernd run on arm64?'],
    ['waht cna it do?', 'what can it do?'],
    ['dose foodb wrk?', 'does foodb work?'],
    ['why dosent quernd run?', "why doesn't quernd run?"],
    ['it dident boot, why?', "it didn't boot, why?"],
    ['does quernd run on armv6 as wel?', 'does quernd run on armv6 as well?'],
    ['can quernd mill yte?', 'can quernd mill yte?'],
    ['does quernd jst run?', 'does quernd just run?'],
    ['does wel run on arm64?', 'does wel run on arm64?'],
    ['quernd latest ver?', 'quernd latest version?'],
    ['does it run on smallboards?', 'does it run on small boards?'],
    ['which grainruntime runs there?', 'which grainruntime runs there?'],
    ['which form does the meal have?', 'which form does the meal have?'],
    ['is there a flour mill for it?', 'is there a flour mill for it?'],
  ] as const)
    test(question, () => assert.equal(mendSpelling(question, millArchive).text, text));
});

describe('a short name is mended only beside what makes it a name together with it', () => {
  const says = 'Chaff runs on arm64.';
  const archive = inventArchive(
    {
      '2031-W07': {
        text: `### Chaff\n\n${says}\n`,
        facts: `- article: Chaff\n  says: ${says}\n  about: [Chaff]\n  on: [arm64]\n  status: yes\n  asks: [chaff arm64]\n`,
      },
    },
    '- { name: Chaff, also: [Mill Chaff], kind: [database] }\n',
  );
  for (const [question, text] of [
    ['does mill chaft run?', 'does mill chaff run?'],
    ['does chaft run?', 'does chaft run?'],
    ['does barn chaft run?', 'does barn chaft run?'],
  ] as const)
    test(question, () => assert.equal(mendSpelling(question, archive).text, text));
});

describe('another name is no typing error', () => {
  for (const [question, name] of [
    ['does foodc run on arm64?', 'foodc'],
    ['does goodb run on arm64?', 'goodb'],
    ['does fordb run on windows?', 'fordb'],
    ['does xyernd run on arm64?', 'xyernd'],
  ] as const)
    test(question, () => {
      const answer = ask(question);
      assert.equal(answer.answered, false, shownOf(answer));
      assert.match(answer.lead, new RegExp(`nothing about “${name}”`));
    });

  test('nor is another digit', () => assert.equal(ask('does wheatbox run on armv5?').verdict, 'unknown'));
});

test('what was mended is told: what was written, and what was understood', () => {
  const { text, corrections } = mendSpelling('does qurend run on arm64?', millArchive);
  assert.equal(text, 'does quernd run on arm64?');
  assert.deepEqual(corrections, [{ written: 'qurend', meant: 'quernd' }]);
  const plain = 'does Quernd run beside Ada’s laptop?';
  assert.deepEqual(mendSpelling(plain, millArchive), { text: plain, corrections: [] });
});

/** An archive of one article that says these sentences. */
const archiveSaying = (says: readonly string[]) =>
  inventArchive({
    '2031-W10': {
      text: `### Boards\n\n${says.join(' ')}\n`,
      facts: says
        .map((one) => `- article: Boards\n  says: ${one}\n  about: [Boards]\n  asks: [what of it?]\n`)
        .join(''),
    },
  });

test('one letter of two alike is left out sooner than another letter', () => {
  const archive = archiveSaying([
    'The Ovenboard takes 12 watts.',
    'Ada Weir wants a mill.',
    'Quernd wants more memory.',
  ]);
  assert.equal(mendSpelling('how many wats does it take?', archive).text, 'how many watts does it take?');
});

test('of what is counted, the word that most is written of', () => {
  const archive = archiveSaying([
    'The Ovenboard has 12 cores.',
    'The Grainboard has 8 cores.',
    'The cos of an angle is a number.',
  ]);
  assert.equal(mendSpelling('how many cors has the ovenboard?', archive).text, 'how many cores has the ovenboard?');
});

test('a name with a letter twice is that name, though a word of the language has the same stem', () => {
  const archive = inventArchive({
    '2031-W10': {
      text: '### Mills\n\nCanonical supports Quernd on arm64.\n',
      facts:
        '- article: Mills\n  says: Canonical supports Quernd on arm64.\n  about: [Canonical, Quernd]\n  asks: [who supports quernd?]\n',
    },
  });
  assert.equal(mendSpelling('does cannonical support quernd?', archive).text, 'does canonical support quernd?');
  assert.equal(mendSpelling('is it ironical?', archive).text, 'is it ironical?');
});
