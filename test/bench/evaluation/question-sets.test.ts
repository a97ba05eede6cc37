import assert from 'node:assert/strict';
import { before, suite, test } from 'node:test';
import type { Article, Issue } from '#newsletter/issue.ts';
import { loadSnapshot } from '../../../bench/evaluation/load-snapshot.ts';
import { isAnswerable, type Question } from '../../../bench/evaluation/question.ts';
import { readFactSets, readInventedSets } from '../../../bench/evaluation/question-sets.ts';
import { scoreAnswer } from '../../../bench/evaluation/score-answer.ts';

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
      issues = (await loadSnapshot(folder)).issues;
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

// As the scorer knows them again.
function findArticles(question: Question, name: string, issues: readonly Issue[]): Article[] {
  return issues
    .flatMap(({ articles }) => articles)
    .filter(({ issueId, heading, links }) => {
      const citation = { issue: issueId, article: heading, quote: '', links: links.map(({ url }) => url) };
      const answer = { answered: true, verdict: null, text: '', citations: [citation] };
      return scoreAnswer({ ...question, articles: [name] }, answer).isRightFirst;
    });
}

function readableText({ heading, sentences, links }: Article): string {
  return [heading, ...sentences.map(({ text }) => text), ...links.map(({ url }) => url)].join(' ');
}

function fold(text: string): string {
  return text.toLowerCase().replace(/\s+/g, ' ');
}
