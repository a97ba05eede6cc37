import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { answerQuestion } from '#answering/answers/answer-question.ts';
import { ask, converse, shownOf } from '../ask-mill.ts';
import { inventArchive } from '../invented-archive.ts';

/** The lead, and the subjects that are listed. */
function listOf(question: string): [lead: string, subjects: string[]] {
  const { lead, list } = ask(question);
  return [lead, (list?.items ?? []).map((item) => item.split(',')[0] ?? '')];
}

describe('a list has the subjects of a kind that run in a place, the newest first, counted', () => {
  for (const [question, lead, subjects] of [
    ['which databases run on arm64?', /2 databases run on arm64/, ['Foodb', 'Quernd']],
    ['what databases are available for arm64?', /2 databases/, ['Foodb', 'Quernd']],
    ['list databases that run on arm64', /2 databases/, ['Foodb', 'Quernd']],
    ['how many databases run on arm64?', /2 databases run on arm64/, ['Foodb', 'Quernd']],
    ['so how many databases work on arm64?', /2 databases/, ['Foodb', 'Quernd']],
    ['show me the databases on arm64', /2 databases/, ['Foodb', 'Quernd']],
    ['databases on arm64', /2 databases run on arm64/, ['Foodb', 'Quernd']],
    ['which databases work on windows?', /1 database runs on Windows/, ['Foodb (partly)']],
    ['which container runtimes run on armv6?', /1 container runtime runs on armv6/, ['Wheatbox']],
    ['which distributions boot on the raspberry pi 4?', /1 distribution runs on/, ['Rillos']],
    ['which programming languages run on arm64?', /1 programming language runs/, ['Meal']],
    ['which languages run on arm64?', /1 programming language runs/, ['Meal']],
  ] as const)
    test(question, () => assert.deepEqual(...matched(listOf(question), lead, subjects)));

  test('of any kind, where none is named', () => {
    const [lead, subjects] = listOf('what runs on armv6?');
    assert.match(lead, /2 things run on armv6/);
    assert.deepEqual(subjects, ['Wheatbox', 'Quernd'], 'Sievectl was dropped there');
    assert.deepEqual(listOf('what software runs on armv6?')[1], subjects);
  });

  test('each with its issue and its sentence, those of the first ones cited', () => {
    const { list, citations } = ask('which databases run on arm64?');
    assert.match(list?.items[0] ?? '', /^Foodb, 2031-W09: Foodb runs on arm64\.$/);
    assert.deepEqual(
      citations.map(({ source }) => source.heading),
      ['Foodb and Chaffql', 'Quernd 2.1 for arm64'],
    );
  });
});

describe('a list of a kind as such has all its subjects, wherever they run', () => {
  const all = ['Chaffql', 'Foodb', 'Quernd'];
  for (const question of [
    'which databases are there?',
    'list all databases',
    'please list the databases',
    'what databases do you know?',
    'which databases exist?',
    'how many databases are there?',
  ])
    test(question, () => assert.deepEqual(...matched(listOf(question), /^The archive tells of 3 databases:$/, all)));

  test('but for what else is asked of them', () => {
    for (const question of ['list databases with replication', 'name the databases that Millsoft sells'])
      assert.doesNotMatch(ask(question).lead, /The archive tells of/, question);
  });
});

test('what is for Windows on another processor is not on Windows on Arm, nor listed by where it is to be found', () => {
  const sayings = [
    ['Ladled runs on Windows on x86.', 'Ladled', 'Windows on x86'],
    ['Spoond runs on Windows on Arm.', 'Spoond', 'Windows on Arm'],
    ['Forkd is a mill.', 'Forkd', undefined],
    ['The code of Forkd is at mill.example.com/forkd.', 'Forkd', undefined],
  ] as const;
  const spoons = inventArchive(
    {
      '2031-W07': {
        text: `### Spoons\n\n${sayings.map(([says]) => says).join(' ')}\n`,
        facts: sayings
          .map(
            ([says, about, on]) =>
              `- article: Spoons\n  says: ${says}\n  about: [${about}]\n${on ? `  on: [${on}]\n  status: yes\n` : ''}  asks: [what of it?]\n`,
          )
          .toReversed()
          .join(''),
      },
    },
    '- { name: Windows 10 on Arm, also: [Windows on Arm], kind: [operating system] }\n- { name: Forkd, kind: [mill] }\n',
  );
  const { lead, list } = answerQuestion('what runs on windows on arm?', spoons);
  assert.match(lead, /1 thing runs on Windows 10 on Arm/);
  assert.match(list?.items.join() ?? '', /^Spoond,/);
  assert.deepEqual(answerQuestion('list all mills', spoons).list?.items, ['Forkd, 2031-W07: Forkd is a mill.']);
});

