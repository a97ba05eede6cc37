import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { suite, test } from 'node:test';
import type { Article, Issue } from '#newsletter/issue.ts';
import { parseIssue } from '#newsletter/parse-issue.ts';
import { yearsOfOthers } from '../../bench/evaluation/load-others-sets.ts';
import { readQuestions } from '../../bench/evaluation/read-questions.ts';

const root = join(import.meta.dirname, '../..');
const countOfOthers = {
  '2016-2018': 100,
  '2019-2020': 100,
  '2021-2024': 100,
  '2019-2021': 60,
  '2018': 60,
  '2017-2023': 70,
  '2018-2022': 60,
};
const sets = [
  { questions: 'questions.jsonl', count: 160, folder: 'test/fixtures/evaluation/newsletters', minIssues: 10 },
  { questions: 'content-questions.jsonl', count: 54, folder: 'content', minIssues: 1 },
  ...yearsOfOthers.map((years) => ({
    questions: `others/${years}/questions.jsonl`,
    count: countOfOthers[years],
    folder: `test/fixtures/evaluation/others/${years}/newsletters`,
    minIssues: 5,
  })),
];

const styles = ['plain', 'keyword', 'chatty', 'typo', 'alias', 'device'];
const verdictsOfType = new Map<string, readonly (string | null)[]>([
  ['compat', ['yes', 'no', 'partly', 'planned', 'in-progress']],
  ['unanswerable', ['unknown']],
  ...['fact', 'link', 'workaround', 'list', 'when'].map((type) => [type, [null]] as const),
]);

for (const set of sets) {
  const files = globSync('*/*.md', { cwd: join(root, set.folder) }).sort();
  const read = files.map((file) => parseIssue(file, readFileSync(join(root, set.folder, file), 'utf8')));
  const issues = read.flatMap(({ issue }) => issue ?? []);
  const questions = readQuestions(join(root, 'test/fixtures/evaluation', set.questions));

  suite(`${set.questions} and the issues in ${set.folder} are sound`, () => {
    test('every issue is read without a problem and stands in the folder of its year', () => {
      assert.ok(issues.length >= set.minIssues);
      assert.deepEqual(
        read.flatMap(({ problems }) => problems),
        [],
      );
      for (const file of files) assert.equal(basename(dirname(file)), basename(file).slice(0, 4), file);
    });

    test('no heading stands twice in an issue, so that a question can name an article by it', () => {
      for (const { id, articles } of issues) {
        const headings = articles.map(({ heading }) => heading);
        assert.equal(new Set(headings).size, headings.length, id);
      }
    });

    test('ids are unique, and no question is asked twice', () => {
      assert.equal(questions.length, set.count);
      assert.equal(new Set(questions.map(({ id }) => id)).size, questions.length);
      assert.equal(new Set(questions.map(({ q }) => q.toLowerCase())).size, questions.length);
    });

    test('type, style and verdict are known ones that go together, and every type and style is asked', () => {
      for (const { id, type, style, verdict } of questions) {
        assert.ok(styles.includes(style), `${id}: style ${style}`);
        assert.ok(verdictsOfType.get(type)?.includes(verdict), `${id}: verdict ${verdict} of type ${type}`);
      }
      assert.equal(new Set(questions.map(({ style }) => style)).size, styles.length);
      assert.equal(new Set(questions.map(({ type }) => type)).size, verdictsOfType.size);
    });

    test('a question has an article and a key, unless the archive is silent on it', () => {
      for (const { id, type, articles, key } of questions) {
        const isSilent = type === 'unanswerable';
        assert.equal(articles.length === 0, isSilent, id);
        assert.equal(key === null, isSilent, id);
      }
    });

    test('every article that a question names exists', () => {
      for (const { id, articles } of questions) {
        for (const name of articles) assert.ok(findArticles(name, issues).length > 0, `${id}: ${name}`);
      }
    });

    test('every key can be read in one of its articles, and every article shows a key', () => {
      for (const { id, articles, key } of questions) {
        const keys = [key ?? []].flat().map(fold);
        const texts = articles.map((name) => fold(findArticles(name, issues).map(readableText).join(' ')));
        for (const one of keys)
          assert.ok(
            texts.some((text) => text.includes(one)),
            `${id}: ${one}`,
          );
        for (const [index, text] of texts.entries())
          assert.ok(
            keys.some((one) => text.includes(one)),
            `${id}: ${articles[index]}`,
          );
      }
    });
  });
}

// An empty heading stands for the issue as a whole.
function findArticles(name: string, issues: readonly Issue[]): readonly Article[] {
  const [issueId, heading] = name.split(' :: ');
  const articles = issues.find(({ id }) => id === issueId)?.articles ?? [];
  return heading === '' ? articles : articles.filter((article) => article.heading === heading);
}

function readableText({ heading, sentences, links }: Article): string {
  return [heading, ...sentences.map(({ text }) => text), ...links.map(({ url }) => url)].join(' ');
}

function fold(text: string): string {
  return text.toLowerCase().replace(/\s+/g, ' ');
}
