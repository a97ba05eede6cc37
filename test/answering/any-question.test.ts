import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { answerQuestion } from '#answering/answers/answer-question.ts';
import { readPolarity } from '#answering/question/polarity.ts';
import type { FollowUp } from '#answering/question/topic.ts';
import { relateTargets } from '#targets/relate-targets.ts';
import { vocabulary } from '#targets/vocabulary.ts';
import { assertProperty } from '../fixtures/assert-property.ts';
import { shownOf } from './ask-mill.ts';
import { assertSoundAnswer } from './assert-sound-answer.ts';
import { millArchive } from './mill-archive.ts';

const SEED = 20171013;
const MAX_WORDS = 9;
const ASKING =
  'does is can which when who why what how run runs work support available not yet on for with version and or it really? removed broken';

const { index } = millArchive;
const subjects = [...new Set(index.facts.flatMap(({ about }) => about[0]?.name ?? []))];
const places = [...new Set(index.facts.flatMap(({ fact }) => fact.on))];
const architectures = vocabulary.filter(({ kind }) => kind === 'architecture').map(({ label }) => label);
const words = fc.oneof(
  fc.constantFrom(...subjects),
  fc.constantFrom(...architectures, ...places),
  fc.constantFrom(...ASKING.split(' ')),
  fc.constantFrom(...millArchive.words),
);
const anyhow = fc.array(words, { minLength: 1, maxLength: MAX_WORDS });
const nearlyAQuestion = fc
  .tuple(
    fc.constantFrom('does', 'is', 'can i use', 'was', ''),
    fc.constantFrom(...subjects),
    fc.array(words, { maxLength: 1 }),
    fc.constantFrom(...places),
  )
  .map(([first, subject, more, place]) => [first, subject, ...more, 'on', place]);
const combination = fc.oneof(anyhow, nearlyAQuestion).map((some) => some.join(' '));

suite('whatever is put together from the archive’s words', () => {
  test('of any question: each quote is word for word, and a verdict is the status of the fact that is shown', (t) => {
    t.diagnostic(`seed ${SEED}`);
    let asked = 0;
    let verdicts = 0;
    let followUp: FollowUp | undefined;
    assertProperty(
      fc.property(combination, (question) => {
        asked++;
        const answer = answerQuestion(question, millArchive, followUp);
        followUp = answer.followUp ?? followUp;
        assertSoundAnswer(answer, millArchive);
        const { verdict, citations, list } = answer;
        if (verdict === undefined || verdict === 'unknown' || list !== undefined) return;
        verdicts++;
        const fact = index.facts.find(({ fact: { says } }) => says === answer.lead)?.fact;
        assert.ok(fact, `no fact: ${answer.lead}`);
        assert.equal(citations[0]?.quote, fact.quote ?? fact.says);
        // Asked for its end, what is gone is a yes.
        const status = readPolarity(answer.asked) === 'ended' && fact.status === 'no' ? 'yes' : fact.status;
        assert.ok([status, fact.status].includes(verdict), shownOf(answer));
      }),
      { seed: SEED, numRuns: 1000 },
    );
    assert.ok(verdicts > asked / 30, `only ${verdicts} of ${asked} questions got a verdict: make them more telling`);
  });

  test('of any subject and target: where no fact has to do with the target, it is unknown', (t) => {
    t.diagnostic(`seed ${SEED}`);
    let tried = 0;
    let unknown = 0;
    const target = fc.constantFrom(...vocabulary);
    assertProperty(
      fc.property(fc.constantFrom(...subjects), target, (subject, asked) => {
        tried++;
        const own = index.facts.filter(({ about }) => about[0]?.name === subject);
        const said = own.flatMap(({ on }) => on.flatMap(({ targets }) => targets));
        const answer = answerQuestion(`does ${subject} run on ${asked.label}?`, millArchive);
        assertSoundAnswer(answer, millArchive);
        if (said.some((one) => relateTargets(asked, one) !== 'none')) return;
        unknown++;
        assert.equal(answer.verdict, 'unknown', `${subject} on ${asked.label}: ${shownOf(answer)}`);
        assert.equal(answer.answered, false);
      }),
      { seed: SEED, numRuns: 600 },
    );
    assert.ok(unknown > tried / 5, `only ${unknown} of ${tried} targets had nothing to do with what is said`);
  });
});