test('where none is known not to run, those that do are not listed in their place', () => {
  const { answered, lead, suggestions } = ask('which programming languages do not run on arm64?');
  assert.equal(lead, 'The archive says of no programming language that it does not run on arm64.');
  assert.deepEqual([answered, suggestions], [false, ['which programming languages run on arm64?']]);
});

describe('what is planned somewhere is listed by the status, too', () => {
  for (const question of [
    'what is planned for arm64?',
    "what's coming to arm64?",
    'what is being ported to arm64?',
    'which databases are in the works for arm64?',
  ])
    test(question, () =>
      assert.deepEqual(
        ...matched(listOf(question), /1 (?:thing|database) is planned or in progress/, ['Chaffql (planned)']),
      ),
    );

  test('where nothing is, none is made up', () => assert.equal(ask('what is planned for riscv?').answered, false));
});

describe('asked which machines a system runs on, the list has the machines', () => {
  const says = 'Foodix runs on the Millboard, the Sievetop and the Tarn Two.';
  const archive = inventArchive(
    {
      '2031-W07': {
        text: `### Foodix everywhere\n\n${says}\n\nFoodix does not run on the Huskbox.\n`,
        facts: `- article: Foodix everywhere
  says: ${says}
  about: [Foodix]
  on: [Millboard, Sievetop, Tarn Two]
  status: yes
  asks: [where is foodix at home?]
- article: Foodix everywhere
  says: Foodix does not run on the Huskbox.
  about: [Foodix]
  on: [Huskbox]
  status: no
  asks: [is foodix for the huskbox?]
`,
      },
    },
    ['Millboard: board, sbc', 'Tarn Two: board, sbc', 'Huskbox: board', 'Sievetop: laptop', 'Foodix: distribution']
      .map((line) => `- { name: ${line.split(': ')[0]}, kind: [${line.split(': ')[1]}] }\n`)
      .join(''),
  );
  const listIn = (question: string) => {
    const { lead, list } = answerQuestion(question, archive);
    return [lead, list?.items.map((item) => item.split(', 2031')[0])];
  };

  test('of the kind that was asked for, under the one sentence that says it', () => {
    assert.deepEqual(listIn('which boards run foodix?'), [
      'By the archive, 2 boards run Foodix:',
      ['Millboard, Tarn Two'],
    ]);
    assert.deepEqual(listIn('which laptops does foodix run on?'), [
      'By the archive, 1 laptop runs Foodix:',
      ['Sievetop'],
    ]);
  });

  test('of any kind, where it is hardware in general', () =>
    assert.deepEqual(listIn('what hardware does foodix run on?')[1], ['Millboard, Sievetop, Tarn Two']));

  test('and those on which it does not run, where these are asked for', () =>
    assert.deepEqual(listIn('which boards do not run foodix?'), [
      'By the archive, 1 board does not run Foodix, or not yet:',
      ['Huskbox (no)'],
    ]));

  test('under a word for machines that is the archive’s own', () =>
    assert.equal(listIn('which SBCs run foodix?')[0], 'By the archive, 2 sbcs run Foodix:'));
});

test('what a distribution is made of is no place: “Linux distributions” are distributions', () =>
  assert.deepEqual(listOf('which linux distributions boot on the raspberry pi 4?')[1], ['Rillos']));

