import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { answerQuestion } from '#answering/answers/answer-question.ts';
import { converse, shownOf } from '../ask-mill.ts';
import { inventArchive } from '../invented-archive.ts';

describe('a follow-up keeps the subject', () => {
  // conversation, verdict, what the answer shows.
  for (const [questions, verdict, shown] of [
    [['does quernd run on armv6?', 'what about arm64?'], 'yes', /Quernd 2\.1 runs on arm64/],
    [['does quernd run on armv6?', 'and on windows?'], 'no', /no Quernd for Windows/],
    [['does quernd run on armv6?', 'windows?'], 'no', /no Quernd for Windows/],
    [['does quernd run on armv6?', 'ok, and on a pi zero w?'], 'yes', /A Raspberry Pi Zero is armv6/],
    [['does quernd run on armv6?', 'what about arm64?', 'and on windows?', 'and x86_64?'], 'yes', /and x86_64/],
    [['does quernd run on armv6?', 'does it run on windows too?'], 'no', /no Quernd for Windows/],
    [['what is quernd?', 'does it run on arm64?'], 'yes', /Quernd 2\.1 runs on arm64/],
    [['does quernd run on armv6?', 'what about riscv?'], 'unknown', /whether Quernd runs on riscv64/],
    [['does quernd run on riscv?', 'and on arm64?'], 'yes', /Quernd 2\.1 runs on arm64/],
    [['quernd armv6', 'arm64'], 'yes', /Quernd 2\.1 runs on arm64/],
    [['tell me about quernd', 'and on windows?'], 'no', /no Quernd for Windows/],
    [['tell me about the tarn one', 'does rillos run on it?'], 'in-progress', /port of Rillos to the Tarn One/],
    // The one thing that a list is of.
    [['what runs on the tarn one?', 'does rillos run on it?'], 'in-progress', /port of Rillos to the Tarn One/],
    [['does quernd run on windows?', 'and is there foodb for it?'], 'partly', /Foodb/],
    // Another place, in the words of a chat.
    [['does quernd run on armv6?', 'hm, would windows do?'], 'no', /no Quernd for Windows/],
    [['does quernd run on armv6?', 'could a raspberry pi 4 work too?'], 'yes', /A Raspberry Pi 4 is arm64/],
    [['does quernd run on windows?', 'does foodb?'], 'partly', /Foodb/],
  ] as const) {
    test(questions.join(' → '), () => {
      const answer = converse(...questions);
      assert.equal(answer.verdict, verdict, shownOf(answer));
      assert.match(shownOf(answer), shown);
    });
  }

  test('also in the place of what runs: what nobody wrote of it is not known', () => {
    for (const first of [
      'does rillos boot on the raspberry pi 4?',
      'does quernd run on arm64?',
      'tell me about the tarn one',
    ]) {
      const answer = converse(first, 'does netbsd run on it?');
      assert.equal(answer.answered, false, `${first}: ${shownOf(answer)}`);
    }
  });
});

test('another machine behind a question for a value is asked for that value, not as a place', () => {
  const says = ['The Rock64 has 4 cores.', 'The Pinebook has 8 cores.', 'Wokd runs on arm64.'];
  const books = inventArchive(
    {
      '2031-W07': {
        text: `### Books\n\n${says.join(' ')}\n`,
        facts: says
          .map(
            (one, i) =>
              `- article: Books\n  says: ${one}\n  about: [${['Rock64', 'Pinebook', 'Wokd'][i]}]\n  asks: [what of it?]\n`,
          )
          .join(''),
      },
    },
    '- { name: Rock64, kind: [laptop] }\n- { name: Pinebook, kind: [laptop] }\n- { name: Wokd, kind: [database] }\n',
  );
  const { followUp } = answerQuestion('how many cores does the rock64 have?', books);
  for (const question of ['and the pinebook?', 'what about the pinebook?'])
    assert.match(shownOf(answerQuestion(question, books, followUp)), /The Pinebook has 8 cores/, question);
});

