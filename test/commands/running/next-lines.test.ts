import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findNextLines } from '#commands/running/next-lines.ts';
import { answerLine } from '#commands/running/run-command.ts';
import { findNews } from '#commands/running/search.ts';
import { replyToText } from '#conversation/wording/reply-to-text.ts';
import { buildSnapshot } from '#search/snapshot.ts';
import { inventIssueOfFacts } from '../../watching/invent-issue-of-facts.ts';

const kettle = (says: string, on: readonly string[], status: string) => ({ says, about: ['Kettlectl'], on, status });
const snapshot = buildSnapshot([
  inventIssueOfFacts('2031-W05', [
    kettle('Kettlectl runs on arm64 and armv7.', ['arm64', 'armv7'], 'yes'),
    { about: ['Panbase'], says: 'Panbase has a new home.' },
  ]),
  inventIssueOfFacts('2031-W07', [kettle('Kettlectl is not for Windows.', ['Windows'], 'no')]),
  inventIssueOfFacts('2031-W09', [kettle('Kettlectl still runs on arm64 and armv7.', ['arm64', 'armv7'], 'yes')]),
]);
const ask = (line: string) => answerLine(line, { snapshot, version: '1', today: '2031-02-20' });
const say = (line: string) => replyToText(ask(line).reply, 5_000);

test('from a subject one goes on to where it runs and to its articles, where there are such', () => {
  assert.deepEqual(findNextLines('kettlectl', snapshot), {
    moreLine: 'status kettlectl',
    relatedLine: 'search kettlectl',
  });
  assert.deepEqual(findNextLines('Panbase', snapshot), { moreLine: undefined, relatedLine: undefined });
  assert.deepEqual(findNextLines('Forkfs', snapshot), { moreLine: undefined, relatedLine: undefined });
});

test('a status is up to the newest day, and a sentence that proves several places stands there once', () => {
  const text = say('status kettlectl');
  assert.match(text, /^Kettlectl: where it runs, by the archive; the newest statement on that is of 2031-02-28\./);
  assert.match(text, /\| 2031-W05 \(2031-01-31\)/);
  assert.equal(text.match(/Kettlectl still runs on arm64 and armv7\./g)?.length, 1);
  assert.match(text, /\| as above/);
});

test('the status of what nobody wrote about leads to a search only where that finds something', () => {
  assert.match(say('status panbase'), /^The archive does not say where “panbase” runs\.[\s\S]*search panbase/i);
  assert.match(say('status xyzzyplugh'), /^The archive does not say where[\s\S]*help$/);
});

test('a search says so where nothing fits, and shows eight articles of news at most', () => {
  assert.equal(say('search xyzzyplugh'), 'No article mentions “xyzzyplugh”.');
  const many = Array.from({ length: 12 }, (_, i) => ({
    about: [`Kettle${i}`],
    says: `Kettle${i} sings on the stove.`,
  }));
  const archive = buildSnapshot([inventIssueOfFacts('2031-W08', many)]);
  assert.equal(findNews('sings stove', archive).length, 8);
});
