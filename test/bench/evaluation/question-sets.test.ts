import assert from 'node:assert/strict';
import { before, suite, test } from 'node:test';
import { readFolder } from '#archive/read-folder.ts';
import type { Article, Issue } from '#newsletter/issue.ts';
import { isAnswerable, type Question } from '../../../bench/evaluation/question.ts';
import { readFactSets, readInventedSets } from '../../../bench/evaluation/question-sets.ts';
import { isSameArticle } from '../../../bench/evaluation/score-answer.ts';

const verdicts = ['yes', 'no', 'partly', 'planned', 'in-progress'];
const types = ['fact', 'link', 'workaround', 'list', 'when'];
const styles = ['plain', 'keyword', 'chatty', 'typo', 'alias', 'device'];
const [content, ...others] = readFactSets();
const invented = readInventedSets();

test('the sets of the project are all there', () => {
  assert.equal(content?.questions.length, 54);
  assert.equal(invented.length, 8);
  assert.equal(
    invented.reduce((sum, { questions }) => sum + questions.length, 0),
    710,
  );
});

for (const { name, folder, questions } of [content, ...others, ...invented].filter((set) => set !== undefined)) {
  suite(`the questions of the set ${name} are sound`, () => {
    let issues: readonly Issue[];
    before(async () => {
      issues = await readIssues(folder);
      assert.ok(issues.length > 0, `no issue in ${folder}`);
    });

    test('each has an id of its own, and none is asked twice', () => {
      assert.equal(new Set(questions.map(({ id }) => id)).size, questions.length);
      assert.equal(new Set(questions.map(({ q }) => q.toLowerCase())).size, questions.length);
    });

    test('type, style and verdict are known ones that go together', () => {
      for (const { id, type, style, verdict, verdicts: passed = [verdict] } of questions) {
        assert.ok(styles.includes(style), `${id}: style ${style}`);
        const allowed = type === 'compat' ? verdicts : type === 'unanswerable' ? ['unknown'] : [null];
        assert.ok([...types, 'compat', 'unanswerable'].includes(type), `${id}: type ${type}`);
        assert.ok(allowed.includes(verdict as never), `${id}: verdict ${verdict} of type ${type}`);
        assert.ok(passed.includes(verdict), `${id}: its own verdict does not pass`);
      }
    });

    // Others name the articles by the newsletter's own headings, which `content/` restates; their keys are its own words.
    const isOfOthers = others.some((set) => set.name === name);

    test('the articles that a question names exist, and the unanswerable name none', () => {
      for (const question of questions) {
        assert.equal(question.articles.length > 0, isAnswerable(question), question.id);
        const missing = question.articles.filter((one) => findArticles(question, one, issues).length === 0);
        const mayMiss = isOfOthers ? Math.max(0, question.articles.length - 1) : 0;
        assert.ok(missing.length <= mayMiss, `${question.id}: ${missing.join(', ')}`);
      }
    });

    const skip = isOfOthers && 'its keys are words of a text that is not here';
    test('every key can be read in one of its articles', { skip }, () => {
      for (const question of questions) {
        const { id, key, articles } = question;
        const texts = articles.map((name) => fold(findArticles(question, name, issues).map(readableText).join(' ')));
        for (const one of [key ?? []].flat().map(fold))
          assert.ok(
            texts.some((text) => text.includes(one)),
            `${id}: ${one}`,
          );
      }
    });
  });
}

// Most sets are asked of the same issues.
const foldersRead = new Map<string, Promise<readonly Issue[]>>();
function readIssues(folder: string): Promise<readonly Issue[]> {
  const reading =
    foldersRead.get(folder) ??
    readFolder(folder).then(({ reports }) => reports.flatMap(({ issue }) => (issue === undefined ? [] : [issue])));
  foldersRead.set(folder, reading);
  return reading;
}

// As the scorer knows them again; an article is one of the issue that its name begins with.
function findArticles(question: Question, name: string, issues: readonly Issue[]): Article[] {
  return issues
    .filter(({ id }) => name.startsWith(id))
    .flatMap(({ articles }) => articles)
    .filter(({ issueId, heading, links }) => {
      const citation = { issue: issueId, article: heading, links: links.map(({ url }) => url) };
      return isSameArticle(citation, { ...question, articles: [name] });
    });
}

function readableText({ heading, sentences, links }: Article): string {
  return [heading, ...sentences.map(({ text }) => text), ...links.map(({ url }) => url)].join(' ');
}

function fold(text: string): string {
  return text.toLowerCase().replace(/\s+/g, ' ');
}