test('what there is, is asked of what was talked about', () => {
  for (const question of ['is there a workaround?', 'any known problems?', 'ok, are there packages yet?']) {
    const { asked } = converse('does wheatbox run on armv6?', question);
    assert.match(asked, / for Wheatbox\?$/, question);
  }
  assert.equal(
    converse('does wheatbox run on armv6?', 'is there a workaround?').lead,
    'Wheatbox hangs on armv7; it starts there with --no-steam.',
  );
});

test('behind a list, whether something runs is asked of the place that the list is of', () => {
  for (const list of ['what runs on arm64?', 'which databases run on arm64?', 'i got an arm64 box. what runs on it?'])
    for (const question of ['does foodb?', 'and foodb?', 'what about foodb?']) {
      const { verdict, asked } = converse(list, question);
      assert.equal(verdict, 'yes', `${list} ${question} ${asked}`);
    }
  assert.match(converse('what runs on arm64?', 'and meal?').lead, /Meal 1\.9 runs on arm64/);
  // A system runs on a board, and is none that something else is to run on here.
  assert.equal(converse('what runs on the tarn one?', 'does rillos?').asked, 'does rillos run on tarn one?');
  assert.match(converse('which boards run rillos?', 'and the tarn one?').asked, /^does rillos run on tarn one\?$/i);
});

test('an alternative is whatever else of its kind runs there', () => {
  for (const question of ['any alternative?', 'are there alternatives to it', 'hm, any good replacement then?'])
    assert.match(shownOf(converse('does chaffql run on arm64?', question)), /databases? runs? on arm64/, question);
  assert.doesNotMatch(converse('what is meal?', 'any alternative?').lead, / run on /, 'nowhere in particular');
});

test('what runs on “it” is asked of the place that was talked about, not of what runs there', () => {
  for (const question of ['what else runs on it?', 'which databases are there for that one?', 'what runs on this?'])
    assert.match(
      converse('does quernd run on a raspberry pi zero?', question).lead,
      /runs? on .*Raspberry Pi Zero/,
      question,
    );
});

test('“it” is the machine where only a machine has what is asked for, and else what was talked about', () => {
  for (const [next, asked] of [
    ['how much is it?', 'how much is Tarn One?'],
    ['how many cores does it have?', 'how many cores does Tarn One have?'],
    ['who made it?', 'who made Rillos?'],
    ['how much memory does it need?', 'how much memory does Rillos need?'],
  ] as const)
    assert.equal(converse('does rillos run on the tarn one?', next).asked, asked);
  assert.equal(converse('tell me about quernd', 'how much does it cost?').asked, 'how much does Quernd cost?');
});

test('what “it” is may stand in the same question', () => {
  for (const question of ['i have a tarn one, does rillos run on it?', 'i use hopperfs. does it run on armv6?'])
    assert.equal(converse('does quernd run on arm64?', question).asked, question);
});

describe('a follow-up with a subject of its own changes it', () => {
  test('on the same target: "what about hopperfs?" asks what was asked of quernd', () => {
    const answer = converse('does quernd run on arm64?', 'what about hopperfs?');
    assert.equal(answer.verdict, 'yes', shownOf(answer));
    assert.equal(answer.lead, 'Hopperfs runs on the Raspberry Pi 3.');
    assert.equal(converse('does quernd run on windows?', 'and foodb?').verdict, 'partly');
  });

  test('and the next one is about that', () => {
    const answer = converse('does quernd run on armv6?', 'does foodb run on arm64?', 'and on windows?');
    assert.equal(answer.lead, 'Foodb runs on Windows without its cache.');
    assert.match(
      converse('does quernd run on arm64?', 'and foodb?', 'and on armv7?').lead,
      /whether Foodb runs on armv7/,
    );
  });

  test('a whole question is left as it is', () => {
    const answer = converse('does quernd run on armv6?', 'does wheatbox run on armv7?');
    assert.deepEqual([answer.verdict, answer.asked], ['partly', 'does wheatbox run on armv7?']);
  });

  test('a name that nobody wrote about is not answered by what was talked about before', () => {
    for (const words of ['and flurble?', 'what about flurble?', 'does flurble run on it?']) {
      const answer = converse('does quernd run on armv6?', words);
      assert.equal(answer.answered, false, `${words}: ${shownOf(answer)}`);
    }
  });
});

