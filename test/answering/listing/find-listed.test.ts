import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { ANSWERS, matchPlaces } from '#answering/choosing/match-places.ts';
import { findListed } from '#answering/listing/find-listed.ts';
import { findKind } from '#answering/listing/list-kind.ts';
import { understandQuestion } from '#answering/question/understand-question.ts';
import type { FactStatus } from '#facts/fact.ts';
import type { IndexedFact } from '#search/indexed-fact.ts';
import type { Snapshot } from '#search/snapshot.ts';
import { inventArchive } from '../invented-archive.ts';

const names = ['Foodb', 'Quernd', 'Sievebase', 'Tarnstore'];
const subjects = names.map((name) => `- { name: ${name}, kind: [database] }\n`).join('');
const places = ['arm64', 'Arm', '32-bit Arm', 'armv6', 'armv7', 'Raspberry Pi 4', 'multi-arch', 'Windows', 'x86-64'];
const statuses = ['yes', 'in-progress', 'planned', 'no'] as const;
const there: ReadonlySet<FactStatus> = new Set(['yes', 'partly']);

const fact = fc.record({
  name: fc.constantFrom(...names),
  on: fc.uniqueArray(fc.constantFrom(...places), { minLength: 1, maxLength: 2 }),
  status: fc.constantFrom(...statuses),
});
// An issue that says both yes and no of one thing is an editor's mistake.
const issue = fc.uniqueArray(fact, { minLength: 1, maxLength: 4, selector: ({ name }) => name });
type Told = typeof fact extends fc.Arbitrary<infer Value> ? Value : never;

/** An archive in which each issue has one article, and a fact for each thing told. */
function archiveOf(issues: readonly (readonly Told[])[]): Snapshot {
  const texts = issues.map((told, place) => {
    const says = told.map(({ name, on }, i) => `${name} ${place}.${i} and ${on.join(' and ')}.`);
    const facts = told.map(
      ({ name, on, status }, i) =>
        `- article: News of the mill\n  says: ${says[i]}\n  about: [${name}]\n  on: [${on.join(', ')}]\n  status: ${status}\n  asks: [how stands ${name}?]\n`,
    );
    const text = `### News of the mill\n\n${says.join('\n\n')}\n`;
    return [`2031-W${String(place + 10)}`, { text, facts: facts.join('') }] as const;
  });
  return inventArchive(Object.fromEntries(texts), subjects);
}

/** The same by the rule: of each subject the newest fact that holds for the place hardly less than the one before. */
function listSlowly(question: string, snapshot: Snapshot): string[] {
  const { topics } = understandQuestion(question, snapshot);
  const [place] = topics;
  assert.ok(place);
  const newest = new Map<unknown, { indexed: IndexedFact; level: number }>();
  for (const indexed of snapshot.index.facts) {
    const [subject] = indexed.about;
    const { onLevel: level, place: where, relation } = matchPlaces(place, indexed);
    const isOfSystem = where?.targets.some(({ kind }) => kind === 'operating-system') === true && relation !== 'same';
    if (subject === undefined || level < ANSWERS || (place.target?.kind === 'device' && isOfSystem)) continue;
    if (level >= (newest.get(subject)?.level ?? 0) - 0.1) newest.set(subject, { indexed, level });
  }
  return [...newest.values()].flatMap(({ indexed: { fact: own } }) =>
    own.status !== undefined && there.has(own.status) ? [own.says] : [],
  );
}

test('a list has of each subject the fact that going through all of them, from the oldest on, would leave', () => {
  fc.assert(
    fc.property(
      fc.array(issue, { minLength: 1, maxLength: 6 }),
      fc.constantFrom('arm64', 'armv6', 'the Raspberry Pi 4', 'Windows'),
      fc.boolean(),
      (issues, where, isOfKind) => {
        const snapshot = archiveOf(issues);
        const question = `which databases run on ${where}?`;
        const understanding = understandQuestion(question, snapshot);
        const kind = isOfKind ? findKind(understanding, snapshot) : undefined;
        assert.equal(kind !== undefined, isOfKind);
        const { direct, inherited } = findListed(understanding.topics, kind, snapshot, there);
        const listed = [...direct, ...inherited].map(({ indexed }) => indexed.fact.says);
        assert.deepEqual(listed.toSorted(), listSlowly(question, snapshot).toSorted());
        for (const list of [direct, inherited]) {
          const ids = list.map(({ indexed }) => indexed.issue.id);
          assert.deepEqual(ids, ids.toSorted().reverse(), 'the newest first');
        }
      },
    ),
    { seed: 20261128, numRuns: 60 },
  );
});
