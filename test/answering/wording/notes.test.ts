import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { answerQuestion } from '#answering/answers/answer-question.ts';
import type { Snapshot } from '#search/snapshot.ts';
import { ask, say, shownOf } from '../ask-mill.ts';
import { inventArchive } from '../invented-archive.ts';

describe('an inference is told as one', () => {
  for (const [question, note] of [
    ['does quernd run on a raspberry pi zero?', 'A Raspberry Pi Zero is armv6.'],
    ['will quernd work on my odroid c2?', 'An ODROID-C2 is arm64.'],
    ['does foodb run on a raspberry pi 4?', 'A Raspberry Pi 4 is arm64.'],
    ['does hopperfs run on arm64?', 'A Raspberry Pi 3 is arm64.'],
  ] as const) {
    test(`${question} ${note}`, () => {
      const answer = ask(question);
      assert.equal(answer.verdict, 'yes', shownOf(answer));
      assert.ok(answer.notes.includes(note), answer.notes.join(' '));
    });
  }

  test('what is said of a family is told as said of the family', () => {
    const archive = inventArchive({
      '2031-W07': {
        text: '### Spoonfs\n\nSpoonfs runs on Arm. Panlib runs on all architectures.\n',
        facts: `
- article: Spoonfs
  says: Spoonfs runs on Arm.
  about: [Spoonfs]
  on: [Arm]
  status: yes
  asks: [does spoonfs run on arm?]
- article: Spoonfs
  says: Panlib runs on all architectures.
  about: [Panlib]
  on: [all architectures]
  status: yes
  asks: [where does panlib run?]
`,
      },
    });
    const noteOn = (question: string) => answerQuestion(question, archive).notes.join(' ');
    assert.match(noteOn('does spoonfs run on arm64?'), /Arm, which here means arm64/);
    assert.match(noteOn('does spoonfs run on a raspberry pi 4?'), /says it of Arm, and does not name Raspberry Pi 4/);
    assert.match(noteOn('does panlib run on arm64?'), /all architectures, and does not name arm64/);
  });

  test('of a line of boards, not every one has the processor', () => {
    const { notes } = ask('does foodb run on a raspberry pi?');
    assert.ok(notes.includes('Not every Raspberry Pi runs programs for arm64.'), notes.join(' '));
  });

  test('and what stands there needs no note', () => assert.deepEqual(ask('does quernd run on armv6?').notes, []));
});

// planned, worked on, done, dropped: one status an issue.
const wokd = {
  '2031-W01': ['Wokd for arm64 is planned for April.', 'planned'],
  '2031-W05': ['Work on Wokd for arm64 is under way.', 'in-progress'],
  '2031-W10': ['Wokd 2 runs on arm64.', 'yes'],
  '2031-W40': ['Wokd 3 no longer runs on arm64.', 'no'],
} as const;

type Week = keyof typeof wokd;

function inventWokd(weeks: readonly Week[]): Snapshot {
  const issueOf = (week: Week) => {
    const [says, status] = wokd[week];
    const fact = `about: [Wokd]\n  on: [arm64]\n  status: ${status}\n  asks: [does wokd run on arm64?]\n`;
    return { text: `### Wokd news\n\n${says}\n`, facts: `- article: Wokd news\n  says: ${says}\n  ${fact}` };
  };
  return inventArchive(Object.fromEntries(weeks.map((week) => [week, issueOf(week)])));
}

const upTo = (last: Week) => inventWokd((Object.keys(wokd) as Week[]).filter((week) => week <= last));