describe('a follow-up may ask for something else about the same subject', () => {
  for (const [words, shown] of [
    ['who announced it?', /Ada Weir announced Quernd 2\.1/],
    ['who makes it?', /made by Millsoft/],
    ['how much memory does it need?', /40 MB/],
    ['when did it come out?', /24 February 2031/],
    ['where is the source code?', /git\.example\/quernd/],
    ['since when?', /2031-W09: Quernd 2\.1/],
  ] as const)
    test(words, () => {
      const answer = converse('does quernd run on arm64?', words);
      assert.equal(answer.answered, true, shownOf(answer));
      assert.match(shownOf(answer), shown);
    });

  for (const words of ['really?', 'are you sure?', 'source?', 'link?', 'got a link?', 'proof?'])
    test(`${words}: the proof again, with its article`, () => {
      const answer = converse('does quernd run on arm64?', words);
      assert.equal(answer.lead, 'Quernd 2.1 runs on arm64.');
      assert.equal(answer.citations[0]?.links[0]?.url, 'https://quernd.example/2.1');
    });

  for (const words of ['tell me more', 'more', 'details?'])
    test(`${words}: all that is said of it`, () => {
      const { lead, list } = converse('does quernd run on arm64?', words);
      assert.equal(lead, 'Quernd is a database for grain, made by Millsoft.');
      assert.ok((list?.items.length ?? 0) > 1);
    });

  test('what is not known is not known, and not denied', () => {
    for (const words of ['is it free?', 'how much does it cost?', 'is it any good?'])
      assert.equal(converse('does quernd run on armv6?', words).answered, false, words);
  });
});

describe('what is no follow-up is not answered as one', () => {
  for (const words of ['thanks', 'thanks!', 'thank you', 'ok', 'cool', 'great, thanks', 'bye', '👍', 'lol']) {
    test(words, () => {
      const answer = converse('does quernd run on armv6?', words);
      assert.equal(answer.answered, false, shownOf(answer));
    });
  }

  test('and does not change what the conversation is about', () =>
    assert.equal(converse('does quernd run on armv6?', 'thanks!', 'and on windows?').verdict, 'no'));

  test("what's in week 12?", () =>
    assert.match(converse('does quernd run on armv6?', "what's in week 12?").lead, /2031-W12/));

  test('who won the world cup?', () =>
    assert.equal(converse('does quernd run on armv6?', 'who won the world cup?').answered, false));

  test('without a question before it, a follow-up has no subject and says so', () => {
    for (const words of ['link?', 'since when?', 'is it out?', 'does it run on arm64?', 'and on windows?', 'really?']) {
      const answer = converse(words);
      assert.equal(answer.answered, false, `${words}: ${shownOf(answer)}`);
    }
  });
});

test('an answer names the question that gives it by itself', () => {
  for (const [first, then] of [
    ['does quernd run on arm64?', 'and on windows?'],
    ['does quernd run on arm64?', 'who announced it?'],
    ['does quernd run on arm64?', 'what about hopperfs?'],
  ] as const) {
    const { asked, ...answer } = converse(first, then);
    const { asked: again, ...alone } = converse(asked);
    assert.deepEqual([alone, again], [answer, asked], `${then} -> ${asked}`);
  }
});

test('what asks for machines by itself is on no subject of before', () => {
  const { asked } = converse('does quernd run on armv6?', 'which databases have 8 GB of memory?');
  assert.equal(asked, 'which databases have 8 GB of memory?');
});

test('what stood beside a silence is nothing that was talked about', () => {
  const { asked } = converse('does quernd run on armv6?', 'what is the colour of the moon?', 'and on windows?');
  assert.equal(asked, 'does quernd run on windows?');
});
