import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { OptionKind } from '#commands/command-spec.ts';
import { isQuoted, readsAsSentence } from '#commands/reading/reads-as-sentence.ts';

describe('whether what follows a command is a sentence', () => {
  const cases: readonly [text: string, kind: OptionKind, isSentence: boolean][] = [
    ['docker', 'subject', false],
    ['docker for mac', 'subject', true],
    ['"docker for mac"', 'subject', false],
    ['“docker for mac”', 'subject', false],
    ['docker for mac', 'words', false],
    ['docker runs', 'words', true],
    ['docker?', 'words', true],
    ['docker?', 'subject', false],
    ['friday at noon', 'schedule', false],
    ['friday at noon please', 'schedule', true],
    ["docker doesn't", 'subject', true],
    ['docker doesn’t', 'subject', true],
    ["what's new", 'words', true],
    ["they're", 'subject', true],
    ["quernd won't boot", 'words', true],
    ["docker's engine", 'subject', false],
    ['node.js', 'subject', false],
    ['it works.', 'subject', true],
    ['Works', 'subject', true],
    ['does it run?', 'question', false],
    ['and', 'issue', true],
    ['', 'subject', false],
  ];
  for (const [text, kind, isSentence] of cases)
    test(`“${text}” as ${kind}: ${isSentence}`, () => assert.equal(readsAsSentence(text, kind), isSentence));
});

test('a quote is whole, or none', () => {
  for (const text of ['"a"', '“a b”']) assert.equal(isQuoted(text), true, text);
  for (const text of ['"a', 'a"', '""', '"a" "b"', "'a'", 'a']) assert.equal(isQuoted(text), false, text);
});
