import assert from 'node:assert/strict';
import { test } from 'node:test';
import { composeGreeting } from '#commands/compose-greeting.ts';
import { answerLine } from '#commands/run-command.ts';
import { buildSnapshot } from '#search/snapshot.ts';
import { inventIssue } from './invented-archive.ts';

const exampleIn = (text: string) => /Ask me what runs on Arm: (.*\?)/.exec(text)?.[1] ?? '';
const greet = (snapshot: Parameters<typeof composeGreeting>[0]) => {
  const [block] = composeGreeting(snapshot).blocks;
  return exampleIn(block?.kind === 'lead' ? block.text : '');
};

test('the greeting asks something that this very archive answers with yes', () => {
  const snapshot = buildSnapshot([
    inventIssue('2031-W09', '2031-02-28', [
      { heading: 'Forkbase', sentences: ['Forkbase runs on armv7 and arm64.', 'There is no Forkbase for Windows.'] },
    ]),
  ]);
  const question = greet(snapshot);
  assert.match(question, /^does Forkbase run on arm/);
  const [lead] = answerLine(question, { snapshot, version: '1', today: '2031-03-01' }).reply.blocks;
  assert.equal(lead?.kind === 'lead' && lead.verdict, 'yes');
});

test('an archive without a plain example still gets a greeting', () => {
  assert.match(greet(buildSnapshot([])), /^does .*\?$/);
});