describe('the newest statement holds', () => {
  for (const week of Object.keys(wokd) as Week[]) {
    test(`up to ${week}: ${wokd[week][1]}`, () => {
      const answer = answerQuestion('does wokd run on arm64?', upTo(week));
      assert.equal(answer.verdict, wokd[week][1], shownOf(answer));
      assert.equal(answer.citations[0]?.source.issueId, week);
    });
  }

  test('in whatever order the issues are read', () => {
    const backwards = inventWokd((Object.keys(wokd) as Week[]).toReversed());
    assert.equal(answerQuestion('does wokd run on arm64?', backwards).verdict, 'no');
  });

  test('however the question is worded', () => {
    for (const question of [
      'wokd arm64',
      'is wokd available for aarch64 yet?',
      'wokd on 64-bit arm?',
      'can i run wokd on arm 64?',
    ])
      assert.equal(answerQuestion(question, upTo('2031-W40')).verdict, 'no', question);
  });

  test('also over the turn of a year', () => {
    const facts = (says: string, status: string) =>
      `- article: Wokd\n  says: ${says}\n  about: [Wokd]\n  on: [arm64]\n  status: ${status}\n  asks: [does wokd run on arm64?]\n`;
    const archive = inventArchive({
      '2030-W52': {
        text: '### Wokd\n\nWokd does not run on arm64.\n',
        facts: facts('Wokd does not run on arm64.', 'no'),
      },
      '2031-W02': { text: '### Wokd\n\nWokd now runs on arm64.\n', facts: facts('Wokd now runs on arm64.', 'yes') },
    });
    assert.equal(answerQuestion('does wokd run on arm64?', archive).verdict, 'yes');
  });
});

describe('the answer tells how it came there', () => {
  test('each earlier status with its issue, oldest first', () => {
    const { notes } = answerQuestion('does wokd run on arm64?', upTo('2031-W10'));
    assert.match(notes.join(' '), /planned in 2031-W01, in progress in 2031-W05, yes in 2031-W10/);
  });

  test('each status by the first issue that said so', () => {
    const row = (says: string, status: string) => ({
      text: `### Wokd\n\n${says}\n`,
      facts: `- article: Wokd\n  says: ${says}\n  about: [Wokd]\n  on: [arm64]\n  status: ${status}\n  asks: [does wokd run on arm64?]\n`,
    });
    const archive = inventArchive({
      '2031-W01': row('Wokd for arm64 is planned.', 'planned'),
      '2031-W02': row('Wokd for arm64 is still planned.', 'planned'),
      '2031-W05': row('Work on Wokd for arm64 has begun.', 'in-progress'),
      '2031-W06': row('Work on Wokd for arm64 goes on.', 'in-progress'),
      '2031-W10': row('Wokd 2 runs on arm64.', 'yes'),
    });
    assert.deepEqual(answerQuestion('does wokd run on arm64?', archive).notes, [
      'How it came there: planned in 2031-W01, in progress in 2031-W05, yes in 2031-W10.',
    ]);
  });

  test('what was planned for one system there is no step of the whole', () => {
    const row = (says: string, on: string, status: string) => ({
      text: `### Wokd\n\n${says}\n`,
      facts: `- article: Wokd\n  says: ${says}\n  about: [Wokd]\n  on: [${on}]\n  status: ${status}\n  asks: [does wokd run on arm64?]\n`,
    });
    const archive = inventArchive({
      '2031-W01': row('Wokd runs on arm64.', 'arm64', 'yes'),
      '2031-W02': row('Packages of Wokd for Fedora on arm64 are planned.', 'Fedora on arm64', 'planned'),
      '2031-W05': row('Wokd is easy to install on arm64.', 'arm64', 'yes'),
    });
    assert.deepEqual(answerQuestion('does wokd run on arm64?', archive).notes, []);
  });

  test('nothing, where nothing changed', () => assert.deepEqual(ask('does foodb run on arm64?').notes, []));

  test('the change of one target is no change of another', () => {
    const answer = ask('does quernd run on armv6?');
    assert.deepEqual([answer.verdict, answer.notes], ['yes', []]);
  });

  test('the change of one subject is no change of another', () => {
    const answer = ask('does wheatbox run on armv6?');
    assert.deepEqual([answer.verdict, answer.notes], ['yes', []], 'Sievectl was dropped there');
  });
});

