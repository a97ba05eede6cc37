import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { commandList } from '#commands/command-list.ts';
import { parseCommand } from '#commands/reading/parse-command.ts';
import { composeStandAloneLine } from '#commands/reading/stand-alone-line.ts';
import { answerLine } from '#commands/running/run-command.ts';
import { assertProperty } from '../../fixtures/assert-property.ts';
import { kitchenArchive } from '../invented-archive.ts';

const context = { snapshot: kitchenArchive, version: '9.8.7', today: '2033-02-14' };

test('a command word is put before what would not be read as that command by itself', () => {
  assert.equal(composeStandAloneLine('ask', 'does kettlectl run on arm64?'), 'does kettlectl run on arm64?');
  assert.equal(composeStandAloneLine('ask', 'latest'), 'ask latest');
  assert.equal(composeStandAloneLine('status', 'kettlectl'), 'status kettlectl');
  assert.equal(composeStandAloneLine('status', 'kettlectl for mac'), 'status "kettlectl for mac"');
});

test('the line of a response gives the same response, without what was said before', () => {
  const { followUp } = answerLine('does kettlectl run on arm64?', context);
  assert.ok(followUp);
  for (const line of ['what about windows?', 'since when?', 'link?', 'status kettlectl', 'help status', 'issue 7']) {
    const response = answerLine(line, { ...context, followUp });
    const again = answerLine(response.line, context);
    assert.deepEqual(again.reply, response.reply, `${line} -> ${response.line}`);
    assert.equal(again.line, response.line);
  }
});

test('any command line that is understood comes back as one that means the same', () => {
  const word = fc.stringMatching(/^[a-z0-9"“?.' -]{1,12}$/);
  assertProperty(
    fc.property(fc.constantFrom(...commandList.map(({ name }) => name)), word, (name, text) => {
      const parsed = parseCommand(`${name} ${text}`);
      if (parsed.kind !== 'command' || parsed.nearMiss !== undefined) return;
      const again = parseCommand(composeStandAloneLine(parsed.command, parsed.argument));
      assert.deepEqual(again, parsed);
    }),
    { seed: 41, numRuns: 2000 },
  );
});

test('an answer leads on to the status of its subject and to what is near it', () => {
  const answer = answerLine('does kettlectl run on arm64?', context);
  assert.match(answer.moreLine ?? '', /^status kettlectl$/i);
  assert.deepEqual(answer.outcome, { kind: 'answered', verdict: 'yes' });
  assert.equal(answer.issueId, '2030-W07');
  const status = answerLine(answer.moreLine ?? '', context);
  assert.equal(status.moreLine, undefined);
  assert.ok(status.reply.blocks.some(({ kind }) => kind === 'table'));
});

test('silence, help and noise are told apart from answers', () => {
  const outcomeOf = (line: string) => answerLine(line, context).outcome;
  assert.deepEqual(outcomeOf('does gravyd run on arm64?'), { kind: 'silent' });
  assert.deepEqual(outcomeOf('help'), { kind: 'command', command: 'help' });
  assert.deepEqual(outcomeOf('   '), { kind: 'refused' });
  assert.deepEqual(outcomeOf('x'.repeat(1001)), { kind: 'refused' });
  assert.deepEqual(outcomeOf('thanks!'), { kind: 'command', command: 'ask' });
});
