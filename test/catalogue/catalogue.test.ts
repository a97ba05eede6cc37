import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildCatalogue, createCatalogueReader } from '#catalogue/catalogue.ts';
import { buildWhatRunsTable, findStatus } from '#catalogue/what-runs-where.ts';
import { buildSnapshot, type Snapshot } from '#search/snapshot.ts';
import { inventIssue, kitchenArchive, withFacts } from '../commands/invented-archive.ts';
import { inventIssueOfFacts } from '../watching/invent-issue-of-facts.ts';

const catalogue = buildCatalogue(kitchenArchive);
const all = { kind: undefined, status: undefined };

test('every subject has a page with where it runs and what was said, the newest first', () => {
  const kettlectl = catalogue.findSubject('kettlectl');
  assert.deepEqual(
    kettlectl?.rows.map(({ place, status, issueId }) => `${place}: ${status}, ${issueId}`),
    ['armv7: yes, 2030-W07', 'arm64: yes, 2030-W07', 'Windows: no, 2030-W07'],
  );
  assert.deepEqual(
    kettlectl?.about.map(({ says }) => says),
    ['There is no Kettlectl for Windows.', 'Kettlectl 1.0 runs on armv7 and arm64.'],
  );
});

test('the table has a row for each subject, a column for each architecture, and each cell its proof', () => {
  const { columns, rows } = buildWhatRunsTable(catalogue, all);
  assert.deepEqual(columns, ['arm64', 'armv6', 'armv7']);
  assert.deepEqual(
    rows.map(({ subject, cells, others }) => [
      subject.name,
      ...cells.map((cell) => cell?.status),
      others.map(({ place }) => place),
    ]),
    [
      ['Kettlectl', 'yes', undefined, 'yes', ['Windows']],
      ['Spoonfs', undefined, 'no', undefined, []],
      ['Teapotd', 'yes', undefined, undefined, []],
    ],
  );
  assert.equal(rows[1]?.cells[1]?.proof.says, 'Spoonfs does not work on armv6.');
});

test('the table can be narrowed to a status, and to a kind', () => {
  const kinds = buildCatalogue(
    buildSnapshot(
      [
        withFacts(
          inventIssue('2031-W07', '2031-02-14', [{ heading: 'Pans', sentences: ['Panbase runs on arm64.'] }]),
          `
- article: Pans
  says: Panbase runs on arm64.
  about: [Panbase]
  on: [arm64]
  status: yes
  asks: [does panbase run on arm64?]
`,
        ),
      ],
      [{ name: 'Panbase', also: [], kind: ['data base'], by: undefined }],
    ),
  );
  const names = (filter: Parameters<typeof buildWhatRunsTable>[1], of = catalogue) =>
    buildWhatRunsTable(of, filter).rows.map(({ subject }) => subject.name);
  assert.deepEqual(names({ ...all, status: findStatus('no') }), ['Kettlectl', 'Spoonfs']);
  assert.deepEqual(names({ ...all, kind: 'data-base' }, kinds), ['Panbase']);
  assert.deepEqual(names({ ...all, kind: 'pan' }, kinds), []);
  assert.deepEqual(buildWhatRunsTable(kinds, all).kinds, [{ slug: 'data-base', name: 'data base', count: 1 }]);
});

test('two targets at once are no word on one of them', () => {
  const snapshot = buildSnapshot([
    withFacts(
      inventIssue('2031-W07', '2031-02-14', [{ heading: 'Lids', sentences: ['Lidd runs on Fedora on arm64.'] }]),
      `
- article: Lids
  says: Lidd runs on Fedora on arm64.
  about: [Lidd]
  on: [Fedora on arm64]
  status: yes
  asks: [does lidd run on fedora?]
`,
    ),
  ]);
  const { columns, rows } = buildWhatRunsTable(buildCatalogue(snapshot), all);
  assert.deepEqual(columns, []);
  assert.deepEqual(
    rows[0]?.others.map(({ place }) => place),
    ['Fedora on arm64'],
  );
});

