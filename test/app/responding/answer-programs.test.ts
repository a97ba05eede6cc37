import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createProgramAnswers } from '#app/responding/answer-programs.ts';
import { type Metrics, noMetrics } from '#conversation/ports/metrics.ts';
import { buildSnapshot, type Snapshot } from '#search/snapshot.ts';
import { kitchenArchive } from '../../commands/invented-archive.ts';

const now = () => Date.UTC(2031, 2, 7);

test('a question that was asked before is answered from the archive as it is now', () => {
  let snapshot: Snapshot = kitchenArchive;
  const { ask } = createProgramAnswers({ getSnapshot: () => snapshot, version: '1', now });
  const question = 'does teapotd run on arm64?';
  assert.equal(ask(question).verdict, 'yes');
  assert.deepEqual({ ...ask(question), elapsedMs: 0 }, { ...ask(question), elapsedMs: 0 });
  snapshot = buildSnapshot([]);
  assert.equal(ask(question).answered, false);
});

test('ages are told as of the day on which it is asked', () => {
  let nowMs = now();
  const { ask } = createProgramAnswers({ getSnapshot: () => kitchenArchive, version: '1', now: () => nowMs });
  assert.doesNotMatch(ask('does teapotd run on arm64?').text, /as of/);
  nowMs = Date.UTC(2033, 2, 7);
  assert.match(ask('does teapotd run on arm64?').text, /as of February 2031/);
});

test('however many questions are asked, the answers that are kept stay few', () => {
  const { ask } = createProgramAnswers({ getSnapshot: () => kitchenArchive, version: '1', now });
  for (let number = 0; number < 2_500; number++)
    assert.equal(ask(`what is kettle ${number}?`).question, `what is kettle ${number}?`);
});

test('answers to programs are counted apart from those to people', () => {
  const counted: string[] = [];
  const metrics: Metrics = {
    ...noMetrics,
    countQuestion: ({ platform, outcome }) => counted.push(`${platform} ${outcome.kind}`),
  };
  const { ask } = createProgramAnswers({ getSnapshot: () => kitchenArchive, version: '1', now, metrics });
  ask('does teapotd run on arm64?');
  ask('does a spoon run on fire?');
  assert.deepEqual(counted, ['api answered', 'api silent']);
});

test('before there is any issue, everything is answered with nothing', () => {
  const answers = createProgramAnswers({ getSnapshot: () => buildSnapshot([]), version: '1', now });
  assert.equal(answers.latest().issue, null);
  assert.deepEqual(answers.search('pots').articles, []);
  assert.equal(answers.status('pots').found, false);
  assert.equal(answers.ask('pots?').answered, false);
});