test('"more" behind a list is the rest of it, or that there is none', () => {
  for (const more of ['more', 'show me more', 'and the rest?', 'are there any more?', 'any others?'])
    assert.equal(converse('which databases run on arm64?', more).lead, 'That was the whole list.', more);
  assert.match(converse('does quernd run on arm64?', 'more').lead, /Quernd/, 'behind an answer it goes on with that');
});

test('what runs on a device and what on its processors is counted apart', () =>
  assert.match(
    listOf('what runs on a raspberry pi 4?')[0],
    /\d things? runs? on Raspberry Pi 4, and \d on processors like its own/,
  ));

test('what is known of its processor alone is not said to run on the device', () => {
  for (const on of ['arm64', 'Arm', 'multi-arch']) {
    const facts = `- article: Wokd\n  says: Wokd runs on ${on}.\n  about: [Wokd]\n  on: [${on}]\n  status: yes\n  asks: [wokd where?]\n`;
    const archive = inventArchive(
      { '2031-W07': { text: `### Wokd\n\nWokd runs on ${on}.\n`, facts } },
      '- name: Wokd\n  kind: [database]\n',
    );
    const { lead } = answerQuestion('which databases run on the raspberry pi 4?', archive);
    assert.equal(lead, 'By the archive, 1 database runs on processors like that of Raspberry Pi 4:', on);
  }
});

test('a list is whole by itself, whatever was talked about', () => {
  const { list } = converse('does wheatbox run on armv6?', 'all databases that run on arm64');
  assert.deepEqual(
    list?.items.map((item) => item.split(',')[0]),
    ['Foodb', 'Quernd'],
  );
});

describe('what does not run there is not listed', () => {
  test('nor what is planned or under way', () => {
    assert.ok(!listOf('which databases run on arm64?')[1].includes('Chaffql'));
    assert.ok(!listOf('what runs on the tarn one?')[1].includes('Rillos'));
  });

  test('what is dropped in one place is listed for another', () =>
    assert.ok(listOf('what runs on a raspberry pi 4?')[1].includes('Sievectl'), 'it runs on arm64'));

  test('a kind of which nothing runs there is silence, not another kind', () => {
    for (const question of [
      'which browsers run on arm64?',
      'which file systems run on windows?',
      'which databases run on riscv?',
    ]) {
      const answer = ask(question);
      assert.equal(answer.answered, false, `${question}: ${shownOf(answer)}`);
    }
  });

  test('nor are things listed that are asked for something else besides', () => {
    for (const question of [
      'which databases run on arm64 with the grain plug-in?',
      'is there any way to run programs on arm64?',
      'where is a list of all databases that run on arm64?',
      'who sells any of the databases that run on arm64?',
      'which ones are there for arm64?',
      'which databases have images from the arm64 project?',
      'any for arm64?',
    ])
      assert.equal(ask(question).list, undefined, question);
  });
});

test('a board runs a system, and runs on a processor', () => {
  const archive = inventArchive(
    {
      '2031-W07': {
        text: '### Millboard\n\nThe Millboard runs on arm64.\n',
        facts:
          '- article: Millboard\n  says: The Millboard runs on arm64.\n  about: [Millboard]\n  on: [arm64]\n  status: yes\n  asks: [millboard arm64?]\n',
      },
    },
    '- { name: Millboard, kind: [board] }\n',
  );
  assert.equal(answerQuestion('which boards run on arm64?', archive).lead, 'By the archive, 1 board runs on arm64:');
});

test('things that one sentence names stand together, though each has its own fact', () => {
  const says = 'The Millboard has software for Quernd, Foodb and Chaffql.';
  const archive = inventArchive(
    {
      '2031-W07': {
        text: `### Millboard\n\n${says}\n`,
        facts: ['Quernd', 'Foodb', 'Chaffql']
          .map(
            (name) =>
              `- article: Millboard\n  says: ${says}\n  about: [${name}]\n  on: [Millboard]\n  status: yes\n  asks: [${name} on the millboard?]\n`,
          )
          .join(''),
      },
    },
    ['Quernd', 'Foodb', 'Chaffql'].map((name) => `- { name: ${name}, kind: [database] }\n`).join('') +
      '- { name: Millboard, kind: [board] }\n',
  );
  const { lead, list } = answerQuestion('which databases run on the millboard?', archive);
  assert.equal(lead, 'By the archive, 3 databases run on Millboard:');
  assert.deepEqual(list?.items, [`Quernd, Foodb, Chaffql, 2031-W07: ${says}`]);
});

