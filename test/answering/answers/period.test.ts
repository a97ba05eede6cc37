import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { answerQuestion } from '#answering/answers/answer-question.ts';
import { ask, converse, shownOf } from '../ask-mill.ts';
import { inventArchive } from '../invented-archive.ts';

const newest = ['Wheatbox hangs at its start', 'Meal 1.9', 'The Tarn One'];

describe('what is new is what the newest issue is about', () => {
  for (const question of [
    "what's new?",
    'what’s new?',
    'whats new',
    'whats new in the latest issue',
    'thanks, what’s new?',
    'what did I miss?',
    'what happened last week?',
    'thx! and whats in the newest issue?',
    'what is new this week?',
    'any news?',
    'latest news',
    'news',
    'what happened this week?',
    "what's in the latest issue?",
    'the newest issue',
    'show me the last newsletter',
    'hi, what is in the current issue?',
  ])
    test(question, () => {
      const answer = ask(question);
      assert.deepEqual(answer.list?.items, newest, shownOf(answer));
      assert.match(answer.lead, /2031-W12/);
      assert.deepEqual([answer.answered, answer.verdict], [true, undefined]);
    });
});

describe('what an issue is about', () => {
  for (const [question, issue] of [
    ["what's in week 50?", '2030-W50'],
    ['what was in 2029-W40?', '2029-W40'],
    ['what is in the issue of week 9?', '2031-W09'],
    ['what was in w09', '2031-W09'],
    ['what happened in w12 2031', '2031-W12'],
    ['what was in week 12 2031?', '2031-W12'],
    ['show me week 40 of 2029', '2029-W40'],
    ['contents of 2031 week 12', '2031-W12'],
    ['what was in issue 50?', '2030-W50'],
    ['what did issue #9 say?', '2031-W09'],
    ['show me the previous issue', '2031-W09'],
    ['what was in the first issue of 2031?', '2031-W09'],
    ['what was the first issue of March 2031 about?', '2031-W12'],
    ['the last issue of 2030', '2030-W50'],
    ['show me the very first issue', '2029-W40'],
    ['what is in the issue before the latest?', '2031-W09'],
  ] as const)
    test(question, () => {
      const answer = ask(question);
      assert.match(answer.lead, new RegExp(issue), shownOf(answer));
      assert.ok((answer.list?.items.length ?? 0) > 1);
    });

  test('of several years’ weeks, the newest', () => {
    const archive = inventArchive({ '2030-W07': '### Quernd\n\nOld.\n', '2031-W07': '### Foodb\n\nNew.\n' });
    assert.deepEqual(answerQuestion("what's in week 7?", archive).list?.items, ['Foodb']);
    assert.deepEqual(answerQuestion("what's in week 7 of 2030?", archive).list?.items, ['Quernd']);
  });

  test('that is not there is silence, and not another issue', () => {
    for (const question of ["what's in week 30?", 'what was in 2031-W40?', 'what was in week 50 of 2031?']) {
      const answer = ask(question);
      assert.equal(answer.answered, false, `${question}: ${shownOf(answer)}`);
    }
  });
});