test('an issue is found in any letter case, and has its facts', () => {
  assert.equal(catalogue.findIssue('2031-w07')?.id, '2031-W07');
  const reviewed = catalogue.factsOf('2031-W07').filter(({ isReviewed }) => isReviewed);
  assert.deepEqual(
    reviewed.map(({ says }) => says),
    ['The Teapotd daemon now supports arm64.', 'Spoonfs does not work on armv6.'],
  );
  assert.deepEqual(
    catalogue.issues.map(({ id }) => id),
    ['2031-W08', '2031-W07', '2030-W07'],
  );
});

test('an issue without facts shows what was read out of its sentences, and says so', () => {
  assert.deepEqual(
    catalogue.factsOf('2031-W08').map(({ says, isReviewed }) => [says, isReviewed]),
    [['A bare list of one line about forks.', false]],
  );
});

test('a catalogue is made once for an archive', () => {
  let snapshot: Snapshot = kitchenArchive;
  const read = createCatalogueReader(() => snapshot);
  const first = read();
  assert.equal(read(), first);
  snapshot = buildSnapshot([]);
  assert.deepEqual(read().subjects, []);
});

const runsOn = (name: string, on: string, more = {}) => ({
  says: `${name} runs on ${on}.`,
  about: [name],
  on: [on],
  status: 'yes',
  ...more,
});
const tableOf = (
  facts: Parameters<typeof inventIssueOfFacts>[1],
  subjects: Parameters<typeof buildSnapshot>[1] = [],
  filter: Parameters<typeof buildWhatRunsTable>[1] = all,
) => buildWhatRunsTable(buildCatalogue(buildSnapshot([inventIssueOfFacts('2031-W07', facts)], subjects)), filter);

test('the architecture that most is known of has the first column, and a family has one, too', () => {
  const facts = [runsOn('Quernd', 'riscv64'), runsOn('Foodb', 'riscv64'), runsOn('Millsoft', 'arm64')];
  assert.deepEqual(tableOf(facts).columns, ['riscv64', 'arm64']);
  const { columns, rows } = tableOf([runsOn('Quernd', 'Arm')]);
  assert.equal(columns.length, 1);
  assert.deepEqual(
    rows.map(({ cells, others }) => [cells[0]?.status, others]),
    [['yes', []]],
  );
});

test('in a table of more than fifty rows what only one of them has is among its others', () => {
  const table = (length: number) =>
    tableOf([runsOn('Quernd', 'riscv64'), ...Array.from({ length }, (_, at) => runsOn(`Foodb${at}x`, 'arm64'))]);
  assert.deepEqual(table(49).columns, ['arm64', 'riscv64']);
  const { columns, rows } = table(50);
  assert.deepEqual(columns, ['arm64']);
  const { cells, others } = rows.find(({ subject }) => subject.name === 'Quernd') ?? {};
  assert.deepEqual([cells, others?.map(({ place }) => place)], [[undefined], ['riscv64']]);
});

test('however the table is narrowed, all kinds can be chosen, in the order of their names', () => {
  const subjects = [
    { name: 'Quernd', also: [], kind: ['mill'], by: undefined },
    { name: 'Foodb', also: [], kind: ['mill', 'Data Base'], by: undefined },
  ];
  const facts = [runsOn('Quernd', 'arm64'), runsOn('Foodb', 'arm64', { status: 'no' })];
  for (const status of [undefined, findStatus('yes'), findStatus('planned')]) {
    const { kinds } = tableOf(facts, subjects, { kind: undefined, status });
    assert.deepEqual(
      kinds.map(({ name, count }) => `${name} ${count}`),
      ['Data Base 1', 'mill 2'],
    );
  }
});

test('of two names that make one address the one that was written of first has it, in a long archive, too', () => {
  // The order of these two numbers is not that of their texts.
  const early = [runsOn('Spoonfs', 'arm64'), runsOn('Spoonfs', 'armv7'), runsOn('Quernd and Mill', 'arm64')];
  const between = Array.from({ length: 8 }, (_, at) => runsOn(`Foodb${at}x`, 'arm64'));
  const { findSubject } = buildCatalogue(
    buildSnapshot([inventIssueOfFacts('2031-W07', [...early, ...between, runsOn('Quernd & Mill', 'arm64')])]),
  );
  const namesAt = ['quernd-and-mill', 'quernd-and-mill-2'].map((slug) => findSubject(slug)?.name);
  assert.deepEqual(namesAt, ['Quernd and Mill', 'Quernd & Mill']);
});
