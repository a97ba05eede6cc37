import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { answerQuestion } from '#answering/answers/answer-question.ts';
import { ask, converse, shownOf } from '../ask-mill.ts';
import { inventArchive } from '../invented-archive.ts';

describe('since when', () => {
  for (const [question, issue] of [
    ['since when does quernd run on arm64?', '2031-W09'],
    ['since when has rillos been on the raspberry pi 4?', '2030-W50'],
    ['since which issue does quernd run on armv6?', '2029-W40'],
    ['from which issue on does quernd run on armv6?', '2029-W40'],
    ['how long has quernd been on arm64?', '2031-W09'],
    ['since when does foodb run on windows?', '2031-W09'],
    ['when did quernd get arm64 support?', '2031-W09'],
    ['when did quernd start to run on arm64?', '2031-W09'],
  ] as const)
    test(`${question} ${issue}`, () => {
      const answer = ask(question);
      assert.equal(answer.answered, true, answer.lead);
      assert.equal(answer.citations[0]?.source.issueId, issue, shownOf(answer));
      assert.match(answer.lead, new RegExp(issue));
    });

  test('is the first issue since it last did not, where later ones say so again', () => {
    const facts = (says: string, status: string) =>
      `- article: Wokd\n  says: ${says}\n  about: [Wokd]\n  on: [arm64]\n  status: ${status}\n  asks: [does wokd run on arm64?]\n`;
    const issueOf = (says: string, status: string) => ({ text: `### Wokd\n\n${says}\n`, facts: facts(says, status) });
    const archive = inventArchive({
      '2030-W50': issueOf('Wokd 1 runs on arm64.', 'yes'),
      '2031-W02': issueOf('Wokd does not run on arm64.', 'no'),
      '2031-W09': issueOf('Wokd now runs on arm64.', 'yes'),
      '2031-W20': issueOf('Wokd 2 runs on arm64.', 'yes'),
    });
    const { citations, notes } = answerQuestion('since when does wokd run on arm64?', archive);
    assert.equal(citations[0]?.source.issueId, '2031-W09');
    assert.match(notes.join(' '), /2031-W20/, 'the newest is told, too');
  });

  test('counts from the thing that was asked of, though the newest is said of a part of it', () => {
    const row = (says: string, about: string, status: string, asks: string) => ({
      text: `### Wokd\n\n${says}\n`,
      facts: `- article: Wokd\n  says: ${says}\n  about: [${about}]\n  on: [arm64]\n  status: ${status}\n  asks: [${asks}]\n`,
    });
    const archive = inventArchive({
      '2030-W50': row('The mill can be had with arm64.', 'Wokd', 'yes', 'where is the mill at home?'),
      '2031-W20': row(
        'The lamp of Wokd is supported on arm64, but not at night.',
        'Wokd lamp, Wokd',
        'partly',
        'is wokd supported on arm64?',
      ),
    });
    assert.match(answerQuestion('since when is wokd supported on arm64?', archive).lead, /2030-W50/);
  });

  test('counts what is said of an earlier version, and what is to come ends nothing', () => {
    const row = (about: string, says: string, status: string) => ({
      text: `### Wokd\n\n${says}\n`,
      facts: `- article: Wokd\n  says: ${says}\n  about: [${about}]\n  on: [arm64]\n  status: "${status}"\n  asks: [how is ${about}?]\n`,
    });
    const archive = inventArchive(
      {
        '2030-W40': row('Wokd', 'Wokd is to come for arm64.', 'planned'),
        '2030-W50': row('Wokd 1', 'Wokd 1 runs on arm64.', 'yes'),
        '2031-W02': row('Wokd', 'The next Wokd for arm64 is to be quicker.', 'planned'),
        '2031-W09': row('Wokd', 'Wokd runs well on arm64.', 'yes'),
      },
      '- { name: Wokd, kind: [tool] }\n',
    );
    const { citations } = answerQuestion('since when does wokd run on arm64?', archive);
    assert.equal(citations[0]?.source.issueId, '2030-W50');
  });

  test('of what was talked about', () =>
    assert.match(converse('does quernd run on arm64?', 'since when?').lead, /2031-W09: Quernd 2\.1 runs on arm64/));

  test('asked for the issue alone, too', () =>
    assert.match(converse('does quernd run on arm64?', 'and from which issue on?').lead, /2031-W09: Quernd 2\.1/));

  test('of what does not run there is no day from which on it does', () => {
    for (const question of ['since when does foodb run on riscv?', 'since when does chaffql run on arm64?']) {
      const { lead } = ask(question);
      assert.doesNotMatch(lead, /^The first issue to say so/, question);
    }
    assert.doesNotMatch(ask('since when does sievectl run on armv6?').lead, /^The first issue to say so is 2031-W09/);
  });
});
