import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { answerQuestion } from '#answering/answers/answer-question.ts';
import { rankFacts } from '#answering/choosing/rank-facts.ts';
import forest from '#answering/judging/answer-forest.json' with { type: 'json' };
import { describeCandidate, traitNames } from '#answering/judging/candidate-traits.ts';
import { isRuledOut } from '#answering/judging/is-ruled-out.ts';
import { judgeFacts, MAX_JUDGED } from '#answering/judging/judge-facts.ts';
import { understandQuestion } from '#answering/question/understand-question.ts';
import { inventArchive } from '../invented-archive.ts';
import { millArchive } from '../mill-archive.ts';

const judge = (question: string) => {
  const understanding = understandQuestion(question, millArchive);
  const ranked = rankFacts(understanding, millArchive);
  return { understanding, ranked, judged: judgeFacts(understanding, ranked) };
};

suite('the facts that may answer, by how likely they do', () => {
  test('all that were ranked are there, each once', () => {
    const { ranked, judged } = judge('does quernd run on armv6?');
    assert.deepEqual(
      judged.map(({ place }) => place).sort((a, b) => a - b),
      ranked.map(({ place }) => place).sort((a, b) => a - b),
    );
  });

  test('those behind the first few are not looked at', () => {
    const { ranked, judged } = judge(
      'does quernd run on armv6, arm64 or windows, and what is in foodb, hopperfs, sievectl and wheatbox?',
    );
    assert.ok(ranked.length > MAX_JUDGED, 'the archive has enough');
    const far = new Set(ranked.slice(MAX_JUDGED).map(({ place }) => place));
    for (const { place, likelihood } of judged) assert.equal(likelihood > 0, !far.has(place));
  });

  test('the very fact is likelier than one of another subject, and than one of another place', () => {
    const { judged } = judge('does quernd run on armv6?');
    const of = (says: string) => judged.find(({ indexed }) => indexed.fact.says === says)?.likelihood ?? 0;
    const very = of('Quernd 2.0 runs on armv6, armv7 and x86_64.');
    assert.ok(very > of('There is no Quernd for Windows.'));
    assert.ok(very > of('Hopperfs runs on the Raspberry Pi 3.'));
  });

  test('first comes, of the likeliest article, the sentence that fits the words best', () => {
    const { judged } = judge('how much memory does quernd need?');
    assert.equal(judged[0]?.indexed.fact.says, 'Quernd needs 40 MB of memory.');
  });
});

test('a question that is word for word an ask of a fact is answered by it', () => {
  for (const fact of millArchive.index.facts.filter(({ fact: { isReviewed } }) => isReviewed))
    for (const question of fact.fact.asks) {
      const { understanding, judged } = judge(question);
      const own = judged.find(({ indexed }) => indexed === fact);
      if (own === undefined || isRuledOut(understanding, own)) continue;
      assert.ok(own.likelihood >= 0.9, `${question}: ${own.likelihood}`);
    }
});

test('the forest asks only about signs that there are', () => {
  assert.ok(forest.trees.length > 0);
  assert.deepEqual(
    forest.traits.filter((name) => !(traitNames as readonly string[]).includes(name)),
    [],
    'fit it anew: npm run fit',
  );
  for (const { trait } of forest.trees) assert.ok(Math.max(...trait) < forest.traits.length);
});

test('signs are told in the order in which they are asked for', () => {
  const { understanding, ranked } = judge('does quernd run on armv6?');
  const [words, isAbout] = describeCandidate(understanding, ranked, 0, ['words', 'isAbout']);
  assert.deepEqual([words, isAbout], [understanding.words.length, 1]);
});

suite('what never answers, however likely it seems', () => {
  const says = 'The Foobox is out since May 2031.';
  const archive = inventArchive(
    {
      '2031-W07': {
        text: `### Foobox\n\n${says} The Foobox costs $40.\n`,
        facts: `- article: Foobox\n  says: ${says}\n  about: [Foobox, Millsoft]\n  status: yes\n  asks: [is the foobox out, millsoft foobox out]\n- article: Foobox\n  says: The Foobox costs $40.\n  about: [Foobox]\n  asks: [foobox price]\n`,
      },
    },
    '- { name: Foobox, kind: [board], by: Millsoft }\n- { name: Millsoft, kind: [company] }\n',
  );
  const answer = (question: string) => answerQuestion(question, archive);

  test('that a thing is out says nothing of what it has', () =>
    assert.equal(answer('has the foobox an ethernet socket?').verdict, 'unknown'));
  test('nor does what one product of a company is of another', () =>
    assert.equal(answer('is millsoft vinegar out?').verdict, 'unknown'));
  test('but that it is out is said', () => assert.equal(answer('is the foobox out?').verdict, 'yes'));
  test('a price that is asked for in other words is its price', () =>
    assert.equal(answer('what does the foobox sell for?').lead, 'The Foobox costs $40.'));
  test('whether it is any good is not answered by yes', () =>
    assert.notEqual(answer('is the foobox any good?').verdict, 'yes'));
});
