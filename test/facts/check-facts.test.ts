import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { describeProblem } from '#archive/build-content-report.ts';
import { findBareArticles } from '#facts/check-facts.ts';
import { parseFacts } from '#facts/parse-facts.ts';
import { factLines, readKitchenIssue, writeFact } from './kitchen-issue.ts';

const issue = readKitchenIssue();

function parse(text: string) {
  const { facts, problems } = parseFacts('2031-W07.facts.yaml', text, issue);
  return { facts, problems: problems.map(describeProblem) };
}

suite('a passage proves a fact though it is written otherwise', () => {
  const cases: readonly (readonly [what: string, article: string, quote: string])[] = [
    ['letter case', 'Quernd on small boards', 'QUERND 2.0 RUNS ON ARM64.'],
    ['emphasis that is copied from the file', 'Quernd on small boards', 'It costs **5 dollars**'],
    [
      'a link that is copied from the file',
      'Quernd on small boards',
      'says [its maker](https://quernd.example/price?of=2).',
    ],
    ['letters and digits of another width', 'Quernd on small boards', 'Ｑｕｅｒｎｄ ２.０ runs on arm64.'],
    ['a line break inside', 'Quernd on small boards', '5 dollars, says its maker'],
    ['an address', 'Quernd on small boards', 'https://quernd.example/price?of=2'],
    ['an address between angles', 'Quernd on small boards', '<https://quernd.example/price?of=2>'],
    ['the heading', 'Quernd on small boards', 'Quernd on small boards'],
    ['two sentences', 'Quernd on small boards', 'runs on arm64. It costs 5 dollars'],
    ['straight quotation marks and a hyphen', 'Hopperfs', 'is "slow - but safe"'],
    ['a curved apostrophe', 'Hopperfs', 'doesn’t need a disk'],
  ];
  for (const [what, article, quote] of cases) {
    test(what, () => {
      const { facts, problems } = parse(writeFact({ article, quote: JSON.stringify(quote) }));
      assert.deepEqual(problems, []);
      assert.equal(facts.length, 1);
    });
  }
});

suite('asks an editor for the status that a question wants', () => {
  const doubt = (ask: string) =>
    `2031-W07.facts.yaml:5: warning: “${ask}” asks yes or no, and there is no status — add the status that answers it`;
  const cases: readonly (readonly [ask: string, isAsked: boolean])[] = [
    ['does quernd run on arm64?', true],
    ['is there a quernd for arm64', true],
    ['Can I mill with it?', true],
    ['what is quernd?', false],
    // Told by the sentence, whatever the status.
    ['is there a known problem with quernd?', false],
    ['is there a workaround for the crash?', false],
    ['is quernd a mill or a database?', false],
    ['doesquernd', false],
  ];
  for (const [ask, isAsked] of cases) {
    test(`“${ask}”: ${isAsked ? 'asks' : 'does not'}`, () => {
      const { facts, problems } = parse(writeFact({ status: undefined, asks: JSON.stringify(ask) }));
      assert.equal(facts.length, 1);
      assert.deepEqual(problems, isAsked ? [doubt(ask)] : []);
      assert.deepEqual(parse(writeFact({ asks: JSON.stringify(ask) })).problems, []);
    });
  }
});

suite('asks what is missing where something works in part', () => {
  const cases: readonly (readonly [says: string, isAsked: boolean])[] = [
    ['Quernd 2.0 runs on arm64.', true],
    ['Quernd 2.0 runs on arm64, without its mill.', false],
    ['Quernd 2.0 runs on arm64, but slowly.', false],
    ["Quernd 2.0 runs on arm64 and can't mill.", false],
    ['Quernd 2.0 runs on arm64 and can’t mill.', false],
    ['Quernd 2.0 runs on arm64 in 80 % of all mills.', false],
    ['Quernd 2.0 runs on arm64 in a button.', true],
    ['Quernd 2.0 runs on 3 of 5 boards.', false],
  ];
  for (const [says, isAsked] of cases) {
    test(`“${says}”: ${isAsked ? 'asks' : 'does not'}`, () => {
      const { facts, problems } = parse(writeFact({ says, status: 'partly', quote: 'runs on arm64' }));
      assert.equal(facts.length, 1);
      const doubt =
        '2031-W07.facts.yaml:2: warning: partly, and the sentence does not say what is missing — name the limitation';
      assert.deepEqual(problems, isAsked ? [doubt] : []);
    });
  }
});