describe('a long list', () => {
  const names = Array.from({ length: 13 }, (_, n) => `Bakerd${String.fromCharCode(65 + n)}`);
  const says = (name: string) => `${name} runs on arm64.`;
  const pair = 'Millo and Kilno run on arm64.';
  const archive = inventArchive(
    {
      '2031-W06': {
        text: `### Millo and Kilno\n\n${pair}\n`,
        facts: ['Millo', 'Kilno']
          .map(
            (name) =>
              `- { article: Millo and Kilno, says: ${pair}, about: [${name}], on: [arm64], status: yes, asks: [is ${name} out?] }\n`,
          )
          .join(''),
      },
      '2031-W07': {
        text: names.map((name) => `### ${name}\n\n${says(name)}\n`).join('\n'),
        facts: names
          .map(
            (name) =>
              `- article: ${name}\n  says: ${says(name)}\n  about: [${name}]\n  on: [arm64]\n  status: yes\n  asks: [is ${name} out?]\n`,
          )
          .join(''),
      },
    },
    [...names, 'Millo', 'Kilno'].map((name) => `- { name: ${name}, kind: [bakery] }\n`).join(''),
  );
  const short = answerQuestion('which bakeries run on arm64?', archive);

  test('shows ten and tells how many the rest are, though a sentence may tell of several', () => {
    assert.match(short.lead, /15 bakeries run on arm64; the newest:/);
    assert.equal(short.list?.items.length, 10);
    assert.deepEqual(short.notes, ['And 5 more.']);
  });

  test('offers the whole of it, which then is the whole', () => {
    const [more = ''] = short.suggestions;
    const whole = answerQuestion(more, archive);
    assert.equal(whole.list?.items.length, 14, more);
    assert.deepEqual([whole.notes, whole.suggestions], [[], []]);
  });

  test('asked for more, the whole of it, and then that it was the whole', () => {
    const more = answerQuestion('more', archive, short.followUp);
    assert.equal(more.list?.items.length, 14);
    assert.equal(answerQuestion('more', archive, more.followUp).lead, 'That was the whole list.');
  });

  test('asked for all of them, all of them', () => {
    for (const question of [
      'list all bakeries that run on arm64',
      'all bakeries that run on arm64',
      'which bakeries run on arm64? all of them please',
    ])
      assert.equal(answerQuestion(question, archive).list?.items.length, 14, question);
  });
});

function matched(
  [lead, subjects]: [string, string[]],
  expectedLead: RegExp,
  expected: readonly string[],
): [unknown, unknown, string] {
  assert.match(lead, expectedLead);
  return [subjects, expected, lead];
}

describe('asked for what does not run there', () => {
  for (const question of [
    'which software is broken on arm64?',
    'what software has problems on arm64?',
    'which programs have trouble on arm64?',
    'what does not work on arm64?',
    "what doesn't run on arm64?",
  ])
    test(`in other words: ${question}`, () =>
      assert.match(ask(question).lead, /do(?:es)? not run, or not yet, on arm64/));

  test('what does not, and what does not yet, is listed as such', () => {
    const { lead, list } = ask('which databases do not run on arm64?');
    assert.match(lead, /^By the archive, 1 database does not run, or not yet, on arm64/);
    assert.deepEqual(
      list?.items.map((item) => item.split(',')[0]),
      ['Chaffql (planned)'],
    );
  });

  test('in one place and not in another, no fact says', () => {
    for (const question of ['what runs on arm64 but not on armv6?', 'which databases run on armv7 and not armv6?'])
      assert.equal(ask(question).list, undefined, question);
    const { lead, notes } = ask('what runs on arm64 but not on armv6?');
    assert.deepEqual([lead, notes], ['The archive does not say.', []]);
  });

  test('and nothing that does', () => {
    const items = ask("which databases don't run on windows?").list?.items ?? [];
    assert.deepEqual(
      items.map((item) => item.split(',')[0]),
      ['Quernd (no)'],
    );
  });
});