describe('where the answer is no, others of the same kind are named', () => {
  for (const [question, alternatives] of [
    ['does sievectl run on armv6?', 'Of the same kind (container runtime), these do run on armv6: Wheatbox.'],
    ['does chaffql run on arm64?', 'Of the same kind (database), these do run on arm64: Foodb, Quernd.'],
    ['does foodb run on armv7?', 'Of the same kind (database), these do run on armv7: Quernd.'],
  ] as const)
    test(question, () => assert.ok(ask(question).notes.includes(alternatives), ask(question).notes.join(' ')));

  test('none where it runs, none of another kind, none that does not run there itself', () => {
    assert.doesNotMatch(say('does quernd run on arm64?'), /same kind/);
    assert.doesNotMatch(say('does hopperfs run on armv6?'), /same kind/, 'there is no other file system');
    assert.doesNotMatch(say('does quernd run on windows?'), /same kind/, 'Foodb does so in part only');
  });

  test('nor one that did once and does no longer, by its newest fact', () => {
    const fact = (name: string, says: string, status: string) =>
      `- article: ${name}\n  says: ${says}\n  about: [${name}]\n  on: [arm64]\n  status: ${status}\n  asks: [does ${name} run there?]\n`;
    const archive = inventArchive(
      {
        '2031-W07': {
          text: '### Foodb\n\nFoodb runs on arm64.\n\n### Meal\n\nMeal runs on arm64.\n',
          facts: fact('Foodb', 'Foodb runs on arm64.', '"yes"') + fact('Meal', 'Meal runs on arm64.', '"yes"'),
        },
        '2031-W09': {
          text: '### Foodb\n\nFoodb no longer runs on arm64.\n\n### Quernd\n\nQuernd does not run on arm64.\n',
          facts:
            fact('Foodb', 'Foodb no longer runs on arm64.', '"no"') +
            fact('Quernd', 'Quernd does not run on arm64.', '"no"'),
        },
      },
      ['Foodb', 'Meal', 'Quernd'].map((name) => `- { name: ${name}, kind: [database] }\n`).join(''),
    );
    assert.deepEqual(
      answerQuestion('does quernd run on arm64?', archive).notes.filter((note) => note.startsWith('Of the same kind')),
      ['Of the same kind (database), these do run on arm64: Meal.'],
    );
  });
});

test('the others of the same kind are others of what the answer is about', () => {
  const fact = (says: string, about: string, status: string) =>
    `- article: Mills\n  says: ${says}\n  about: [${about}]\n  on: [arm64]\n  status: ${status}\n  asks: [how does ${about} stand on arm64?]\n`;
  const archive = inventArchive(
    {
      '2031-W07': {
        text: '### Mills\n\nOvenix is being ported to arm64. Millix runs on arm64. Wokd runs on arm64.\n',
        facts:
          fact('Ovenix is being ported to arm64.', 'Ovenix', 'in-progress') +
          fact('Millix runs on arm64.', 'Millix', 'yes') +
          fact('Wokd runs on arm64.', 'Wokd', 'yes'),
      },
    },
    ['Ovenix: operating system', 'Millix: operating system', 'Meal: programming language', 'Wokd: programming language']
      .map((line) => `- { name: ${line.split(': ')[0]}, kind: [${line.split(': ')[1]}] }\n`)
      .join(''),
  );
  const { verdict, notes } = answerQuestion(
    'i keep hearing about this Meal system, Ovenix. does it run on arm64?',
    archive,
  );
  assert.equal(verdict, 'in-progress');
  assert.deepEqual(notes, ['Of the same kind (operating system), these do run on arm64: Millix.']);
});

test('of two halves of a place the one is told that the machine has', () => {
  const says = 'Foodb supports Linux on armv7.';
  const archive = inventArchive({
    '2031-W07': {
      text: `### Foodb\n\n${says}\n`,
      facts: `- article: Foodb\n  says: ${says}\n  about: [Foodb]\n  on: [Linux on armv7]\n  status: yes\n  asks: [does foodb run on linux on armv7?]\n`,
    },
  });
  const { verdict, notes } = answerQuestion('does foodb run on a raspberry pi?', archive);
  assert.deepEqual([verdict, notes], ['yes', ['Not every Raspberry Pi runs programs for armv7.']]);
});
