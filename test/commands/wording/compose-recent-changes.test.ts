import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findCommand } from '#commands/reading/find-command.ts';
import { answerLine } from '#commands/running/run-command.ts';
import { composeRecentChanges } from '#commands/wording/compose-recent-changes.ts';
import { fillExamples, findExampleQuestions } from '#commands/wording/find-example-questions.ts';
import { replyToText } from '#conversation/wording/reply-to-text.ts';
import { buildSnapshot } from '#search/snapshot.ts';
import { inventIssue, withFacts } from '../invented-archive.ts';

const week8 = inventIssue('2031-W08', '2031-02-21', [{ heading: 'Spoonfs', sentences: ['Spoonfs runs on arm64.'] }]);
const week9 = inventIssue('2031-W09', '2031-02-28', [
  { heading: 'Forkbase', sentences: ['Forkbase runs on armv7 and arm64.', 'There is no Forkbase for Windows.'] },
]);

const snapshot = buildSnapshot([
  withFacts(
    week8,
    `
- article: Spoonfs
  says: Spoonfs runs on arm64.
  about: [Spoonfs]
  on: [arm64]
  status: yes
  asks: [does spoonfs run on arm64?]
`,
  ),
  withFacts(
    week9,
    `
- article: Forkbase
  says: There is no Forkbase for Windows.
  about: [Forkbase]
  on: [Windows]
  status: no
  asks: [does forkbase run on windows?]
- article: Forkbase
  says: Forkbase runs on armv7 and arm64.
  about: [Forkbase]
  on: [armv7, arm64]
  status: yes
  asks: [does forkbase run on arm64?]
`,
  ),
]);

test('what the newest issues say comes first, a sentence for each subject, with its issue', () => {
  const text = replyToText(composeRecentChanges(snapshot, 5), 1000);
  assert.match(
    text,
    /^Of late\n• Forkbase runs on armv7 and arm64\. \(2031-W09\)\n• Spoonfs runs on arm64\. \(2031-W08\)$/,
  );
  assert.doesNotMatch(replyToText(composeRecentChanges(snapshot, 1), 1000), /Spoonfs/);
});

test('an archive that says nothing yet says so', () => {
  assert.match(replyToText(composeRecentChanges(buildSnapshot([]), 5), 1000), /No issue says yet/);
});

test('every example question is answered with yes, each about another subject', () => {
  const questions = findExampleQuestions(snapshot, 4);
  assert.equal(questions.length, 2);
  for (const question of questions) {
    const [lead] = answerLine(question, { snapshot, version: '1', today: '2031-03-01' }).reply.blocks;
    assert.equal(lead?.kind === 'lead' && lead.verdict, 'yes', question);
  }
});

test('what is said of no place is no change of where things run', () => {
  const issue = inventIssue('2031-W10', '2031-03-07', [
    { heading: 'Ladlebox', sentences: ['The Ladlebox is on sale now.'] },
  ]);
  const facts = `
- article: Ladlebox
  says: The Ladlebox is on sale now.
  about: [Ladlebox]
  status: yes
  asks: [is the ladlebox on sale?]
`;
  const text = replyToText(composeRecentChanges(buildSnapshot([withFacts(issue, facts)]), 5), 1000);
  assert.match(text, /No issue says yet/);
});

test('a sentence that is told of two subjects stands there once', () => {
  const says = 'Ladled and Scoopd run on arm64.';
  const issue = inventIssue('2031-W10', '2031-03-07', [{ heading: 'Ladled and Scoopd', sentences: [says] }]);
  const facts = ['Ladled', 'Scoopd']
    .map(
      (name) =>
        `- article: Ladled and Scoopd\n  says: ${says}\n  about: [${name}]\n  on: [arm64]\n  status: yes\n  asks: [does ${name} run on arm64?]\n`,
    )
    .join('');
  const text = replyToText(composeRecentChanges(buildSnapshot([withFacts(issue, facts)]), 5), 1000);
  assert.equal(text, `Of late\n• ${says} (2031-W10)`);
});

test('a command explains itself by subjects that the archive has', () => {
  const examplesOf = (name: string) => {
    const spec = findCommand(name);
    assert.ok(spec);
    return fillExamples(spec, snapshot);
  };
  assert.deepEqual(examplesOf('ask'), ['does Forkbase run on armv7?', 'ask does Spoonfs run on arm64?']);
  assert.deepEqual(examplesOf('status'), ['status Forkbase'], 'no name of two words runs anywhere');
  assert.deepEqual(examplesOf('watch'), ['watch Forkbase', 'watch Forkbase on arm64', 'watch Forkbase here']);
  assert.deepEqual(examplesOf('latest'), ['latest']);
});
