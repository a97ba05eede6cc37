import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Answer, Citation } from '#answering/wording/answer.ts';
import { composeAnswer } from '#answering/wording/compose-answer.ts';
import type { Block, VerdictWord } from '#conversation/reply.ts';
import { replyToText } from '#conversation/wording/reply-to-text.ts';

const citation: Citation = {
  source: {
    issueId: '2031-W07',
    issueTitle: 'Mill Weekly 7',
    day: '2031-02-14',
    isDateDerived: false,
    heading: 'Quernd is ported',
    issueLink: undefined,
  },
  quote: 'Quernd runs on arm64.',
  isInLead: true,
  isRestated: false,
  links: ['a', 'b', 'c'].map((path) => ({ url: `https://quernd.example/${path}`, words: '' })),
};

const answer: Answer = {
  answered: true,
  verdict: 'yes',
  lead: 'Quernd runs on arm64.',
  notes: ['An ODROID-C2 is arm64.'],
  list: undefined,
  citations: [citation],
  suggestions: [],
  followUp: undefined,
};

const blocksOf = (changes: Partial<Answer>, today = '2031-03-01') =>
  composeAnswer({ ...answer, ...changes }, today).blocks;
const kindsOf = (blocks: readonly Block[]) => blocks.map(({ kind }) => kind);

function leadOf(changes: Partial<Answer>, today?: string): string {
  const [lead] = blocksOf(changes, today);
  assert.ok(lead?.kind === 'lead');
  assert.equal(lead.verdict, { ...answer, ...changes }.verdict);
  return lead.text;
}

describe('the lead is the fact behind the verdict’s word', () => {
  const words: Readonly<Record<Exclude<VerdictWord, 'unknown'>, string>> = {
    yes: 'Yes',
    no: 'No',
    partly: 'Partly',
    planned: 'Not yet',
    'in-progress': 'Not yet',
  };
  for (const [verdict, word] of Object.entries(words))
    test(verdict, () => assert.equal(leadOf({ verdict: verdict as VerdictWord }), `${word}: Quernd runs on arm64.`));

  test('without a verdict, the fact alone', () => assert.equal(leadOf({ verdict: undefined }), answer.lead));

  test('and no word before a sentence of ours', () => {
    const lead = 'It seems so. The newsletter writes:';
    assert.equal(leadOf({ lead, citations: [{ ...citation, isInLead: false }] }), lead);
    assert.equal(
      leadOf({ answered: false, verdict: 'unknown', lead: 'The archive does not say.' }),
      'The archive does not say.',
    );
    assert.equal(leadOf({ lead: 'Quernd, Foodb:', list: { title: '', items: ['Quernd: yes'] } }), 'Quernd, Foodb:');
  });
});

describe('an answer older than a year says of when it is', () => {
  for (const [today, lead] of [
    ['2031-02-14', 'Yes: Quernd runs on arm64.'],
    ['2032-02-14', 'Yes: Quernd runs on arm64.'],
    ['2032-02-15', 'Yes, as of February 2031: Quernd runs on arm64.'],
    ['2040-01-01', 'Yes, as of February 2031: Quernd runs on arm64.'],
  ] as const)
    test(today, () => assert.equal(leadOf({}, today), lead));
});

describe('behind the lead stand', () => {
  test('the notes, the source, two links', () => {
    const blocks = blocksOf({});
    assert.deepEqual(kindsOf(blocks), ['lead', 'text', 'source', 'links']);
    const links = blocks.find(({ kind }) => kind === 'links');
    assert.equal(links?.kind === 'links' && links.links.length, 2);
  });

  test('the quote, where the lead is not this very sentence, with whose words it is', () => {
    const [, quote] = blocksOf({ citations: [{ ...citation, isInLead: false, isRestated: true }] });
    assert.deepEqual(quote, { kind: 'quote', text: citation.quote, isRestated: true });
    assert.ok(!kindsOf(blocksOf({})).includes('quote'));
  });

  test('further articles by their headings, the first one’s not again', () => {
    const further = {
      ...citation,
      source: { ...citation.source, issueId: '2029-W40', day: '2029-10-05', heading: 'Quernd 2' },
    };
    const text = replyToText(
      { blocks: blocksOf({ citations: [citation, citation, further] }), audience: 'anyone' },
      900,
    );
    assert.match(text, /Also\n• Quernd 2 \(2029-W40, October 2029\)$/);
    const again = { ...further, source: { ...further.source, heading: citation.source.heading } };
    const last = blocksOf({ citations: [citation, again] }).at(-1);
    assert.deepEqual(last?.kind === 'list' && last.items, ['Quernd is ported (2029-W40, October 2029)']);
  });

  test('neither a source nor a quote, where the answer rests on an issue as a whole', () => {
    const whole = { ...citation, quote: '', isInLead: false, source: { ...citation.source, heading: '' } };
    assert.deepEqual(kindsOf(blocksOf({ citations: [whole] })), ['lead', 'text', 'links']);
  });

  test('what to ask next, or what may have been meant', () => {
    const titleOf = (answered: boolean) => {
      const last = blocksOf({ answered, suggestions: ['status Quernd'] }).at(-1);
      return last?.kind === 'suggestions' && last.title;
    };
    assert.deepEqual([titleOf(true), titleOf(false)], ['Ask next', 'Did you mean']);
  });

  test('nothing, where the archive has nothing', () =>
    assert.deepEqual(kindsOf(blocksOf({ answered: false, verdict: 'unknown', notes: [], citations: [] })), ['lead']));
});