describe('what happened in a month or a year is its issues, newest first', () => {
  for (const [question, name, issues] of [
    ['what happened in 2031?', '2031', ['2031-W12', '2031-W09']],
    ['what happend in 2031?', '2031', ['2031-W12', '2031-W09']],
    ['what hapened in 2031', '2031', ['2031-W12', '2031-W09']],
    ['whats hapenning in 2031', '2031', ['2031-W12', '2031-W09']],
    ['what was new in 2030?', '2030', ['2030-W50']],
    ['what happened in december 2030?', 'December 2030', ['2030-W50']],
    ['what happened in March?', 'March 2031', ['2031-W12']],
    ['what changed last month?', 'February 2031', ['2031-W09']],
    ['what happened last year?', '2030', ['2030-W50']],
    ['what happened this year?', '2031', ['2031-W12', '2031-W09']],
  ] as const)
    test(question, () => {
      const { lead, list } = ask(question);
      assert.ok(lead.startsWith(`${name}: ${issues.length} `), lead);
      assert.deepEqual(
        list?.items.map((item) => item.split(':')[0]),
        issues,
      );
    });

  test('a month without its year is the newest of that name', () => {
    const text = '### Mills\n\nFoodb runs on arm64.\n';
    const archive = inventArchive({ '2030-W11': text, '2031-W11': text });
    assert.match(answerQuestion('what happened in March?', archive).lead, /^March 2031: 1 /);
    assert.match(answerQuestion('what happened in March 2030?', archive).lead, /^March 2030: 1 /);
  });

  test('each with its first headlines, and the issue to ask for next', () => {
    const { list, suggestions } = ask('what happened in 2030?');
    assert.match(list?.items[0] ?? '', /Quernd on 64-bit Arm; Sievectl 2; Rillos for boards/);
    assert.deepEqual(suggestions, ['issue 2030-W50']);
  });

  test('of which there is none is silence', () => {
    for (const question of ['what happened in 2024?', 'what happened in june 2031?'])
      assert.equal(ask(question).answered, false, question);
  });

  test('of a year that the archive does not reach, what it does reach is said', () => {
    const { lead, suggestions } = ask('what happened in 2024?');
    assert.equal(lead, 'I have no issue of 2024; the archive is of 2029 to 2031.');
    assert.deepEqual(suggestions, ['what happened in 2031?']);
    assert.equal(converse('does quernd run on arm64?', 'what happened in 2024?').lead, lead);
  });

  test('the newest twelve of a long year, and the number of all', () => {
    const weeks = Array.from({ length: 14 }, (_, n) => `2031-W${String(n + 10)}`);
    const archive = inventArchive(
      Object.fromEntries(weeks.map((week) => [week, `### Quernd in ${week}\n\nIt is out.\n`])),
    );
    const { lead, list } = answerQuestion('what happened in 2031?', archive);
    assert.match(lead, /^2031: 14 issues, the newest 12:/);
    assert.equal(list?.items.length, 12);
    assert.match(list?.items[0] ?? '', /^2031-W23/);
  });
});

describe('the news of a month or a year, in other words', () => {
  for (const [question, lead] of [
    ['news from march 2031', /^March 2031: /],
    ['the news of December 2030', /^December 2030: /],
    ['headlines for march 2031?', /^March 2031: /],
    ['march 2031', /^March 2031: /],
    ['2031?', /^2031: 2 issues/],
  ] as const)
    test(question, () => assert.match(ask(question).lead, lead));

  test('last week is that of the newest issue', () => assert.match(ask("show me last week's issue").lead, /2031-W12/));
});

test('what is asked of a subject in a period is no question about the period', () => {
  for (const question of [
    'what is new with quernd?',
    'when did quernd 2.1 come out?',
    'does quernd run on arm64 this year?',
    'what changed in quernd since 2030?',
  ])
    assert.match(shownOf(ask(question)), /Quernd/, question);
});

test('an issue that is not there by its number: said, and that a number is a week', () => {
  const { answered, lead, suggestions } = ask('what did issue 60 say?');
  assert.equal(answered, false);
  assert.match(lead, /no issue of a week 60; a number is a week here/);
  assert.deepEqual(suggestions, ['issue 2031-W12']);
});

test('last month and last year are told from where they are counted', () => {
  assert.deepEqual(ask('what happened last week?').notes, ['Counted from the newest issue, 2031-W12 (21 March 2031).']);
  assert.deepEqual(ask("what's new?").notes, []);
  assert.deepEqual(ask('what happened last month?').notes, [
    'Counted from the newest issue, 2031-W12 (21 March 2031).',
  ]);
  assert.deepEqual(ask('what happened in 2031?').notes, []);
});
