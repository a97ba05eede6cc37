import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { answerQuestion } from '#answering/answers/answer-question.ts';
import { resolveFollowUp } from '#answering/question/resolve-follow-up.ts';
import { understandQuestion } from '#answering/question/understand-question.ts';
import { findUnwrittenNames } from '#answering/question/unwritten-names.ts';
import { tokenize } from '#search/words/tokenize.ts';
import { inventArchive } from '../invented-archive.ts';

const archive = inventArchive({
  '2031-W10': {
    text: `### Fluentd and its friends

Fluentd runs on arm64. Debian runs on arm64. Grafana has images for arm64. A correct link is worth a lot. Grafana shows what home assistants do. Apache Spark is out for arm64.`,
    facts: `
- article: Fluentd and its friends
  says: Fluentd runs on arm64.
  about: [Fluentd]
  on: [arm64]
  status: yes
  asks: [does fluentd run on arm64?]
- article: Fluentd and its friends
  says: Debian runs on arm64.
  about: [Debian]
  on: [arm64]
  status: yes
  asks: [does debian run on arm64?]
- article: Fluentd and its friends
  says: Grafana has images for arm64.
  about: [Grafana, Docker]
  on: [arm64]
  status: yes
  asks: [is there a grafana image for arm64?]
- article: Fluentd and its friends
  says: Apache Spark is out for arm64.
  about: [Spark]
  on: [arm64]
  status: yes
  asks: [does spark run on arm64?]
- article: Fluentd and its friends
  says: Grafana shows what home assistants do.
  about: [Grafana]
  asks: [what does grafana show?]
`,
  },
});

const namesIn = (question: string) => findUnwrittenNames(tokenize(question), archive).map(({ name }) => name);

describe('a name that people know and no issue has is a name', () => {
  for (const [question, name] of [
    ['does fluent bit run on arm64?', 'fluent bit'],
    ['grafana loki arm64', 'grafana loki'],
    ['is Apache Flink out for arm64?', 'Apache Flink'],
    ['does zabbix run on arm64', 'zabbix'],
    ['clear linux on arm64?', 'clear linux'],
    ['home assistant on arm64?', 'home assistant'],
  ] as const)
    test(`${question} – ${name}, and nothing of its neighbours`, () => {
      assert.deepEqual(namesIn(question), [name]);
      const { unknownNames, corrections } = understandQuestion(question, archive);
      assert.deepEqual([unknownNames, corrections], [[name], []]);
      const answer = answerQuestion(question, archive);
      assert.equal(answer.answered, false);
      assert.match(answer.lead, new RegExp(`nothing about “${name}”`));
    });
});

describe('what an issue has is no such name', () => {
  for (const question of [
    'does fluentd run on arm64?',
    // Behind its maker's name, and as one of its editions, it is the thing itself.
    'does apache spark run on arm64?',
    'does debian server run on arm64?',
    // A place behind a name is a place, though there be a thing called so.
    'docker os x',
    // Words of the language that are names, too.
    'is that a correct link?',
    'does debian run on all of my nodes?',
  ])
    test(question, () => assert.deepEqual(namesIn(question), []));
});

test('named in a story only, it does not stand in the way of what is asked', () => {
  const answer = answerQuestion('We left Fluent Bit behind. Does fluentd run on arm64?', archive);
  assert.equal(answer.verdict, 'yes', answer.lead);
});

test('but what the question itself leaves out, the story names', () => {
  const answer = answerQuestion('I collect logs with Fluent Bit. Is it out for arm64?', archive);
  assert.equal(answer.answered, false, answer.lead);
});

describe('“and …?” behind such a question takes the place of the name', () => {
  const { followUp } = answerQuestion('is fluent bit out for arm64?', archive);

  test('another name, on the same place', () =>
    assert.equal(resolveFollowUp('and grafana?', archive, followUp), 'is grafana out for arm64?'));

  test('another place, of the same name', () =>
    assert.equal(resolveFollowUp('and on armv7?', archive, followUp), 'is fluent bit out for armv7?'));
});
