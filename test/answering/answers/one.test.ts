import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { answerQuestion } from '#answering/answers/answer-question.ts';
import type { VerdictWord } from '#conversation/reply.ts';
import { ask, shownOf } from '../ask-mill.ts';
import { inventArchive } from '../invented-archive.ts';

// question, verdict, the fact that says so.
type Row = readonly [question: string, verdict: VerdictWord, fact: string];

const old = 'Quernd 2.0 runs on armv6, armv7 and x86_64.';
const lacks = 'There is no Quernd for Windows.';
const ported = 'Quernd 2.1 runs on arm64.';

function expect(title: string, rows: readonly Row[]): void {
  describe(title, () => {
    for (const [question, verdict, fact] of rows) {
      test(`${question} – ${verdict}`, () => {
        const answer = ask(question);
        assert.equal(answer.verdict, verdict, shownOf(answer));
        assert.equal(answer.answered, true);
        assert.equal(answer.lead, fact);
        assert.equal(answer.citations[0]?.quote, fact);
      });
    }
  });
}

expect('the verdict is the status of the fact, and the lead its sentence', [
  ['does quernd run on armv6?', 'yes', old],
  ['does quernd run on arm64?', 'yes', ported],
  ['does quernd run on windows?', 'no', lacks],
  ['does foodb run on windows?', 'partly', 'Foodb runs on Windows without its cache.'],
  ['does chaffql run on arm64?', 'planned', 'Chaffql for arm64 is planned for May 2031.'],
  ['does rillos run on the tarn one?', 'in-progress', 'A port of Rillos to the Tarn One is under way.'],
  ['does sievectl run on armv6?', 'no', 'Sievectl 3 no longer runs on armv6.'],
]);

expect('however it is asked', [
  ['quernd armv6', 'yes', old],
  ['quernd on armv6', 'yes', old],
  ['QUERND ON ARMV6???', 'yes', old],
  ['hey folks, happy friday! we are wondering if quernd would be happy on our armv7 boards?', 'yes', old],
  ['can i install quernd on my windows laptop?', 'no', lacks],
  ['quernd for windows', 'no', lacks],
  [':wave: does quernd run on armv6 :flurble:', 'yes', old],
  ['does quernd run on armv6 :-)', 'yes', old],
  ['does quernd run on armv6? cheers, Zzhusk', 'yes', old],
  ['heya, does quernd run on armv6?', 'yes', old],
  ['does quernd NOT run on windows?', 'no', lacks],
  ['what about quernd on armv6?', 'yes', old],
  ['is quernd supported on arm 64?', 'yes', ported],
  ['any luck with quernd on arm64 yet?', 'yes', ported],
  ['any arm64 build of quernd?', 'yes', ported],
  ['is there a native quernd build for arm64', 'yes', ported],
  ['is the quern daemon available for arm64?', 'yes', ported],
]);

expect('one name of a target stands for another', [
  ['does quernd run on aarch64?', 'yes', ported],
  ['does quernd run on armv8?', 'yes', ported],
  ['does quernd run on amd64?', 'yes', old],
  ['does quernd run on x64?', 'yes', old],
  ['does quernd run on armhf?', 'yes', old],
]);

describe('a product that is called like an ordinary word', () => {
  for (const question of [
    'does meal run on arm64?',
    'does Meal run on arm64?',
    'meal arm64',
    'is there meal for arm64?',
  ])
    test(question, () => {
      const answer = ask(question);
      assert.equal(answer.verdict, 'yes', shownOf(answer));
      assert.equal(answer.lead, 'Meal 1.9 runs on arm64.');
    });
});

describe('further articles on the same are named, none twice', () => {
  test('behind the one that the answer rests on', () => {
    const articles = ask('does quernd run on arm64?').citations.map(
      ({ source }) => `${source.issueId} ${source.heading}`,
    );
    assert.equal(articles[0], '2031-W09 Quernd 2.1 for arm64');
    assert.ok(articles.includes('2030-W50 Quernd on 64-bit Arm'), articles.join());
    assert.equal(new Set(articles).size, articles.length);
    assert.ok(articles.length <= 3, articles.join());
  });

  test('and where it stands once, once', () => assert.equal(ask('does foodb run on windows?').citations.length, 1));
});

