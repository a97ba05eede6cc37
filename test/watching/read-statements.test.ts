import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildSnapshot } from '#search/snapshot.ts';
import { findNews, readStatements, type Statement } from '#watching/read-statements.ts';
import { inventIssue, withFacts } from '../commands/invented-archive.ts';
import { type InventedFact, inventIssueOfFacts } from './invent-issue-of-facts.ts';

const kettle: InventedFact = { says: 'Kettlectl runs on arm64.', about: ['Kettlectl'], on: ['arm64'], status: 'yes' };
const planned: InventedFact = { ...kettle, says: 'Kettlectl is planned for arm64.', status: 'planned' };
const teapot: InventedFact = { says: 'Teapotd is quick.', about: ['Teapotd'] };
const id = '2031-W08';

function read(facts: readonly InventedFact[], earlier: Readonly<Record<string, readonly InventedFact[]>> = {}) {
  const others = Object.entries(earlier).map(([week, said]) => inventIssueOfFacts(week, said));
  return readStatements({ id }, buildSnapshot([...others, inventIssueOfFacts(id, facts)]));
}
const newsOf = (now: readonly InventedFact[], known: readonly Statement[]) =>
  findNews(read(now), known).map(({ says }) => says);

test('an issue says its facts in their order, those of no other issue, and nothing twice', () => {
  const again = { ...kettle, says: 'KETTLECTL runs, on arm64' };
  assert.deepEqual(
    read([kettle, teapot, again], { '2031-W07': [planned], '2031-W09': [planned] }).map(({ says, status }) => [
      says,
      status,
    ]),
    [
      ['KETTLECTL runs, on arm64', 'yes'],
      ['Teapotd is quick.', undefined],
    ],
  );
});

test('a number, and a sign that is part of a name, make another statement', () => {
  const says = [
    'Kettle is quick.',
    'Kettle++ is quick.',
    'Kettle# is quick.',
    'Kettle 2 is quick.',
    'Kettle 3 is quick.',
  ];
  assert.deepEqual(
    read(says.map((text) => ({ says: text, about: ['Kettle'] }))).map((statement) => statement.says),
    says,
  );
});

test('an article without an editor’s fact is told by its heading', () => {
  const [statement] = read([{ ...kettle, isDraft: true, heading: 'Kettles everywhere' }]);
  assert.deepEqual(
    [statement?.says, statement?.status, statement?.before],
    ['Kettles everywhere', undefined, undefined],
  );
});

test('where an editor has written a fact, the article’s other sentences are not told', () => {
  const sentences = ['Kettlectl runs on arm64.', 'Teapotd runs on armv6.'];
  const written = inventIssue(id, '2031-02-21', [{ heading: 'Kettles everywhere', sentences }]);
  const yaml = `- article: Kettles everywhere
  says: Kettlectl runs on arm64.
  about: [Kettlectl]
  on: [arm64]
  status: yes
  asks: [does kettlectl run on arm64?]
`;
  const statements = readStatements({ id }, buildSnapshot([withFacts(written, yaml)]));
  assert.deepEqual(
    statements.map(({ says }) => says),
    ['Kettlectl runs on arm64.'],
  );
});

test('an article without a heading is told by its sentences', () => {
  const [statement, ...others] = read([{ ...kettle, isDraft: true, heading: '' }]);
  assert.deepEqual([statement?.says, others], [kettle.says, []]);
});

