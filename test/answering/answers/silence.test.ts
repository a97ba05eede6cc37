import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { answerQuestion } from '#answering/answers/answer-question.ts';
import { ask, say, shownOf } from '../ask-mill.ts';
import { inventArchive } from '../invented-archive.ts';

describe('a target that no fact speaks of: unknown, never no', () => {
  for (const question of [
    'does quernd run on riscv?',
    'quernd ppc64le',
    'does quernd run on freebsd?',
    'does foodb run on macos?',
    'does foodb run on armv7?',
    'foodb on a pi zero',
    'does chaffql run on s390x?',
    'does hopperfs run on windows?',
    'does meal run on armv5?',
  ]) {
    test(question, () => {
      const answer = ask(question);
      assert.equal(answer.verdict, 'unknown', shownOf(answer));
      assert.equal(answer.answered, false);
      assert.match(answer.lead, /^The archive does not say whether (?:Quernd|Foodb|Chaffql|Hopperfs|Meal) runs on /);
      assert.doesNotMatch(say(question), /^(?:No|Yes)\b/);
    });
  }

  test('what a place is asked behind is no part of a name', () => {
    assert.doesNotMatch(ask('Meal on SB9 nodes?').lead, /about Meal on/);
  });

  test('and shows what the archive does say of it, with where it stands', () => {
    const answer = ask('does foodb run on riscv?');
    assert.match(answer.notes.join(' '), /What it does say: Foodb /);
    assert.equal(answer.citations[0]?.source.heading, 'Foodb and Chaffql');
    assert.match(say('does foodb run on riscv?'), /— Foodb and Chaffql, .*2031-W09/);
  });
});

describe('where it says how the very thing stands on the very place, it is never told to be silent on it', () => {
  for (const question of [
    'does foodb compress its logs on arm64?',
    'has foodb a graphical installer on arm64?',
    'does meal 1.9 inline closures on arm64?',
  ])
    test(question, () => {
      const answer = ask(question);
      assert.equal(answer.answered, false, shownOf(answer));
      assert.equal(answer.lead, 'I am not sure that this answers it:');
      assert.match(answer.notes.join(' '), /^(?:Foodb|Meal 1\.9) runs on arm64\.$/);
    });
});

test('in half a sentence, too, the board is where, in either order', () => {
  for (const question of ['rillos odroid c2', 'odroid c2 rillos?', 'rillos on odroid c2'])
    assert.equal(ask(question).lead, 'The archive does not say whether Rillos runs on ODROID-C2.', question);
});

test('whether it is free is another question than whether it runs', () => {
  const answer = ask('is quernd free of charge on arm64?');
  assert.equal(answer.answered, false, shownOf(answer));
  assert.equal(answer.lead, 'The archive does not say that about Quernd.');
  assert.doesNotMatch(answer.notes.join(' '), /Of the same kind/);
});

test('nor is whether it is broken there, and what runs instead was not asked', () => {
  for (const question of [
    'is quernd broken on riscv?',
    'is quernd still broken on riscv?',
    'is foodb broken on armv7?',
  ]) {
    const answer = ask(question);
    assert.match(answer.lead, /^The archive does not say that about (?:Quernd|Foodb)\.$/, question);
    assert.doesNotMatch(answer.notes.join(' '), /Of the same kind/, question);
  }
});

test('what is not said of a version is told of that version', () => {
  assert.equal(ask('does quernd 7 run on arm64?').lead, 'The archive does not say whether Quernd 7 runs on arm64.');
  assert.equal(ask('does quernd run on riscv?').lead, 'The archive does not say whether Quernd runs on riscv64.');
  // So many of something are none.
  assert.doesNotMatch(ask('what does a millsoft 24-core box weigh?').lead, /24/);
});

test('an extension of an architecture is not all of it', () =>
  assert.match(ask('does quernd run on armv8.3?').lead, /whether Quernd runs on armv8\.3\.$/));

test('a board that the vocabulary knows among others of its kind is told by its own name', () => {
  assert.equal(
    ask('does rillos run on an orange pi 5?').lead,
    'The archive does not say whether Rillos runs on orange pi 5.',
  );
  assert.equal(
    ask('does rillos run on an odroid hc2?').lead,
    'The archive does not say whether Rillos runs on ODROID-HC2.',
  );
});

test('how a thing is said to be is no part of its name', () =>
  assert.doesNotMatch(ask('is hopperfs free?').lead, /Hopperfs free/i));

test('what is named for sure is what nothing is said of, not a word that could be a name', () => {
  const answer = ask('what did the hopperfs meal go for?');
  assert.equal(answer.answered, false, shownOf(answer));
  assert.doesNotMatch(answer.lead, /about Go/);
});

