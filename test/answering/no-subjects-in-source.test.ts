import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, suite, test } from 'node:test';
import { loadSnapshot } from '../../bench/evaluation/load-snapshot.ts';
import { findSubjectNames, wordsOf } from './find-subject-names.ts';

const root = join(import.meta.dirname, '../..');
const contentFolder = join(root, 'content');
const inventedFolder = join(root, 'test/fixtures/evaluation/newsletters');

// Knowledge of the language, of what software runs on and of the field at large, not of one archive.
const generalKnowledge = new Map([
  ['src/search/words/english-words.json', 'the commonest words of the language'],
  ['src/search/words/known-products.json', 'names that people in computing know'],
  ['src/search/words/needed-words.json', 'ordinary words, by how much an answer needs them'],
  ['src/search/words/thesaurus.json', 'ordinary words that stand for one another'],
  ['src/search/words/synonyms.json', 'other names of widely known software'],
  ['src/targets/vocabulary/architectures.json', 'what software runs on'],
  ['src/targets/vocabulary/devices.json', 'what software runs on'],
  ['src/targets/vocabulary/families.json', 'what software runs on'],
  ['src/targets/vocabulary/operating-systems.json', 'what software runs on'],
  ['src/targets/vocabulary/not-targets.json', 'phrases that contain the name of a target and mean something else'],
  ['src/targets/vocabulary/ordinary-words.json', 'words that look like the name of a target'],
]);

// Names that the code needs for what it does itself, whatever a newsletter is about.
const namesOfTheCode = new Map([
  ['aes', 'how a secret is kept'],
  ['sha256', 'how keys are shortened'],
  ['crc32', 'how what is kept is checked'],
  ['ipv6', 'a form of addresses'],
  ['npm', 'how this program is run'],
  ['postgres', 'a store of this program'],
  ['postgresql', 'a store of this program'],
  ['prometheus', 'who reads the figures of this program'],
  ['docker', 'how this program is shipped and its settings are given'],
  ['powershell', 'what writes files of settings in UTF-16'],
  ['hpe', 'how the errors of the parser of requests begin'],
  ['gzip', 'how bodies are packed that this program fetches'],
  ['webkit', 'whose properties a style sheet has'],
  ['cloudflare', 'an error of Discord’s is called so'],
  ['docker hub', 'a site that people name when they ask for an address'],
  ['github', 'a site that people name when they ask for an address'],
  ['gitlab', 'a site that people name when they ask for an address'],
  ['twitter', 'a site that people name when they ask for an address'],
]);

const MAX_NAME_WORDS = 5;

suite('nothing under src knows the subjects of an archive', () => {
  const sources = globSync('src/**/*.{ts,json}', { cwd: root }).map((path) => path.replaceAll('\\', '/'));
  const names = new Set<string>();
  before(async () => {
    for (const folder of [contentFolder, inventedFolder])
      for (const name of findSubjectNames(await loadSnapshot(folder))) names.add(name);
  });

  test('no name of a subject stands in code, comments or data', () => {
    assert.ok(names.size > 500, `only ${names.size} names found in the archives`);
    const found = sources.filter((path) => !generalKnowledge.has(path)).flatMap(findNames);
    assert.deepEqual(found, [], 'take an invented name');
  });

  test('the check sees a name wherever and however it is written', () => {
    for (const text of ['// Lanternfish', "'lanternfish'", 'const runsLanternfish = 1;', 'lanternfish-2.4'])
      assert.deepEqual([...namesIn(text)], ['lanternfish'], text);
  });

  test('the check sees names of the list, of facts and of headings, and lets words alone', () => {
    for (const name of ['balena', 'docker hub', 'lanternfish']) assert.ok(names.has(name), name);
    const ordinary = '// lanternfishes, Arm, Linux, a container in february, says the CEO of a database for Windows';
    assert.deepEqual([...namesIn(ordinary)], []);
    assert.deepEqual([...namesIn('a site: docker-hub, GitHub')], [], 'nor is half of a name that may stand a name');
  });

  test('every file and every name that may stand is there', () => {
    for (const path of generalKnowledge.keys()) assert.ok(sources.includes(path), path);
    for (const name of namesOfTheCode.keys()) assert.ok(names.has(name), `${name} is no subject any more`);
  });

  function findNames(path: string): string[] {
    return readFileSync(join(root, path), 'utf8')
      .split('\n')
      .flatMap((line, place) => [...namesIn(line)].map((name) => `${path}:${place + 1}: ${name}`));
  }

  // "runsLanternfish" is three words as well as one.
  function namesIn(line: string): Set<string> {
    const parted = line.replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ');
    return new Set(
      [line, parted].flatMap((one) => namesAmong(wordsOf(one))).filter((name) => !namesOfTheCode.has(name)),
    );
  }

  // The longest at each place.
  function namesAmong(words: readonly string[]): string[] {
    const found: string[] = [];
    for (let from = 0; from < words.length; from++)
      for (let length = MAX_NAME_WORDS; length > 0; length--) {
        const name = words.slice(from, from + length).join(' ');
        if (!names.has(name)) continue;
        found.push(name);
        from += length - 1;
        break;
      }
    return found;
  }
});