test('what was said before is what the newest issue before it said of the same subject in the same place', () => {
  const no: InventedFact = { ...kettle, says: 'Kettlectl does not run on arm64.', status: 'no' };
  const beforeOf = (earlier: Readonly<Record<string, readonly InventedFact[]>>) => read([kettle], earlier)[0]?.before;
  assert.deepEqual(beforeOf({ '2031-W06': [planned] }), { status: 'planned', issueId: '2031-W06' });
  assert.deepEqual(beforeOf({ '2031-W06': [planned], '2031-W07': [no] }), { status: 'no', issueId: '2031-W07' });
  assert.deepEqual(beforeOf({ '2031-W07': [no], '2031-W06': [planned] }), { status: 'no', issueId: '2031-W07' });
  const loved = { says: 'Kettlectl is loved on arm64.', about: ['Kettlectl'], on: ['arm64'] };
  assert.deepEqual(beforeOf({ '2031-W06': [planned], '2031-W07': [loved] }), {
    status: 'planned',
    issueId: '2031-W06',
  });
  assert.equal(beforeOf({ '2031-W06': [{ ...no, isDraft: true }] }), undefined, 'no editor’s');
  assert.equal(beforeOf({ '2031-W06': [kettle] }), undefined, 'the same is no change');
  assert.equal(beforeOf({ '2031-W09': [no] }), undefined, 'a later issue is none before it');
  assert.equal(beforeOf({ '2031-W06': [{ ...no, on: ['armv6'] }] }), undefined, 'another place');
  assert.equal(beforeOf({ '2031-W06': [{ ...no, about: ['Teapotd'] }] }), undefined, 'another subject');
  assert.equal(beforeOf({ '2031-W06': [{ ...no, about: ['Teapotd', 'Kettlectl'] }] }), undefined, 'not in the main');
  assert.equal(
    read([teapot], { '2031-W06': [{ ...teapot, status: 'yes' }] })[0]?.before,
    undefined,
    'it has no status',
  );
  const [quick] = read([{ ...teapot, status: 'yes' }], { '2031-W06': [{ ...teapot, status: 'planned' }] });
  assert.deepEqual(quick?.before, { status: 'planned', issueId: '2031-W06' }, 'of no place, both');
});

test('what is said again in other words, of the same subject, place and status, is no news', () => {
  const old = read([kettle, teapot]);
  assert.deepEqual(newsOf([kettle, teapot], old), []);
  assert.deepEqual(newsOf([{ ...kettle, says: 'Kettlectl: arm64 works.' }, teapot], old), []);
  assert.deepEqual(newsOf([planned, teapot], old), [planned.says], 'another status');
  const both = { ...kettle, on: ['arm64', 'armv6'] };
  const reworded = { ...both, says: 'Kettlectl: armv6, arm64.', on: ['armv6', 'arm64'] };
  assert.deepEqual(newsOf([reworded], read([both])), [], 'the same places in another order');
  const kitchen = { ...kettle, on: ['the old kitchen'] };
  const sameKitchen = { ...kitchen, says: 'Kettlectl: kitchens, too.', on: ['The Old Kitchen'] };
  assert.deepEqual(newsOf([sameKitchen], read([kitchen])), [], 'the same place in other letters');
  const elsewhere = { ...kettle, says: 'The program runs on armv6.', on: ['armv6'] };
  assert.deepEqual(newsOf([elsewhere, teapot], old), [elsewhere.says], 'another place');
  const other = { ...kettle, says: 'Quernd runs on arm64.', about: ['Quernd'] };
  assert.deepEqual(newsOf([other, teapot], old), [other.says], 'another subject');
});

test('beside what was said before a second statement is news, and takes no other’s place', () => {
  const second = { ...kettle, says: 'Kettlectl boils on arm64.' };
  const third = { ...kettle, says: 'Kettlectl whistles on arm64.' };
  assert.deepEqual(newsOf([kettle, second], read([kettle])), [second.says]);
  assert.deepEqual(newsOf([second, third], read([kettle])), [third.says], 'one is in the old one’s place, one is new');
  const fourth = { ...kettle, says: 'Kettlectl sings on arm64.' };
  assert.deepEqual(newsOf([third, fourth], read([kettle, second])), [], 'two are in the places of two');
});

test('a heading whose news an editor words later is told once', () => {
  const draft: InventedFact = { ...kettle, isDraft: true, heading: 'Kettles everywhere' };
  assert.deepEqual(newsOf([{ ...kettle, heading: 'Kettles everywhere' }], read([draft])), []);
  assert.deepEqual(newsOf([{ ...kettle, heading: 'Kettles at last' }], read([draft])), [kettle.says]);
});