describe('a system’s boards are not inferred from one another', () => {
  for (const question of [
    'does rillos boot on an odroid c2?',
    'does rillos run on a raspberry pi 3?',
    'does rillos run on a pi zero?',
    'rillos on the raspberry pi 5',
  ])
    test(question, () => {
      const answer = ask(question);
      assert.equal(answer.verdict, 'unknown', shownOf(answer));
      assert.match(answer.lead, /whether Rillos runs on /);
    });

  test('the board that is named is answered', () =>
    assert.equal(ask('does rillos boot on a raspberry pi 4?').verdict, 'yes'));
});

describe('a name that nobody has written about is named in the silence', () => {
  for (const [question, name] of [
    ['does flurble run on arm64?', 'flurble'],
    ['flurble armv6', 'flurble'],
    ['does quernd run on flurble?', 'flurble'],
    ['tell me about flurble', 'flurble'],
    ['what is flurble?', 'flurble'],
    ['how much does a flurble licence cost?', 'flurble'],
    ['when will Flurble be released?', 'Flurble'],
    ['link to flurble', 'flurble'],
    ['does granite run on arm64?', 'granite'],
    ['can vacuum run on armv6?', 'vacuum'],
    ['is there a homebrew for arm64?', 'homebrew'],
  ] as const) {
    test(question, () => {
      const answer = ask(question);
      assert.equal(answer.answered, false, shownOf(answer));
      assert.deepEqual(answer.citations, []);
      assert.equal(answer.lead, `The archive has nothing about “${name}”.`);
    });
  }
});

describe('half of a name is not the name', () => {
  for (const [question, name] of [
    ['does quernd-sync run on arm64?', 'quernd-sync'],
    ['does quernd/sync run on arm64?', 'quernd/sync'],
    ['does quernd flurble run on arm64?', 'flurble'],
    ['does flurble quernd run on arm64?', 'flurble'],
    ['does flurble-quernd run on arm64?', 'flurble-quernd'],
    ['does pi-hopper run on arm64?', 'pi-hopper'],
    ['is there a foodb-flurble image for arm64?', 'foodb-flurble'],
  ] as const) {
    test(question, () => {
      const answer = ask(question);
      assert.equal(answer.verdict, 'unknown', shownOf(answer));
      assert.deepEqual(answer.citations, [], 'nor is anything said of the half');
      assert.match(answer.lead, new RegExp(`“${name}”`));
    });
  }

  test('a word that says how something is makes no other name', () => {
    for (const question of ['is there an arm64-native quernd?', 'is quernd arm64-ready?'])
      assert.equal(ask(question).verdict, 'yes', question);
  });

  test('a name written nearly like it is offered', () => {
    assert.deepEqual(ask('does siever run on armv6?').suggestions, ['does Sievectl run on armv6?']);
  });
});

describe('what the archive is not about is not answered by what is near', () => {
  for (const question of [
    'who won the world cup?',
    'what is the weather in berlin?',
    'is there life on mars?',
    'does my toaster run on armv7?',
    'what should i cook tonight?',
    'does the file explorer run on arm?',
    'and on windows?',
    'link?',
    'is it out?',
  ]) {
    test(question, () => {
      const answer = ask(question);
      assert.equal(answer.answered, false, shownOf(answer));
    });
  }
});

describe('a word of the language that names nothing is no name', () => {
  for (const question of [
    'does it run on armv5?',
    'does anything run on armv5?',
    'does software run on armv5?',
    'is there a database for armv5?',
    'does audio work on armv5?',
  ])
    test(question, () => assert.doesNotMatch(ask(question).lead, /has nothing about/));
});

test('what is said of something else in the same place is not shown for what nobody wrote of', () => {
  const answer = ask('does meal run on armv6?');
  assert.ok(
    answer.citations.every(({ quote }) => quote.includes('Meal')),
    shownOf(answer),
  );
});

test('what is shown beside a silence on a thing is said of that thing, and of a place alone nothing is', () => {
  for (const question of ['how many watts does the tarn one draw?', 'what does the tarn one weigh?'])
    assert.match(ask(question).citations[0]?.quote ?? '', /Tarn One/, question);
  const { lead, citations } = ask('does that in-memory thing of theirs run on armv5?');
  assert.deepEqual([lead, citations], ['The archive does not say.', []]);
});

