import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, suite, test } from 'node:test';
import { corpusFolder } from '../../bench/evaluation/load-newsletter-sets.ts';
import { loadSnapshot } from '../../bench/evaluation/load-snapshot.ts';
import { findSubjectWords, wordsOf } from './find-subject-words.ts';

const root = join(import.meta.dirname, '../..');
const inventedFolder = join(root, 'test/fixtures/evaluation/newsletters');

// Knowledge of the field at large, not of one archive.
const generalKnowledge = new Map([
  ['src/answering/generic-words.json', 'names of sites that people give when they ask for a link'],
  ['src/answering/licenses.json', 'names of widely used licences'],
  ['src/search/synonyms.json', 'other names of widely known software'],
  ['src/claims/vocabulary/architectures.json', 'what software runs on'],
  ['src/claims/vocabulary/devices.json', 'what software runs on'],
  ['src/claims/vocabulary/families.json', 'what software runs on'],
  ['src/claims/vocabulary/operating-systems.json', 'what software runs on'],
  ['src/claims/vocabulary/not-targets.json', 'phrases that contain the name of a target and mean something else'],
  ['src/claims/vocabulary/ordinary-words.json', 'words that look like the name of a target'],
  ['src/newsletter/sentence-words.ts', 'abbreviations that end no sentence, such as those of companies'],
]);

// Words that the code needs for what it does itself, whatever a newsletter is about.
const wordsOfTheCode = new Map([
  ['integer', 'a type of SQL'],
  ['ipv6', 'a form of addresses'],
]);

suite('nothing under src knows the subjects of an archive', () => {
  const sources = globSync('src/**/*.{ts,json}', { cwd: root }).map((path) => path.replaceAll('\\', '/'));
  let subjects: Set<string>;
  before(async () => {
    const issues = await Promise.all([inventedFolder, corpusFolder].filter(existsSync).map(loadSnapshot));
    subjects = findSubjectWords(issues.flatMap((snapshot) => snapshot.issues));
  });

  test('no subject of a heading stands in code, comments or data', () => {
    assert.ok(subjects.size > 20, `only ${subjects.size} subjects found in the headings`);
    const found = sources.filter((path) => !generalKnowledge.has(path)).flatMap(findSubjects);
    assert.deepEqual(found, []);
  });

  test('the check sees a subject wherever it is written', () => {
    for (const text of ['// Lanternfish', "'lanternfish'", 'const runsLanternfish = 1;', 'lanternfish-2.4']) {
      assert.deepEqual([...namesIn(text)], ['lanternfish'], text);
    }
    assert.deepEqual([...namesIn('// lanternfishes, Arm, Linux and a container')], []);
  });

  test('every file that may hold names of the field exists', () => {
    for (const path of generalKnowledge.keys()) assert.ok(sources.includes(path), path);
  });

  function findSubjects(path: string): string[] {
    return readFileSync(join(root, path), 'utf8')
      .split('\n')
      .flatMap((line, place) => [...namesIn(line)].map((name) => `${path}:${place + 1}: ${name}`));
  }

  // "runsLanternfish" is three words as well as one.
  function namesIn(line: string): Set<string> {
    const parted = line.replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ');
    return new Set(
      [...wordsOf(line), ...wordsOf(parted)].filter((word) => subjects.has(word) && !wordsOfTheCode.has(word)),
    );
  }
});
