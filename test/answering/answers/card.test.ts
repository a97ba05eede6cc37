import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { answerQuestion } from '#answering/answers/answer-question.ts';
import { ask, shownOf } from '../ask-mill.ts';
import { inventArchive } from '../invented-archive.ts';

test('a card has nothing that nobody has checked, where anything else is said of the thing', () => {
  const facts =
    '- article: Grainbook\n  says: The Grainbook has a lid.\n  about: [Grainbook]\n  asks: [what has the grainbook?]\n';
  const archive = inventArchive(
    {
      '2031-W10': { text: '### Grainbook\n\nThe Grainbook has a lid.\n', facts },
      '2031-W12': { text: '### More\n\nThe Grainbook is in the news of this week.\n', facts: '' },
    },
    '- { name: Grainbook, kind: [laptop] }\n',
  );
  assert.equal(answerQuestion('tell me about the grainbook', archive).lead, 'The Grainbook has a lid.');
});

describe('a card tells what a thing is, where it runs, and its newest news', () => {
  for (const question of [
    'tell me about quernd',
    'quernd',
    'Quernd?',
    'what do you know about quernd?',
    'anything about quernd?',
    'anything else about quernd?',
    'what does the archive say about quernd?',
    'hey, can you tell me about the quern daemon?',
    'tell me about qurend',
    'status of quernd',
  ])
    test(question, () => {
      const { lead, list, verdict, answered } = ask(question);
      assert.equal(lead, 'Quernd is a database for grain, made by Millsoft.');
      assert.deepEqual(list?.items, [
        'armv6: yes (2029-W40)',
        'armv7: yes (2029-W40)',
        'x86_64: yes (2029-W40)',
        'arm64: yes (2031-W09)',
        'Windows: no (2029-W40)',
      ]);
      assert.deepEqual([answered, verdict], [true, undefined]);
    });

  test('its news with their issues, none that the card has already', () => {
    const { notes, lead } = ask('tell me about quernd');
    assert.ok(notes.includes('Ada Weir announced Quernd 2.1 on 24 February 2031. (2031-W09)'), notes.join(' '));
    assert.ok(!notes.some((note) => note.startsWith(lead)), notes.join(' '));
  });

  test('asked for news, it begins with the newest, one of an article, and with no address where anything else is said', () => {
    for (const question of [
      'any news on quernd?',
      'latest on quernd',
      'what is the newest thing about quernd?',
      'whats new with quernd',
    ]) {
      const { lead, notes } = ask(question);
      assert.equal(lead, 'Quernd 2.1 runs on arm64.', question);
      assert.deepEqual(notes, [
        'Work on Quernd for arm64 is under way. (2030-W50)',
        'Quernd is a database for grain, made by Millsoft. (2029-W40)',
      ]);
    }
  });

  test('of what nothing says what it is, the newest that is said of it', () => {
    assert.equal(ask('tell me about meal').lead, 'Meal 1.9 runs on arm64.');
    assert.match(ask('tell me about ada weir').lead, /Ada Weir/);
  });

  test('cites each article that it is made of', () => {
    const { citations } = ask('tell me about rillos');
    assert.deepEqual(
      citations.map(({ source }) => source.heading),
      ['Rillos for boards', 'The Tarn One'],
    );
  });
});

describe('of what an archive says of a thing', () => {
  const issueOf = (...says: readonly string[]) => ({
    text: `### Wokd\n\n${says.join(' ')}\n`,
    facts: says
      .map((one) => {
        const [, on] = / runs on (\w+)\.$/.exec(one) ?? [];
        const status = on === undefined ? '' : `  on: [${on}]\n  status: yes\n`;
        return `- article: Wokd\n  says: ${one}\n  about: [Wokd]\n${status}  asks: [what of wokd?]\n`;
      })
      .join(''),
  });
  const cardOf = (question: string, issues: readonly ReturnType<typeof issueOf>[]) =>
    answerQuestion(
      question,
      inventArchive(Object.fromEntries(issues.map((issue, week) => [`2031-W1${week}`, issue] as const))),
    );

  test('the newest word on what it is holds', () => {
    const { lead } = cardOf('tell me about wokd', [issueOf('Wokd is a mill.'), issueOf('Wokd is a database.')]);
    assert.equal(lead, 'Wokd is a database.');
  });

  test('praise that ends in its name does not tell what it is', () => {
    const { lead } = cardOf('tell me about wokd', [
      issueOf('Of all the mills we know Wokd is the quickest.'),
      issueOf('New in Wokd 9 are the sieves.'),
      issueOf('Wokd grinds oats.'),
    ]);
    assert.equal(lead, 'Wokd grinds oats.');
  });

  test('what it is comes before all else, also where nothing but that is asked', () => {
    const issues = [issueOf('The new Wokd is a mill.', 'Wokd costs $40.'), issueOf('The list price of Wokd is $30.')];
    for (const question of ['what is wokd?', "what's the wokd", 'so, what is the wokd?'])
      assert.equal(cardOf(question, issues).lead, 'The new Wokd is a mill.', question);
    assert.match(cardOf('what is the price of wokd?', issues).lead, /\$/);
    assert.notEqual(cardOf('what is wokd built on?', issues).lead, 'The new Wokd is a mill.');
  });

  test('what has a longer name is another thing', () => {
    const { lead } = cardOf('tell me about wokd', [issueOf('Wokd Fair is an event.'), issueOf('Wokd grinds oats.')]);
    assert.equal(lead, 'Wokd grinds oats.');
  });

  test('where it runs is told once, as where it stands', () => {
    const { lead, notes, list } = cardOf('tell me about wokd', [
      issueOf('Wokd is a mill.', 'Wokd grinds oats.'),
      issueOf('Wokd runs on arm64.'),
    ]);
    assert.deepEqual([lead, notes], ['Wokd is a mill.', ['Wokd grinds oats. (2031-W10)']]);
    assert.deepEqual(list?.items, ['arm64: yes (2031-W11)']);
  });

  test('no news is where it is to be found, though its article says that first', () => {
    const { lead } = cardOf('any news on wokd?', [
      issueOf('The code of Wokd is on https://git.example/wokd now.', 'Wokd grinds oats.'),
    ]);
    assert.equal(lead, 'Wokd grinds oats.');
  });
});

describe('no card where something else is asked', () => {
  test('of it', () => {
    for (const question of [
      'tell me about the price of quernd',
      'what about quernd on windows?',
      'tell me about the licence of quernd',
    ])
      assert.equal(ask(question).list, undefined, `${question}: ${shownOf(ask(question))}`);
  });

  test('of what nobody has written about', () => {
    const answer = ask('tell me about flurble');
    assert.deepEqual([answer.answered, answer.lead], [false, 'The archive has nothing about “flurble”.']);
    assert.equal(ask('tell me about quernd-sync').answered, false);
  });
});