test('a release by a name that nobody has written is not another release, nor the whole system', () => {
  const says = 'Ubuntu 18.04 runs on arm64.';
  const archive = inventArchive({
    '2031-W07': {
      text: `### Systems\n\n${says}\n`,
      facts: `- article: Systems\n  says: ${says}\n  about: [Ubuntu]\n  on: [arm64]\n  status: yes\n  asks: [does ubuntu run on arm64?]\n`,
    },
  });
  assert.equal(answerQuestion('does ubuntu run on arm64?', archive).verdict, 'yes');
  for (const [question, name] of [
    ['does ubuntu focal run on arm64?', 'ubuntu focal'],
    ['ubuntu focal arm64?', 'ubuntu focal'],
    ['does gentoo support arm64?', 'gentoo'],
  ] as const) {
    const { answered, lead } = answerQuestion(question, archive);
    assert.deepEqual([answered, lead], [false, `The archive has nothing about “${name}”.`], question);
  }
});

test('a word of the language that stands first, where a thing to run does, is what was asked of', () => {
  for (const [question, name] of [
    ['penguin on arm64', 'penguin'],
    ['hey, penguin on arm linux?', 'penguin'],
  ] as const)
    assert.equal(ask(question).lead, `The archive has nothing about “${name}”.`, question);
  assert.equal(ask('quernd on armv6').verdict, 'yes');
});

test('what has all that was said is not denied, though it may be no answer', () => {
  const says = 'Millsoft and its support of Arm servers help small mills.';
  const archive = inventArchive(
    {
      '2031-W07': {
        text: `### Mills\n\n${says}\n`,
        facts: `- article: Mills\n  says: ${says}\n  about: [Millsoft]\n  asks: [whom does millsoft help?]\n`,
      },
    },
    '- { name: Millsoft, kind: [company] }\n',
  );
  const { answered, lead, notes } = answerQuestion('does millsoft support arm servers?', archive);
  assert.deepEqual([answered, lead, notes[0]], [false, 'I am not sure that this answers it:', says]);
});

test('that a thing runs there is told where its images were asked for, and nothing is named in its place', () => {
  const facts = ['Foodb', 'Mealdb'].map(
    (name) =>
      `- article: Stores\n  says: ${name} runs on arm64.\n  about: [${name}]\n  on: [arm64]\n  status: yes\n  asks: [does ${name} run on arm64?]\n`,
  );
  const archive = inventArchive(
    {
      '2031-W07': {
        text: '### Stores\n\nFoodb runs on arm64. Mealdb runs on arm64. Crater packs programs.\n',
        facts: `${facts.join('')}- article: Stores\n  says: Crater packs programs.\n  about: [Crater]\n  asks: [what does crater do?]\n`,
      },
    },
    '- { name: Foodb, kind: [database] }\n- { name: Mealdb, kind: [database] }\n- { name: Crater, kind: [tool] }\n',
  );
  const { answered, lead, notes } = answerQuestion('is there a foodb crater image for arm64?', archive);
  assert.deepEqual(
    [answered, lead, notes],
    [false, 'The archive does not say that about Foodb and arm64.', ['What it does say: Foodb runs on arm64.']],
  );
});

test('figures alone ask nothing', () => {
  for (const question of ['1,2', '[1,2]', '64', '3.5?'])
    assert.deepEqual([ask(question).answered, ask(question).citations], [false, []], question);
});

test('a person is not offered where something that runs was asked for', () => {
  const [weir, quillix] = ['Quillan Weir built a mill.', 'Quillix cuts quills.'];
  const archive = inventArchive(
    {
      '2031-W07': {
        text: `### Mills\n\n${weir} ${quillix}\n`,
        facts: `
- article: Mills
  says: ${weir}
  about: [Quillan Weir]
  asks: [who built a mill?]
- article: Mills
  says: ${quillix}
  about: [Quillix]
  asks: [what does quillix do?]
`,
      },
    },
    '- { name: Quillan Weir, kind: [person] }\n- { name: Quillix, kind: [tool] }\n',
  );
  assert.deepEqual(answerQuestion('does quill run on arm64?', archive).suggestions, ['does Quillix run on arm64?']);
});

test('what does not run on a system is not told of the system itself', () => {
  const says = 'There are no packages of Sievectl for Foodix on arm64.';
  const archive = inventArchive(
    {
      '2031-W07': {
        text: `### Sieves\n\n${says}\n`,
        facts: `- article: Sieves\n  says: ${says}\n  about: [Sievectl]\n  on: [Foodix on arm64]\n  status: no\n  asks: [are there packages of sievectl for foodix on arm64?]\n`,
      },
    },
    '- { name: Foodix, kind: [distribution] }\n',
  );
  const { lead, notes } = answerQuestion('does foodix run on the pinebook?', archive);
  assert.deepEqual([lead, notes], ['The archive does not say whether Foodix runs on Pinebook.', []]);
});
