import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { describeProblem } from '#archive/build-content-report.ts';
import { foldName } from '#facts/fold-name.ts';
import { parseSubjects } from '#facts/parse-subjects.ts';

function parse(text: string) {
  const { subjects, problems } = parseSubjects('subjects.yaml', text);
  return { subjects, problems: problems.map(describeProblem) };
}

test('reads names, kinds and makers; kinds in small letters', () => {
  const { subjects, problems } = parse(
    '- name: Quernd\n  also: [Q, Mill]\n  kind: Database\n  by: Acme\n- name: Foodb\n',
  );
  assert.deepEqual(subjects, [
    { name: 'Quernd', also: ['Q', 'Mill'], kind: ['database'], by: 'Acme' },
    { name: 'Foodb', also: [], kind: [], by: undefined },
  ]);
  assert.deepEqual(problems, []);
});

test('a broken entry is left out and named; the others are used', () => {
  const { subjects, problems } = parse(
    '- name: Quernd\n- nam: Foodb\n- name: Hopperfs\n  kind: [a, b, c, d, e, f, g]\n- name: Ovend\n',
  );
  assert.deepEqual(
    subjects.map(({ name }) => name),
    ['Quernd', 'Ovend'],
  );
  assert.deepEqual(problems, [
    'subjects.yaml:2: error: name: is missing — add it',
    'subjects.yaml:2: error: nam: is no field here — remove or correct it; content/README.md lists the fields',
    'subjects.yaml:4: error: kind: 7 entries, 6 are allowed — shorten it, or make two entries of it',
  ]);
});

suite('a name belongs to whom it is given first', () => {
  test('of a subject that is there twice, in another spelling, the second is left out', () => {
    const { subjects, problems } = parse('- name: Quern DB\n- name: Foodb\n- name: quern-db\n  also: [Mill]\n');
    assert.deepEqual(
      subjects.map(({ name }) => name),
      ['Quern DB', 'Foodb'],
    );
    assert.deepEqual(problems, [
      'subjects.yaml:3: error: “quern-db” is a name of “Quern DB” in line 1 already; this entry is left out — give the name to one of them only',
    ]);
  });

  test('what was left out keeps its other names from nobody', () => {
    const { subjects } = parse('- name: Quernd\n- name: quernd\n  also: [Mill]\n- name: Mill\n');
    assert.deepEqual(
      subjects.map(({ name }) => name),
      ['Quernd', 'Mill'],
    );
  });

  test('of another name that is taken only that name is left out, with its line', () => {
    const { subjects, problems } = parse(
      '- name: Quernd\n  also: [Mill]\n- name: Foodb\n  kind: database\n  also: [mill, Food]\n',
    );
    assert.deepEqual(subjects[1]?.also, ['Food']);
    assert.deepEqual(problems, [
      'subjects.yaml:5: error: “mill” is a name of “Quernd” in line 1 already — give the name to one of them only',
    ]);
  });

  test('an entry may repeat its own name', () => {
    const { subjects, problems } = parse('- name: Quernd\n  also: [quernd, Q, q]\n');
    assert.deepEqual(subjects[0]?.also, ['Q']);
    assert.deepEqual(problems, []);
  });
});

test('all spellings of a name are one; signs that tell names apart stay', () => {
  for (const spelling of ['VS Code', 'vscode', 'VS-code', 'V.S. Code', 'ＶＳ Code'])
    assert.equal(foldName(spelling), 'vscode');
  assert.equal(new Set(['C', 'C++', 'C#'].map(foldName)).size, 3);
  assert.equal(foldName('Café'), foldName('Cafe\u0301'));
});
