import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { answerQuestion } from '#answering/answers/answer-question.ts';
import { fitsKind, holdsWanted, readWanted, type Wanted } from '#answering/question/fits-kind.ts';
import { readQuestionKind } from '#answering/question/question-kind.ts';
import { ask, shownOf } from '../ask-mill.ts';
import { inventArchive } from '../invented-archive.ts';

describe('which value a question asks for', () => {
  for (const [question, wanted] of [
    ['how much does foodb cost?', 'price'],
    ['what is the price of foodb?', 'price'],
    ['how expensive is a tarn one', 'price'],
    ['how much is foodb?', 'price'],
    ['what does a tarn one go for?', 'price'],
    ['what does the tarn one start at?', 'price'],
    ['how much would a tarn one set me back?', 'price'],
    ['how much did the campaign bring in?', 'sum'],
    ['how many euros per core do they ask for quernd?', 'sum'],
    ['how much would a tarn one be?', 'price'],
    ['what does commercial support for quernd cost?', 'fee'],
    ['how much is a quernd subscription?', 'fee'],
    ['what did millsoft bid for the barn?', 'sum'],
    ['what was the deal worth in dollars, how much money?', 'sum'],
    ['how much memory would it use?', 'number'],
    ['how many users does quernd have?', 'number'],
    ['how fast is quernd on arm64?', 'speed'],
    ['how much memory does quernd need?', 'number'],
    ['how much does a tarn one weigh?', 'weight'],
    ['who leads the port?', 'human'],
    ['who makes quernd?', 'person'],
    ['who are the authors of quernd?', 'human'],
    ['what are the names of the inventors of meal?', 'human'],
    ['what are the names of the releases of meal?', 'any'],
    ['when will it be out?', 'due'],
    ['when is quernd 3 due?', 'due'],
    ['when was it out?', 'date'],
    ['when do they ship the mills?', 'due'],
    ['where is millsoft based?', 'place'],
    ['in which city does millsoft sit?', 'place'],
    ['where is the source code?', 'any'],
    ['who is the chief executive of millsoft?', 'human'],
    ['who is cfo at millsoft?', 'human'],
    ['how long does it run on one charge?', 'duration'],
    ['what do they charge for quernd?', 'price'],
    ['quernd modem max download speed', 'number'],
    ['tarn one battery life', 'number'],
    ['how much faster is quernd 2?', 'factor'],
    ['how much power does quernd draw?', 'number'],
    ['how much money did the tarn one collect?', 'sum'],
    ['until when is quernd supported?', 'end'],
    ['till which year does foodb get updates?', 'end'],
    ['by what date must the papers be in?', 'end'],
    ['by when do i have to send it in?', 'end'],
    ['foodb 2 end of support', 'end'],
    ['foodb eol', 'end'],
    ['is foodb at its end of life?', 'any'],
    ['by what unit is foodb billed?', 'any'],
    ['foodb release date', 'date'],
    ['which version of quernd runs there?', 'version'],
    ['does quernd run on arm64?', 'any'],
    ['what is quernd?', 'any'],
    ['is quernd faster there than on a board of the same price?', 'any'],
    ['where is the report on the cost of ownership?', 'any'],
    ['is foodb on arm64 free or paid only?', 'price'],
    ['is the arm64 build of quernd free of charge?', 'price'],
    ['is quernd free?', 'price'],
    ['do i have to pay for quernd on arm64?', 'price'],
    ['is quernd free software?', 'any'],
    ['is the free edition of quernd there for arm64?', 'any'],
    ['is the tarn one fan-free?', 'any'],
    ['which packages have to be brought up to date for quernd?', 'any'],
  ] as const satisfies readonly (readonly [string, Wanted])[])
    test(`${question} – ${wanted}`, () =>
      assert.equal(readWanted(readQuestionKind(question, false), question), wanted));
});

describe('a value that the archive gives is told', () => {
  for (const [question, value] of [
    ['how much does foodb cost?', '40 euros'],
    ['what is the price of foodb?', '40 euros'],
    ['how much memory does quernd need?', '40 MB'],
    ['who leads the port of quernd?', 'Ada Weir'],
    ['who announced quernd 2.1?', 'Ada Weir'],
    ['who makes quernd?', 'Millsoft'],
    ['who is ada weir?', 'Ada Weir'],
    ['when did quernd 2.1 come out?', '24 February 2031'],
    ['when will chaffql be out for arm64?', 'May 2031'],
    ['which version of quernd runs on arm64?', '2.1'],
    ['which version of meal runs on arm64?', '1.9'],
    ['where is the source code of quernd?', 'git.example/quernd'],
    ['what is quernd?', 'database for grain'],
    ['how do i get wheatbox to start on armv7?', '--no-steam'],
    ['wheatbox armv7 workaround', '--no-steam'],
  ] as const) {
    test(question, () => {
      const answer = ask(question);
      assert.equal(answer.answered, true, answer.lead);
      assert.equal(answer.verdict, undefined);
      assert.ok(answer.lead.includes(value), shownOf(answer));
    });
  }

  test('an address may be proven by a link, which is the quote then', () =>
    assert.equal(ask('where is the source code of quernd?').citations[0]?.quote, 'https://git.example/quernd'));
});

