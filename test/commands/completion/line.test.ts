import assert from 'node:assert/strict';
import { test } from 'node:test';
import { completeLine } from '#commands/completion/line.ts';
import { completeOption } from '#commands/completion/option.ts';
import { inventArchive } from '../../answering/invented-archive.ts';
import { kitchenArchive } from '../invented-archive.ts';

/** The lines that a person could get by completing this one. */
function complete(line: string): string[] {
  const { candidates, replaced } = completeLine(line, kitchenArchive);
  assert.ok(line.endsWith(replaced));
  return candidates.map((candidate) => line.slice(0, line.length - replaced.length) + candidate);
}

test('commands complete at the start of a line', () => {
  assert.deepEqual(complete('st'), ['status ']);
  assert.deepEqual(complete('a'), ['ask ', 'about ']);
});

test('options complete from what they take', () => {
  assert.ok(complete('status spoo').some((line) => /^status spoonfs$/i.test(line)));
  assert.deepEqual(complete('issue 2031'), ['issue 2031-W08', 'issue 2031-W07']);
  assert.deepEqual(complete('help st'), ['help status']);
  assert.deepEqual(complete('  help  st'), ['  help  status'], 'however many blanks');
});

test('what begins as typed is offered alone, so that a key can go on; what is spelt alike only where nothing does', () => {
  const says = 'Milldb, Millet and Tildb run on arm64.';
  const archive = inventArchive({
    '2031-W10': {
      text: `### Grain\n\n${says}\n`,
      facts: `- article: Grain\n  says: ${says}\n  about: [Milldb, Millet, Tildb]\n  asks: [what runs?]\n`,
    },
  });
  assert.deepEqual(completeLine('status milld', archive).candidates, ['Milldb']);
  assert.deepEqual(completeLine('status mill', archive).candidates.toSorted(), ['Milldb', 'Millet']);
  assert.ok(completeLine('status miildb', archive).candidates.includes('Milldb'));
});

test('an option of a command that does not work here is none', () => {
  const terminal = { hasChannels: false, ownWords: {} };
  assert.ok(completeLine('subscribe fri', kitchenArchive).candidates.length > 0);
  assert.deepEqual(completeLine('subscribe fri', kitchenArchive, terminal).candidates, []);
  assert.deepEqual(completeLine('status spoo', kitchenArchive, terminal).candidates, ['Spoonfs']);
});

test('a word of the place is whole, and of a topic only the part that changes is offered', () => {
  const terminal = { hasChannels: false, ownWords: { clear: 'Empties the screen.' } };
  assert.deepEqual(completeLine('cl', kitchenArchive, terminal).candidates, ['clear']);
  const { replaced, candidates } = completeLine('watch spoonfs on arm6', kitchenArchive);
  assert.deepEqual([replaced, candidates], ['arm6', ['arm64']]);
});

test('names inside a question complete: subjects and targets', () => {
  assert.deepEqual(complete('spoo'), ['Spoonfs']);
  assert.ok(complete('does spoo').some((line) => /^does spoonfs$/i.test(line)));
  assert.ok(complete('does kettlectl run on raspberry pi z').some((line) => /run on raspberry pi zero$/i.test(line)));
  assert.deepEqual(complete('x y z'), []);
});

test('an issue is offered under its title, and what it fills in is a reference that the command finds', () => {
  assert.deepEqual(completeOption('issue', 'boards', kitchenArchive, 5), [
    { value: '2031-W07', label: 'Kitchen Weekly, 2031-W07' },
  ]);
});

test('no more is offered than was asked for', () => {
  for (const kind of ['question', 'words', 'subject', 'issue', 'command'] as const) {
    assert.ok(completeOption(kind, 'a', kitchenArchive, 1).length <= 1, kind);
  }
});