test('what is for another system of some such machine does not run on the board', () => {
  const row = (name: string, places: string) =>
    `- article: Arm\n  says: ${name} runs on ${places}.\n  about: [${name}]\n  on: [${places}]\n  status: yes\n  asks: [does ${name} run there?]\n`;
  const archive = inventArchive({
    '2031-W07': {
      text: '### Arm\n\nSpoonfs runs on Windows on arm64. Panlib runs on Linux on arm64. Forkd runs on arm64. Lidfs runs on Fedora on arm64.\n',
      facts:
        row('Spoonfs', 'Windows on arm64') +
        row('Panlib', 'Linux on arm64') +
        row('Forkd', 'arm64') +
        row('Lidfs', 'Fedora on arm64'),
    },
  });
  const { list, citations } = answerQuestion('what runs on a raspberry pi 4?', archive);
  assert.deepEqual(list?.items.map((item) => item.split(',')[0]).sort(), ['Forkd', 'Lidfs', 'Panlib']);
  assert.equal(citations.length, 1, 'an article that says both is cited once');
});

describe('asked which machines have a chip, the list has those that are said to, and none that is only alike', () => {
  const chips = inventArchive(
    {
      '2031-W07': {
        text: '### Boards\n\nThe Millboard has the RK3399. The Huskbox has an arm64 processor. Millsoft sells the Tarn Two with arm64. The Sieve 33 runs on the Millboard.\n',
        facts: [
          ['The Millboard has the RK3399.', 'Millboard', 'RK3399'],
          ['The Huskbox has an arm64 processor.', 'Huskbox', 'arm64'],
          ['Millsoft sells the Tarn Two with arm64.', 'Millsoft', 'arm64'],
          ['The Sieve 33 runs on the Millboard.', 'Sieve 33', 'Millboard'],
        ]
          .map(
            ([says, about, on]) =>
              `- article: Boards\n  says: ${says}\n  about: [${about}]\n  on: [${on}]\n  status: yes\n  asks: [what of ${about}?]\n`,
          )
          .join(''),
      },
    },
    '- { name: Millboard, kind: [board] }\n- { name: Huskbox, kind: [board] }\n- { name: Millsoft, kind: [company] }\n- { name: Sieve 33, kind: [processor] }\n',
  );
  const namesIn = (question: string) =>
    answerQuestion(question, chips).list?.items.map((item) => item.split(', 2031')[0]);

  for (const question of [
    'which boards use the RK3399?',
    'which boards have the RK3399?',
    'which boards offer the RK3399?',
  ])
    test(question, () => assert.deepEqual(namesIn(question), ['Millboard']));

  test('companies run nowhere, and are listed nowhere', () =>
    assert.equal(namesIn('which companies support arm64?'), undefined));

  test('what a board has in it runs nowhere', () => {
    for (const verb of ['use', 'have', 'contain'])
      assert.equal(namesIn(`which processors does the Millboard ${verb}?`), undefined, verb);
  });
});

describe('what is said of a family by name is counted apart from what names the very processor', () => {
  const runs = (name: string, on: string) =>
    `- article: Mills\n  says: ${name} runs on ${on}.\n  about: [${name}]\n  on: [${on}]\n  status: yes\n  asks: [how is ${name}?]\n`;
  const leadOf = (told: readonly (readonly [name: string, on: string])[]) =>
    answerQuestion(
      'which databases run on armv6?',
      inventArchive(
        {
          '2031-W07': {
            text: `### Mills\n\n${told.map(([name, on]) => `${name} runs on ${on}.`).join('\n\n')}\n`,
            facts: told.map((one) => runs(one[0], one[1])).join(''),
          },
        },
        told.map(([name]) => `- { name: ${name}, kind: [database] }\n`).join(''),
      ),
    ).lead;

  test('where both are', () =>
    assert.equal(
      leadOf([
        ['Foodb', 'armv6'],
        ['Quernd', '32-bit Arm'],
      ]),
      'By the archive, 1 database runs on armv6, and 1 by the name of its family alone:',
    ));
  test('where there is but the family', () =>
    assert.equal(
      leadOf([['Quernd', '32-bit Arm']]),
      'By the archive, 1 database runs on a family that includes armv6:',
    ));
});