describe('when it was is told by its own date, and not by that of a talk on it or of who tells it', () => {
  const sentences = [
    ['Foodb', 'Foodb 3.8 is out as of June 2031.'],
    ['Foodb', 'Jane Doe, who founded Foodb, will give a talk on Foodb on 23 July 2031.'],
    ['Millsoft', 'Millsoft buys Grainworks in order to become larger, says the Mill Gazette in May 2031.'],
    ['Millsoft', 'Millsoft announced on 6 June 2031 that it has completed the purchase of Grainworks.'],
    ['Millfair', 'Millfair, held since 2010, is about the milling of everything.'],
    ['Millfair', 'Millfair takes place in Vienna from 1 to 5 July 2031.'],
  ] as const;
  const archive = inventArchive(
    {
      '2031-W26': {
        text: `### News\n\n${sentences.map(([, says]) => says).join('\n\n')}\n`,
        facts: sentences
          .map(
            ([name, says]) =>
              `- article: News\n  says: "${says}"\n  about: [${name}, Grainworks]\n  asks: [what about ${name}?]\n`,
          )
          .join(''),
      },
    },
    '- { name: Foodb, kind: [database] }\n- { name: Millfair, kind: [event] }\n',
  );
  for (const [question, says] of [
    ['when was foodb 3.8 released?', /^Foodb 3\.8 is out/],
    ['when does foodb 3.8 come out?', /^Foodb 3\.8 is out/],
    ['when did millsoft buy grainworks?', /^Millsoft announced on 6 June/],
    ['when is millfair?', /^Millfair takes place/],
  ] as const)
    test(question, () => assert.match(answerQuestion(question, archive).lead, says));
});

describe('what was raised is no price, and what a thing costs is told by its article', () => {
  const archive = inventArchive(
    {
      '2031-W10': {
        text: '### Boards\n\nThe Grainboard raised $361,000 by June 2031. The Ovenboard is a board with 16 GB of memory. The Ovenboard costs $499.',
        facts: `
- article: Boards
  says: The Grainboard raised $361,000 by June 2031.
  about: [Grainboard]
  asks: [how much money did the grainboard raise?]
- article: Boards
  says: The Ovenboard is a board with 16 GB of memory.
  about: [Ovenboard]
  asks: [what is the ovenboard?]
- article: Boards
  says: The Ovenboard costs $499.
  about: [Ovenboard]
  asks: [what is the price of the ovenboard?]
`,
      },
    },
    '- { name: Grainboard, kind: [board] }\n- { name: Ovenboard, kind: [board] }\n',
  );

  test('of the campaign it is the answer, of the board none', () => {
    assert.match(answerQuestion('how much money did the grainboard raise?', archive).lead, /361,000/);
    const price = answerQuestion('what does a grainboard cost?', archive);
    assert.equal(price.answered, false, price.lead);
  });

  test('so is how its price is counted, where no sum is told', () => {
    const says = 'Grainix is charged per core, and on large mills per socket.';
    const priced = inventArchive(
      {
        '2031-W10': {
          text: `### Grainix\n\n${says}\n`,
          facts: `- article: Grainix\n  says: ${says}\n  about: [Grainix]\n  asks: [how does grainix count what one pays?]\n`,
        },
      },
      '- { name: Grainix, kind: [distribution] }\n',
    );
    assert.equal(answerQuestion('what is the price of grainix, per core or what?', priced).lead, says);
  });

  test('that a thing is free is no price of what is sold beside it', () => {
    const says = 'Grainix is free; paid support can be had as well.';
    const free = inventArchive(
      {
        '2031-W10': {
          text: `### Grainix\n\n${says}\n`,
          facts: `- article: Grainix\n  says: ${says}\n  about: [Grainix]\n  asks: [what does grainix cost?]\n`,
        },
      },
      '- { name: Grainix, kind: [distribution] }\n',
    );
    assert.equal(answerQuestion('how much is grainix?', free).lead, says);
    assert.equal(answerQuestion('how much is support for grainix?', free).answered, false);
  });

  test('a price of the thing as the question describes it', () =>
    assert.equal(answerQuestion('what does the 16 GB ovenboard sell for?', archive).lead, 'The Ovenboard costs $499.'));
});

describe('a value that it does not give is silence, though the subject is there', () => {
  for (const question of [
    'how much does quernd cost?',
    'what is the price of sievectl?',
    'how much memory does foodb need?',
    'how many cores does quernd need?',
    'how many users does quernd have?',
    'who leads foodb?',
    'who makes hopperfs?',
    'when was foodb released?',
    'when was quernd founded?',
    'which version of foodb is the latest?',
    'what language is quernd written in?',
    'where is the source code of foodb?',
    'does quernd support clustering?',
    'is quernd ready for production?',
    'how much faster is foodb than quernd?',
  ]) {
    test(question, () => {
      const answer = ask(question);
      assert.equal(answer.answered, false, shownOf(answer));
    });
  }
});

