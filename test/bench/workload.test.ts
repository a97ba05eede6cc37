import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { answerQuestion } from '#answering/answers/answer-question.ts';
import { parseFacts } from '#facts/parse-facts.ts';
import { parseIssue } from '#newsletter/issues/parse-issue.ts';
import { growArchive } from '../../bench/grow-archive.ts';
import { readArchive } from '../../bench/read-archive.ts';
import { type ArchiveTexts, loadWorkload } from '../../bench/workload.ts';

const workload = loadWorkload();
const some: ArchiveTexts = { issues: workload.issues.slice(0, 4), subjects: workload.subjects };

suite('what is measured', () => {
  test('is the archive that the bot comes with, read in whole, and most of the questions are answered from it', () => {
    const { issues, snapshot } = readArchive(workload);
    assert.equal(issues.length, workload.issues.length);
    assert.ok(workload.issues.length >= 91 && workload.issues.every(({ facts }) => facts !== undefined));
    const answered = workload.questions.filter((question) => answerQuestion(question, snapshot).answered);
    assert.ok(answered.length > workload.questions.length / 2, `${answered.length} of ${workload.questions.length}`);
  });
});

suite('a grown archive', () => {
  const grown = growArchive(some, 9);
  const [small, large] = [readArchive(some), readArchive(grown)];

  test('is the same every time, and begins with the archive itself', () => {
    assert.deepEqual(growArchive(some, 9), grown);
    assert.deepEqual(grown.issues.slice(0, 4), some.issues);
    assert.equal(new Set(grown.issues.map(({ file }) => file)).size, 36);
  });

  test('has every fact of every copy, each still proven by its own issue', () => {
    const errors = grown.issues.flatMap(({ file, text, facts = '' }) => {
      const { issue } = parseIssue(file, text);
      if (issue === undefined) return [`${file}: no issue`];
      const { problems } = parseFacts(file, facts, issue);
      return problems.filter(({ severity }) => severity === 'error').map(({ message }) => message);
    });
    assert.deepEqual(errors, []);
    const countFacts = ({ issues }: typeof small) => issues.reduce((sum, { facts }) => sum + facts.length, 0);
    assert.equal(countFacts(large), countFacts(small) * 9);
  });

  test('has new names though ever fewer, in the subjects too, and the same targets', () => {
    const gained = large.snapshot.words.size / small.snapshot.words.size;
    assert.ok(gained > 1.1 && gained < 5, `${gained} times the words`);
    const named = large.snapshot.names.all.length / small.snapshot.names.all.length;
    assert.ok(named > 1.1 && named < 9, `${named} times the names`);
    const targets = ({ snapshot }: typeof small) => [...snapshot.index.byTarget.keys()].sort();
    assert.deepEqual(targets(large), targets(small));
  });

  test('knows of what kind the subjects of its copies are', () => {
    const countKnown = ({ snapshot }: typeof small) =>
      snapshot.index.facts.filter(({ about: [subject] }) => (subject?.kind.length ?? 0) > 0).length;
    assert.ok(countKnown(small) > 0);
    // A name that was invented may be somebody's already.
    assert.ok(countKnown(large) >= countKnown(small) * 9);
  });
});
