import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import * as v from 'valibot';
import { commandSchemas, type ProgramCommand } from '#api/schemas.ts';
import { createProgramAnswers } from '#app/responding/answer-programs.ts';
import { factStatuses } from '#facts/fact.ts';
import { buildSnapshot } from '#search/snapshot.ts';
import { inventIssueOfFacts } from '../watching/invent-issue-of-facts.ts';

const says = {
  yes: 'Kettlectl runs on arm64.',
  partly: 'Kettlectl runs on arm64 without sound.',
  'in-progress': 'Kettlectl is being ported to arm64.',
  planned: 'Kettlectl is planned for arm64.',
  no: 'There is no Kettlectl for arm64.',
};

/** What programs get from an archive with one statement, or from an empty one. */
function answersOf(status?: keyof typeof says) {
  const fact = status && { says: says[status], about: ['Kettlectl'], on: ['arm64'], status };
  const snapshot = buildSnapshot(fact ? [inventIssueOfFacts('2031-W07', [fact])] : []);
  return createProgramAnswers({ getSnapshot: () => snapshot, version: '1', now: () => Date.UTC(2031, 1, 20) });
}

const given = { ask: 'does kettlectl run on arm64?', status: 'kettlectl', search: 'kettlectl arm64', latest: '' };
const commands = Object.keys(given) as ProgramCommand[];

suite('what a program gets keeps its schema, field by field', () => {
  for (const status of [...factStatuses, undefined]) {
    for (const command of commands) {
      test(`${command}, where ${status === undefined ? 'nothing is known' : `it stands at ${status}`}`, () => {
        const answer = answersOf(status)[command](given[command]);
        assert.deepEqual(v.parse(v.strictObject(commandSchemas[command].entries), answer), answer);
      });
    }
  }
});

test('every status of a fact is one of a row, and the verdict of an answer', () => {
  for (const status of factStatuses) {
    const { ask, status: show } = answersOf(status);
    assert.equal(ask(given.ask).verdict, status);
    assert.deepEqual(
      show('kettlectl').rows.map((row) => row.status),
      [status],
    );
  }
  assert.equal(answersOf().ask(given.ask).answered, false);
});

test('an object that lacks a field, or has another kind of value in it, does not keep its schema', () => {
  for (const command of commands) {
    const whole: Record<string, unknown> = { ...answersOf('yes')[command](given[command]) };
    for (const name of Object.keys(whole)) {
      const { [name]: _, ...lacking } = whole;
      assert.equal(v.is(commandSchemas[command], lacking), false, `${command} without ${name}`);
      assert.equal(v.is(commandSchemas[command], { ...whole, [name]: Symbol('odd') }), false, `${command}: ${name}`);
    }
  }
});