describe('an article of several facts', () => {
  const archive = inventArchive({
    '2031-W08': {
      text: `### Wokd 5 on many boards

Wokd 5 does not run on the Raspberry Pi 4. Wokd 4.4 runs on the Raspberry Pi 4. Wokd 5 runs on Fedora on arm64.

The Lidmail plug-in for Wokd runs on arm64. The Ovenmail plug-in for Wokd does not run on arm64.
`,
      facts: `
- article: Wokd 5 on many boards
  says: Wokd 5 does not run on the Raspberry Pi 4.
  about: [Wokd 5]
  on: [Raspberry Pi 4]
  status: no
  asks: [does wokd 5 run on a pi 4?]
- article: Wokd 5 on many boards
  says: Wokd 4.4 runs on the Raspberry Pi 4.
  about: [Wokd 4.4]
  on: [Raspberry Pi 4]
  status: yes
  asks: [does wokd 4.4 run on a pi 4?]
- article: Wokd 5 on many boards
  says: Wokd 5 runs on Fedora on arm64.
  about: [Wokd 5]
  on: [Fedora on arm64]
  status: yes
  asks: [is wokd in fedora for arm64?]
- article: Wokd 5 on many boards
  says: The Lidmail plug-in for Wokd runs on arm64.
  about: [Lidmail]
  on: [arm64]
  status: yes
  asks: [does lidmail run on arm64?]
- article: Wokd 5 on many boards
  says: The Ovenmail plug-in for Wokd does not run on arm64.
  about: [Ovenmail]
  on: [arm64]
  status: no
  asks: [does ovenmail run on arm64?]
`,
    },
  });
  for (const [question, verdict] of [
    ['does wokd 5 run on a raspberry pi 4?', 'no'],
    ['does wokd 4.4 run on a raspberry pi 4?', 'yes'],
    ['does the lidmail plug-in run on arm64?', 'yes'],
    ['does the ovenmail plug-in run on arm64?', 'no'],
    ['does wokd run on fedora on arm64?', 'yes'],
    ['does wokd run on fedora on x86?', 'unknown'],
    ['does wokd run on debian on arm64?', 'unknown'],
  ] as const)
    test(`${question} – ${verdict}: the part that was asked for, and no other`, () => {
      const answer = answerQuestion(question, archive);
      assert.equal(answer.verdict, verdict, shownOf(answer));
    });
});

test('who builds with a thing does not make it, and is told where that is asked', () => {
  const archive = inventArchive(
    {
      '2031-W07': {
        text: '### Foodb\n\nCarol Mill has built a Foodb cluster at home.\n',
        facts:
          '- article: Foodb\n  says: Carol Mill has built a Foodb cluster at home.\n  about: [Foodb, Carol Mill]\n  asks: [who has a foodb cluster at home?]\n',
      },
    },
    '- { name: Foodb, kind: [database], by: Millsoft }\n- { name: Carol Mill, kind: [person] }\n',
  );
  assert.match(answerQuestion('who makes foodb?', archive).lead, /Foodb comes from Millsoft/);
  assert.match(answerQuestion('who built the foodb cluster at home?', archive).lead, /^Carol Mill has built/);
});

test('who makes a thing names it as well: "Millsoft\'s database"', () => {
  const answer = ask("does millsoft's quernd run on armv6?");
  assert.equal(answer.verdict, 'yes', shownOf(answer));
});

describe('who makes a thing, where no sentence says it: the list of subjects does', () => {
  const facts =
    '- article: Foodb\n  says: Foodb runs on arm64.\n  about: [Foodb]\n  on: [arm64]\n  status: yes\n  asks: [is foodb out?]\n';
  const archive = inventArchive(
    {
      '2031-W07': {
        text: '### Foodb\n\nFoodb runs on arm64. Foodb needs 40 MB.\n',
        facts:
          '- article: Foodb\n  says: Foodb runs on arm64.\n  about: [Foodb, Millsoft]\n  on: [arm64]\n  status: yes\n  asks: [is foodb out?]\n- article: Foodb\n  says: Foodb needs 40 MB.\n  about: [Foodb, Millsoft]\n  asks: [how big is foodb?]\n',
      },
    },
    '- { name: Foodb, kind: [database], by: Millsoft }\n- { name: Millsoft, kind: [company] }\n',
  );
  for (const question of ['who makes foodb?', 'who built foodb?', 'who is behind foodb?'])
    test(question, () =>
      assert.equal(
        answerQuestion(question, archive).lead,
        "By the archive's list of subjects, Foodb comes from Millsoft.",
      ),
    );

  test('but not who did something else to it', () => {
    assert.equal(answerQuestion('who reviewed foodb?', archive).answered, false);
  });

  test('and to whom a maker belongs that another has bought', () => {
    const bought = inventArchive(
      { '2031-W07': { text: '### Foodb\n\nFoodb runs on arm64.\n', facts } },
      '- { name: Foodb, kind: [database], by: Millsoft }\n- { name: Millsoft, kind: [company], by: Grainworks }\n',
    );
    assert.match(
      answerQuestion('who makes foodb now?', bought).lead,
      /Foodb comes from Millsoft, which belongs to Grainworks\.$/,
    );
  });
});

describe('what is told besides, of the same article', () => {
  test('is nothing where a day or an address was asked for', () => {
    for (const question of ['when did quernd 2.1 come out?', 'where is the source code of quernd?'])
      assert.deepEqual(ask(question).notes, [], question);
  });

  test('is no more than is read at a glance', () => {
    const long = (start: string) => `${start} ${'and of oats '.repeat(16)}at that.`;
    const says = [long('Wokd grinds wheat'), long('Wokd grinds rye'), long('Wokd grinds corn')];
    const archive = inventArchive({
      '2031-W07': {
        text: `### Wokd\n\n${says.join(' ')}\n`,
        facts: says
          .map((one) => `- article: Wokd\n  says: ${one}\n  about: [Wokd]\n  asks: [what does wokd grind?]\n`)
          .join(''),
      },
    });
    const { lead, notes } = answerQuestion('what does wokd grind?', archive);
    assert.ok(says.includes(lead), lead);
    assert.deepEqual(notes, []);
  });
});

test('asked for trouble, what does not run is no yes; asked for its end, it is one', () => {
  for (const question of ['is quernd buggy on windows?', 'is quernd broken on windows?'])
    assert.notEqual(ask(question).verdict, 'yes', question);
  assert.equal(ask('is sievectl no longer supported on armv6?').verdict, 'yes');
});
