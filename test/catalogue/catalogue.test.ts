import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildCatalogue, createCatalogueReader } from '#catalogue/catalogue.ts';
import { buildWhatRunsTable, findStatus } from '#catalogue/what-runs-where.ts';
import { buildSnapshot, type Snapshot } from '#search/snapshot.ts';
import { inventIssue, kitchenArchive, withFacts } from '../commands/invented-archive.ts';

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
