import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { checkVocabulary } from '#targets/check-vocabulary.ts';
import { findTargets, findTargetsInQuestion } from '#targets/finding/find-targets.ts';
import { normalizeName } from '#targets/normalize-name.ts';
import type { Target } from '#targets/target.ts';
import { getTarget, notTargets, vocabulary } from '#targets/vocabulary.ts';

const arm64: Target = { id: 'arm64', kind: 'architecture', label: 'arm64', names: ['aarch64'] };

describe('the vocabulary of targets', () => {
  test('has no mistakes: ids and names belong to one entry each, and every id that is named exists', () => {
    assert.deepEqual(checkVocabulary(vocabulary), []);
  });

  test('covers architectures, families, devices and operating systems', () => {
    const count = (kind: Target['kind']) => vocabulary.filter((target) => target.kind === kind).length;
    assert.ok(count('architecture') >= 20 && count('family') >= 6, 'processors are missing');
    assert.ok(count('device') >= 80 && count('operating-system') >= 40, 'devices or operating systems are missing');
  });

  test('repeats no name within an entry', () => {
    for (const { id, label, names } of vocabulary) {
      const keys = [label, ...names].map((name) => name.toLowerCase());
      assert.equal(new Set(keys).size, keys.length, `${id}: ${keys.filter((key, at) => keys.indexOf(key) !== at)}`);
    }
  });

  test('holds no phrase that would hide the whole name of a target', () => {
    const names = new Set(vocabulary.flatMap(({ label, names: all }) => [label, ...all]).map(normalizeName));
    assert.deepEqual(
      notTargets.filter((phrase) => names.has(normalizeName(phrase))),
      [],
    );
  });

  test('lets every member of a line of devices say which line it is of', () => {
    for (const line of vocabulary.filter((target) => target.kind === 'device' && target.members))
      for (const id of line.members ?? []) {
        const kinds: string[] = [];
        for (let kind = getTarget(id).isA; kind !== undefined; kind = getTarget(kind).isA) kinds.push(kind);
        assert.ok(kinds.includes(line.id), `${id} does not say that it is a ${line.id}`);
      }
  });

  test('takes the entries that the guide for editors shows, as they stand there', () => {
    const guide = readFileSync(new URL('../../content/README.md', import.meta.url), 'utf8');
    const entries = [...guide.matchAll(/```json\n(.+)\n```/g)].map(([, json = '']) => JSON.parse(json));
    assert.equal(entries.length, 2);
    const kinds: readonly Target['kind'][] = ['device', 'operating-system'];
    const added = entries.map((entry, place): Target => ({ ...entry, kind: kinds[place] }));
    assert.deepEqual(checkVocabulary([...vocabulary, ...added]), []);
  });

  test('finds a target by its id, and says so when there is none', () => {
    assert.equal(getTarget('armv6').label, 'armv6');
    assert.throws(() => getTarget('abacus'), /No target has the id "abacus"/);
  });
});

describe('every name of every target', () => {
  for (const target of vocabulary)
    test(`${target.id} is found by each of its names`, () => {
      const ambiguous = new Set((target.ambiguousNames ?? []).map(({ name }) => normalizeName(name)));
      for (const name of [target.label, ...target.names].filter((each) => !ambiguous.has(normalizeName(each)))) {
        for (const written of [name, name.toUpperCase(), name.replaceAll(' ', '-')]) {
          const text = `It runs on ${written} too.`;
          const found = findTargets(text).map((mention) => `${mention.target.id}: ${mention.words}`);
          assert.deepEqual(found, [`${target.id}: ${written}`], text);
        }
      }
    });

  for (const target of vocabulary.filter(({ ambiguousNames }) => ambiguousNames !== undefined))
    test(`${target.id} is found by its ambiguous names in the right company, and by none in an ordinary sentence`, () => {
      for (const { name } of target.ambiguousNames ?? []) {
        const written = name.length === 1 ? name.toUpperCase() : (name[0] ?? '').toUpperCase() + name.slice(1);
        const texts = [`on ${written} systems`, `armhf, ${written} and s390x`, `on my ${name}`, `is ${name} fine`];
        const isFound = texts.some((text) =>
          [findTargets(text), findTargetsInQuestion(text)].flat().some((mention) => mention.target.id === target.id),
        );
        assert.ok(isFound, `"${name}" is found nowhere`);
        assert.deepEqual(findTargets(`He spoke of ${name}ish things.`), [], name);
      }
    });
});

describe('a vocabulary with a mistake', () => {
  const check = (...targets: Target[]) => checkVocabulary(targets).join('\n');

  test('is refused when two entries share an id', () => {
    assert.match(check(arm64, { ...arm64, label: 'other', names: [] }), /"arm64": two entries have this id/);
  });
  test('is refused when two entries share a name, however it is written', () => {
    assert.match(
      check(arm64, { ...arm64, id: 'other', label: 'Other', names: ['AArch-64'] }),
      /already belongs to "arm64"/,
    );
  });
  test('is refused when it names an id that does not exist', () => {
    const board: Target = { id: 'board', kind: 'device', label: 'Board', names: [], runs: ['arm46'] };
    assert.match(check(arm64, board), /"board": runs names "arm46", which is no entry/);
    assert.match(check({ ...arm64, isA: 'cpu' }), /isA names "cpu"/);
  });
  test('is refused when a device runs nothing or a family has no members', () => {
    assert.match(check({ ...arm64, kind: 'device' }), /a device needs "runs"/);
    assert.match(check({ ...arm64, kind: 'family' }), /a family needs "members"/);
  });
  test('is refused when an ambiguous name asks for an unknown condition', () => {
    const entry = { name: 'sixtyfour', onlyWhen: ['capitalised+shouted'] };
    assert.match(check({ ...arm64, ambiguousNames: [entry] }), /"shouted", asked of the name "sixtyfour"/);
  });
  test('is refused when an id or a name is empty of letters', () => {
    assert.match(check({ ...arm64, id: 'Arm 64' }), /an id is lower-case letters/);
    assert.match(check({ ...arm64, names: ['--'] }), /neither letters nor digits/);
  });
});