describe('machines by the chip that they have', () => {
  const board = (name: string, says: string, more = '') =>
    `- article: Boards\n  says: ${says}\n  about: [${name}, RK3399]\n${more}  asks: [what is in the ${name}?]\n`;
  const sayings = [
    'The Grainboard has the RK3399.',
    'The Ovenboard is built around the RK3399.',
    'The Sackboard is faster than the RK3399.',
    'The Barnboard runs Foodb.',
  ];
  const archive = inventArchive(
    {
      '2031-W07': {
        text: `### Boards\n\n${sayings.join(' ')}\n`,
        facts: sayings.map((says) => board(says.split(' ')[1] ?? '', says)).join(''),
      },
    },
    `${['Grainboard', 'Ovenboard', 'Sackboard', 'Barnboard'].map((name) => `- { name: ${name}, kind: [board] }\n`).join('')}- { name: RK3399, kind: [soc] }\n`,
  );

  for (const question of ['which boards use the rk3399?', 'which boards have an rk3399', 'list boards with the rk3399'])
    test(question, () => {
      const { lead, list } = answerQuestion(question, archive);
      assert.match(lead, /^By the archive, 2 boards have the .*RK3399 in them:$/);
      assert.deepEqual(
        list?.items.map((item) => item.split(',')[0]),
        ['Grainboard', 'Ovenboard'],
      );
    });
});

test('what was said of the very place stays so, though later something wider is said', () => {
  const said = (says: string, on: string) => ({
    text: `### Boards\n\n${says}\n`,
    facts: `- article: Boards\n  says: ${says}\n  about: [Millstar]\n  on: [${on}]\n  status: yes\n  asks: [what is millstar?]\n`,
  });
  const archive = inventArchive(
    {
      '2031-W07': said('Millstar has 40 ThunderX2 processors.', 'ThunderX2'),
      '2031-W10': said('Millstar is a system for arm64.', 'arm64'),
    },
    '- { name: Millstar, kind: [supercomputer] }\n- { name: ThunderX2, kind: [processor] }\n',
  );
  assert.match(answerQuestion('which supercomputers use thunderx2?', archive).list?.items[0] ?? '', /40 ThunderX2/);
});

describe('an alternative is another of its kind', () => {
  for (const [question, subjects] of [
    ['alternatives to foodb on arm64', ['Quernd']],
    ['is there an alternative to quernd on arm64?', ['Foodb']],
    ['which databases other than foodb run on arm64?', ['Quernd']],
    ['any replacement for sievectl?', ['Wheatbox']],
  ] as const)
    test(question, () => assert.deepEqual(listOf(question)[1], subjects));

  test('and never the thing itself, when it was talked about', () => {
    const { list } = converse('does foodb run on arm64?', 'any alternative?');
    assert.deepEqual(
      list?.items.map((item) => item.split(',')[0]),
      ['Quernd'],
    );
  });
});

test('what is said of how something runs is no thing that runs', () => {
  const told = [
    ['speed of Foodb', 'The speed of Foodb is good on arm64.'],
    ['3d-printed mill', 'The 3d-printed mill fits arm64.'],
    ['Foodb', 'Foodb runs on arm64.'],
  ] as const;
  const archive = inventArchive({
    '2031-W07': {
      text: `### Mills\n\n${told.map(([, says]) => says).join(' ')}\n`,
      facts: told
        .map(
          ([name, says]) =>
            `- article: Mills\n  says: ${says}\n  about: [${name}]\n  on: [arm64]\n  status: yes\n  asks: [how is it?]\n`,
        )
        .join(''),
    },
  });
  const { lead, list } = answerQuestion('what runs on arm64?', archive);
  assert.match(lead, /1 thing runs on arm64/);
  assert.match(list?.items[0] ?? '', /^Foodb,/);
});