suite('a sentence must say by itself of what it speaks, and when that was', () => {
  const cases: readonly (readonly [says: string, leaning: string | undefined])[] = [
    ['It works on the Millboard.', 'It works'],
    ['They have a mill for it.', 'They have'],
    ['Its code is at mill.example.', 'Its'],
    ['It’s out now.', 'It’s'],
    ['There is no version for arm64.', 'There is'],
    ['Quernd came out last week.', 'last week'],
    ['Quernd runs on arm64 since yesterday.', 'yesterday'],
    ['There is no Quernd for arm64.', undefined],
    ['It is expected that Quernd runs on arm64 in May 2031.', undefined],
    ['ITS has a mill.', undefined],
    ['Quernd is shown in the last week of May 2031.', undefined],
  ];
  for (const [says, leaning] of cases) {
    test(`“${says}”: ${leaning === undefined ? 'does' : 'does not'}`, () => {
      const { problems } = parse(writeFact({ says: JSON.stringify(says), quote: 'runs on arm64', status: 'no' }));
      const doubts = problems.filter((problem) => problem.includes('reads this sentence alone'));
      const [doubt = ''] = doubts;
      assert.equal(doubts.length, leaning === undefined ? 0 : 1, problems.join('\n'));
      if (leaning !== undefined) assert.ok(doubt.includes(`“${leaning}”`), doubt);
    });
  }
});

suite('two facts of one issue that exclude each other', () => {
  const no = writeFact({ status: 'no' });
  const partly = writeFact({ status: 'partly', says: '"Quernd 2.0 runs, but slowly."', quote: 'runs' });

  test('are both named, by line, and both kept', () => {
    const { facts, problems } = parse(writeFact() + no);
    assert.equal(facts.length, 2);
    assert.deepEqual(problems, [
      `2031-W07.facts.yaml:${factLines + 5}: warning: Quernd on arm64 is “no” here and “yes” in line 1 — keep the one that holds`,
    ]);
  });

  test('are seen in either order', () => {
    const { problems } = parse(no + writeFact());
    assert.equal(problems.length, 1);
    assert.match(problems[0] ?? '', /is “yes” here and “no” in line 1 —/);
  });

  test('are not two that say the same', () => {
    assert.deepEqual(parse(no + no).problems, []);
    assert.deepEqual(parse(writeFact() + writeFact()).problems, []);
  });

  test('are seen though a third, which excludes neither, stands above them', () => {
    const { problems } = parse(partly + writeFact() + no);
    assert.equal(problems.length, 1);
    assert.match(problems[0] ?? '', /is “no” here and “yes” in line 8 —/);
  });

  test('are seen where they share one place of several', () => {
    const { problems } = parse(writeFact({ on: '[armv7, arm64]' }) + writeFact({ on: '[ARM64, x86]', status: 'no' }));
    assert.equal(problems.length, 1);
  });

  test('exclude nothing on another place, of another subject, or without a place', () => {
    for (const other of [{ on: '[armv7]' }, { about: '[Foodb]' }, { on: '[]' }])
      assert.deepEqual(parse(writeFact() + writeFact({ status: 'no', ...other })).problems, []);
  });
});

test('news without a fact is found; what is about the newsletter itself is not missed', () => {
  const { facts } = parse(writeFact());
  const bare = (one = issue) => findBareArticles(one, facts).map(({ id }) => id);
  assert.deepEqual(bare(), ['2031-W07#2', '2031-W07#3', '2031-W07#4']);
  const empty = issue.articles.map((one) => (one.heading === 'Hopperfs' ? { ...one, sentences: [] } : one));
  assert.deepEqual(bare({ ...issue, articles: empty }), ['2031-W07#3', '2031-W07#4'], 'not what says nothing');
});