test('where something is to be had or takes place: by an address, or by the name of a place', () => {
  const sayings = [
    'Foodb is at https://git.example/foodb today.',
    'The mill fair is in Berlin.',
    'Quernd grinds.',
    'The mill is in there.',
  ];
  const archive = inventArchive({
    '2031-W07': {
      text: `### Foodb\n\n${sayings.join(' ')}\n`,
      facts: sayings
        .map((says) => `- article: Foodb\n  says: ${says}\n  about: [Foodb]\n  asks: [what of foodb?]\n`)
        .join(''),
    },
  });
  assert.deepEqual(
    archive.index.facts.map((fact) => fitsKind('where', fact)),
    [true, true, false, false],
  );
});

test('by when something has been done is not when', () => {
  const sayings: Readonly<Record<string, boolean>> = {
    'By May 2031 Millsoft has bought Quernd.': false,
    'By the end of 2031 Millsoft will have bought Quernd.': true,
    'Millsoft bought Quernd on 6 May 2031.': true,
    'By 6 May 2031 papers have to be in.': true,
  };
  const archive = inventArchive({
    '2031-W07': {
      text: `### Quernd\n\n${Object.keys(sayings).join(' ')}\n`,
      facts: Object.keys(sayings)
        .map((says) => `- article: Quernd\n  says: ${says}\n  about: [Quernd]\n  asks: [what of quernd?]\n`)
        .join(''),
    },
  });
  assert.deepEqual(
    archive.index.facts.map((fact) => holdsWanted('date', fact)),
    Object.values(sayings),
  );
});

test('how fast a thing is may be told in words', () => {
  const says = (question: string) =>
    answerQuestion(
      question,
      inventArchive(
        {
          '2031-W07': {
            text: '### Foodb 9\n\nFoodb 9 is much faster on arm64 than Foodb 8.\n',
            facts:
              '- article: Foodb 9\n  says: Foodb 9 is much faster on arm64 than Foodb 8.\n  about: [Foodb]\n  on: [arm64]\n  status: yes\n  asks: [is foodb 9 faster than foodb 8?]\n',
          },
        },
        '- { name: Foodb, kind: [database] }\n',
      ),
    );
  assert.equal(says('how fast is foodb 9 on arm64?').lead, 'Foodb 9 is much faster on arm64 than Foodb 8.');
  assert.equal(says('how big is foodb 9 on arm64?').answered, false);
});

test('when something will be is no day on which it was still to come, nor is a bare number how much faster it is', () => {
  const sayings = [
    'In February 2031 the port of Quernd is under way.',
    'Quernd is planned, says Ada Weir in an interview of February 2031.',
    'Quernd will come in February 2031.',
    'Quernd is due in May.',
    'Two options make Quernd faster.',
    'Quernd is twice as fast as Foodb.',
  ];
  const archive = inventArchive({
    '2031-W07': {
      text: `### Quernd\n\n${sayings.join(' ')}\n`,
      facts: sayings
        .map((says) => `- article: Quernd\n  says: ${says}\n  about: [Quernd]\n  asks: [what of quernd?]\n`)
        .join(''),
    },
  });
  const fits = (wanted: Wanted) => archive.index.facts.map((fact) => holdsWanted(wanted, fact));
  assert.deepEqual(fits('due').slice(0, 4), [false, false, true, true]);
  assert.deepEqual(fits('date').slice(0, 4), [true, true, true, true]);
  assert.deepEqual(fits('factor').slice(4), [false, true]);
});

test('where somebody sits is told by the name of a place, and by no address or month', () => {
  const sayings = [
    'Millsoft of Berlin makes Quernd.',
    'Millsoft sits in Mill Town, in the north.',
    'Millsoft writes about Quernd at millsoft.example/news/quernd.',
    'Millsoft released Quernd in May 2031.',
  ];
  const archive = inventArchive({
    '2031-W07': {
      text: `### Quernd\n\n${sayings.join(' ')}\n`,
      facts: sayings
        .map((says) => `- article: Quernd\n  says: ${says}\n  about: [Millsoft]\n  asks: [what of millsoft?]\n`)
        .join(''),
    },
  });
  assert.deepEqual(
    archive.index.facts.map((fact) => holdsWanted('place', fact)),
    [true, true, false, false],
  );
});

test('what may be is no month', () => {
  const says = 'The Tarn One may suit who mills far away.';
  const archive = inventArchive(
    {
      '2031-W07': {
        text: `### Boards\n\n${says}\n`,
        facts: `- article: Boards\n  says: ${says}\n  about: [Tarn One]\n  asks: [whom does the tarn one suit?]\n`,
      },
    },
    '- { name: Tarn One, kind: [laptop] }\n',
  );
  assert.equal(answerQuestion('when was the tarn one announced?', archive).answered, false);
});
