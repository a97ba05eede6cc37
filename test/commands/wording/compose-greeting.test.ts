import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answerLine } from '#commands/running/run-command.ts';
import { composeGreeting } from '#commands/wording/compose-greeting.ts';
import { buildSnapshot } from '#search/snapshot.ts';
import { inventIssue, withFacts } from '../invented-archive.ts';

const forkbaseFacts = `
- article: Forkbase
  says: Forkbase runs on armv7 and arm64.
  about: [Forkbase]
  on: [armv7, arm64]
  status: yes
  asks: [does forkbase run on arm64?]
`;

const exampleIn = (text: string) => /Ask me what runs on Arm: (.*\?)/.exec(text)?.[1] ?? '';
const greet = (snapshot: Parameters<typeof composeGreeting>[0]) => {
  const [block] = composeGreeting(snapshot).blocks;
  return exampleIn(block?.kind === 'lead' ? block.text : '');
};

test('the greeting asks something that this very archive answers with yes', () => {
  const issue = inventIssue('2031-W09', '2031-02-28', [
    { heading: 'Forkbase', sentences: ['Forkbase runs on armv7 and arm64.', 'There is no Forkbase for Windows.'] },
  ]);
  const snapshot = buildSnapshot([withFacts(issue, forkbaseFacts)]);
  const question = greet(snapshot);
  assert.match(question, /^does Forkbase run on arm/);
  const [lead] = answerLine(question, { snapshot, version: '1', today: '2031-03-01' }).reply.blocks;
  assert.equal(lead?.kind === 'lead' && lead.verdict, 'yes');
});

test('also where no fact is written down, from a plain sentence', () => {
  const issue = inventIssue('2031-W09', '2031-02-28', [
    { heading: 'Forkbase', sentences: ['Forkbase runs on arm64.'] },
  ]);
  assert.equal(greet(buildSnapshot([withFacts(issue)])), 'does Forkbase run on arm64?');
});

test('an archive without a plain example still gets a greeting', () => {
  assert.match(greet(buildSnapshot([])), /^does .*\?$/);
});
